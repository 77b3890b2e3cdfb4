package org.tonari.viewmodel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tonari.domain.comparison.Comparison;
import org.tonari.engine.laws.Draw;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.choosing.PinsViewModel;

/// Undo gives back what was there, redo what came after, whatever was done in between.
class UndoLawsTest {
    private static final Background BACKGROUND = new Background(Runnable::run, Runnable::run);

    @Property(tries = 60, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void undoingEverythingIsTheBeginningAndRedoingEverythingTheEnd(@ForAll long number) {
        Draw.each(number, draw -> {
            var desk = new Desk();
            List<Comparison> stood = new ArrayList<>(List.of(desk.root.getComparison()));
            for (int act = 0; act < 25; act++) {
                act(desk, draw);
                if (!stood.getLast().equals(desk.root.getComparison())) {
                    stood.add(desk.root.getComparison());
                }
            }

            for (Comparison earlier : stood.reversed()) {
                assertThat(desk.root.getComparison()).isEqualTo(earlier);
                desk.root.undo();
            }
            assertThat(desk.root.history().undoableProperty().get()).isEmpty();
            for (Comparison later : stood) {
                assertThat(desk.root.getComparison()).isEqualTo(later);
                desk.root.redo();
            }
            assertThat(desk.root.history().redoableProperty().get()).isEmpty();
        });
    }

    private static void act(Desk desk, Draw draw) {
        var fields = new FieldsViewModel(desk.root);
        var context = new ContextViewModel(desk.root);
        var columns = new ColumnsViewModel(desk.root, Desk.catalogue(), BACKGROUND);
        var pins = new PinsViewModel(desk.root);
        Choices choices = desk.root.choices();
        switch (draw.random().nextInt(14)) {
            case 0 -> context.enter(draw.upTo(131_072) + "");
            case 1 -> drag(context, draw);
            case 2 -> context.step(draw.random().nextInt(9) - 4);
            case 3 -> fields.pickModel(draw.among(choices.models()));
            case 4 -> fields.pickWeights(draw.among(choices.weights()));
            case 5 -> fields.pickCache(draw.among(choices.caches()));
            case 6 -> fields.users().enter(draw.upTo(64) + "");
            case 7 -> fields.prompt().enter(draw.upTo(60_000) + "");
            case 8 -> fields.target().enter(draw.random().nextBoolean() ? "" : draw.upTo(99) + "");
            case 9 -> columns.duplicate(column(desk, draw));
            case 10 -> columns.move(column(desk, draw), draw.random().nextInt(5) - 2);
            case 11 -> pins.pin();
            case 12 -> columns.remove(column(desk, draw));
            default -> desk.root.reset();
        }
    }

    private static void drag(ContextViewModel context, Draw draw) {
        context.hold();
        for (int move = 0; move < 5; move++) {
            context.moveTo(draw.upTo(131_072), 100, ContextViewModel.Snap.OFF);
        }
        context.release();
    }

    private static String column(Desk desk, Draw draw) {
        return draw.among(desk.root.getComparison().candidates().all()).id();
    }
}
