package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionCommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"together", "finetune", "generate"})
    void eachQuestionIsAnsweredAsTextAndAsJson(String command) {
        Terminal.Outcome text = new Terminal().run(command, "--machine", "dgx-spark");
        Terminal.Outcome json = new Terminal().run(command, "--machine", "dgx-spark", "--json");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("DGX Spark", "Weights", "Required");
        assertThat(json.status()).isZero();
        assertThat(json.out()).contains("\"required_bytes\"", "\"verdict\"", "\"explanation\"", "\"evidence\": \"E\"");
    }

    @Test
    void linkedMachinesAreAnEstimateLikeAnyOther() {
        Terminal.Outcome terminal = new Terminal()
                .run(
                        "estimate",
                        "--machine",
                        "dgx-spark",
                        "--machines-linked",
                        "4",
                        "--parallel",
                        "tensor",
                        "--model",
                        "deepseek-v3.2",
                        "--weights",
                        "nvfp4",
                        "--runtime",
                        "vllm",
                        "--json");

        assertThat(terminal.status()).isZero();
        assertThat(terminal.out())
                .contains("\"machines_linked\": 4", "\"parallel\": \"tensor\"", "\"evidence\": \"E\"")
                .containsPattern("\"verdict\": \"(fits|tight)\"");
    }

    @Test
    void moreThanEightMachinesAreRefused() {
        Terminal.Outcome terminal = new Terminal().run("estimate", "--machine", "dgx-spark", "--machines-linked", "9");

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("--machines-linked", "1 to 8");
    }

    @Test
    void aModelNobodyKnowsIsNamed() {
        Terminal.Outcome terminal = new Terminal().run("generate", "--machine", "dgx-spark", "--model", "flux.9");

        assertThat(terminal.status()).isEqualTo(2);
        assertThat(terminal.err()).contains("flux.9", "flux.1-dev");
    }

    @Test
    void requireFitTellsByTheExitStatus() {
        assertThat(new Terminal()
                        .run("finetune", "--machine", "dgx-spark", "--method", "full", "--require-fit")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void publishedFiguresStandBesideTheEstimates() {
        Terminal.Outcome terminal = new Terminal().run("trials");

        assertThat(terminal.status()).isZero();
        assertThat(terminal.out()).contains("linked: median error", "impossible: needs 2159 of 119 TFLOPS");
    }
}
