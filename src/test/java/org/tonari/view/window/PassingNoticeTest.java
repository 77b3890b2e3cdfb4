package org.tonari.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// A window that is read out.
@ExtendWith(ApplicationExtension.class)
class PassingNoticeTest {
    private final NoticesViewModel notices = new NoticesViewModel();
    private final TextField field = new TextField();
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        var content = new VBox(field, new Button("Other"));
        scene = new Scene(
                new StackPane(content, PassingNotice.build(notices, new Words(new AppearanceViewModel()), () -> true)),
                400,
                300);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theSentenceHasTheFocusSoThatItIsReadOut(FxRobot robot) {
        robot.interact(field::requestFocus);

        robot.interact(() -> notices.say(new Notice.Copied()));

        assertThat(scene.getFocusOwner()).isInstanceOf(Label.class);
        assertThat(((Label) scene.getFocusOwner()).getText()).isEqualTo("Copied");
    }

    @Test
    void theNextKeyGoesWhereItWasMeantToGo(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.interact(() -> notices.say(new Notice.Copied()));

        robot.type(KeyCode.A, KeyCode.B);

        assertThat(scene.getFocusOwner()).isSameAs(field);
        assertThat(field.getText()).isEqualTo("ab");
        assertThat(notices.passingProperty().get()).isEmpty();
    }

    @Test
    void escapeGivesTheFocusBack(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.interact(() -> notices.say(new Notice.Copied()));

        robot.type(KeyCode.ESCAPE);

        assertThat(scene.getFocusOwner()).isSameAs(field);
        assertThat(field.getText()).isEmpty();
    }
}
