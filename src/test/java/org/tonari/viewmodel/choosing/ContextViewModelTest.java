package org.tonari.viewmodel.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.desk.ContextScale;
import org.tonari.viewmodel.desk.Desk;

class ContextViewModelTest {
    private final Desk desk = new Desk();
    private final ContextViewModel context = new ContextViewModel(desk.root);

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({"32k, 32768", "0.125M, 131072", "'65,536', 65536", "1000, 1000", "１６ｋ, 16384"})
    void typedContextsAreRead(String text, long tokens) {
        assertThat(context.enter(text)).hasValue(tokens);
        assertThat(desk.context()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-5", "0", "1e9", "3.3", "99999999999999999999"})
    void whatIsNoContextChangesNothingAndIsSaid(String text) {
        assertThat(context.enter(text)).isEmpty();

        assertThat(desk.context()).isEqualTo(32_768);
        assertThat(context.entry().problemProperty().get())
                .get()
                .extracting(EntryProblem::reason)
                .isEqualTo(EntryProblem.Reason.NOT_A_NUMBER);
    }

    @Test
    void moreThanTheModelWasMadeForIsTooLarge() {
        context.enter("256k");

        assertThat(context.entry().problemProperty().get())
                .get()
                .isEqualTo(new EntryProblem("256k", EntryProblem.Reason.TOO_LARGE, 1, 131_072));
    }

    @Test
    void aContextTheModelDoesNotAllowIsSaidAndReturnsWithTheNextModel() {
        var fields = new FieldsViewModel(desk.root);

        fields.pickModel(Desk.model("llama-2-7b"));

        assertThat(desk.context()).isEqualTo(4_096);
        assertThat(context.shortenedProperty().getValue())
                .contains(new ContextViewModel.Shortened("Llama 2 7B", new Tokens(4_096), new Tokens(32_768)));

        fields.pickModel(Desk.model("qwen3-32b"));
        assertThat(desk.context()).isEqualTo(32_768);
        assertThat(context.shortenedProperty().getValue()).isEmpty();
    }

    @Test
    void undoAndRedoBringBackWhatWasAskedForToo() {
        new FieldsViewModel(desk.root).pickModel(Desk.model("llama-2-7b"));
        context.enter("1k");

        desk.root.undo();
        assertThat(context.shortenedProperty().getValue()).isPresent();
        desk.root.undo();
        assertThat(desk.context()).isEqualTo(32_768);
        desk.root.redo();
        assertThat(context.shortenedProperty().getValue()).isPresent();
        desk.root.redo();
        assertThat(context.shortenedProperty().getValue()).isEmpty();
    }

    @Test
    void aGoodContextForgivesABadOne() {
        context.enter("many");
        context.enter("8k");

        assertThat(context.entry().problemProperty().get()).isEmpty();
    }

    /// An octave is 100 px, so 34,000 is 5.3 px right of 32,768 and 34,500 is 7.4 px.
    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({"34000, 32768", "34500, 34560", "31500, 32768", "200000, 131072", "10, 1024"})
    void powersOfTwoAttractWithinSixPixels(double pointed, long tokens) {
        context.moveTo(pointed, 100, ContextViewModel.Snap.ON);

        assertThat(desk.context()).isEqualTo(tokens);
    }

    @Test
    void altLeavesTheThumbWhereItIs() {
        context.moveTo(33_001, 100, ContextViewModel.Snap.OFF);

        assertThat(desk.context()).isEqualTo(33_001);
    }

    @Test
    void stepsAreRoundNumbersAndReversible() {
        context.step(1);
        assertThat(desk.context()).isEqualTo(34_816);

        context.step(-1);
        context.step(-1);
        assertThat(desk.context()).isEqualTo(31_744);

        context.step(1);
        assertThat(desk.context()).isEqualTo(32_768);
    }

    @Test
    void jumpsDoubleAndHalveWithinTheScale() {
        context.jump(1);
        context.jump(1);
        context.jump(1);
        assertThat(desk.context()).isEqualTo(131_072);

        context.jump(-1);
        assertThat(desk.context()).isEqualTo(65_536);
    }

    @Test
    void samplesRiseFromNearlyEmptyToTheLongest() {
        var samples = new ContextScale(new Tokens(40_960)).samples();

        assertThat(samples).isSorted().doesNotHaveDuplicates();
        assertThat(samples.getFirst()).isEqualTo(new Tokens(1));
        assertThat(samples.getLast()).isEqualTo(new Tokens(40_960));
        assertThat(new ContextScale(new Tokens(40_960)).end()).isEqualTo(new Tokens(40_960));
        assertThat(new ContextScale(new Tokens(512)).end()).isEqualTo(new Tokens(2_048));
    }
}
