package org.tonari.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.Session;
import org.tonari.domain.evidence.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari finetune`: estimates what fine-tuning takes and how long a step lasts.
@Command(
        name = "finetune",
        description = "Estimates what fine-tuning takes and how long a step lasts.",
        footer = {
            "",
            "Examples:",
            "  tonari finetune --machine dgx-spark --model llama-3.3-70b --method qlora",
            "  tonari finetune --machine dgx-spark --model flux.1-dev --method lora --optimiser prodigy"
        })
final class FinetuneCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options = new Options();

    FinetuneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return options.answer(session, Trial.Kind.TRAINING);
    }

    /// What can be asked.
    static final class Options extends QuestionOptions {
        @Option(
                names = "--model",
                paramLabel = "ID",
                description = "A language model or a diffusion model. Default: llama-3.3-70b")
        void model(@Nullable String value) {
            word("model", value);
        }

        @Option(
                names = "--method",
                paramLabel = "full|lora|qlora",
                description = "Which weights are trained. Default: qlora")
        void method(@Nullable String value) {
            word("method", value);
        }

        @Option(names = "--optimiser", paramLabel = "adamw|adamw_8bit|prodigy|sgd", description = "Default: adamw")
        void optimiser(@Nullable String value) {
            word("optimiser", value);
        }

        @Option(
                names = "--precision",
                paramLabel = "mixed|bf16|f32",
                description = "Of trained weights and gradients. Default: mixed")
        void precision(@Nullable String value) {
            word("precision", value);
        }

        @Option(names = "--sequence", paramLabel = "N|2k", description = "Tokens of a training text. Default: 2048")
        void sequence(@Nullable String value) {
            word("sequence", value);
        }

        @Option(names = "--resolution", paramLabel = "N", description = "Edge of a training picture. Default: 1024")
        void resolution(@Nullable String value) {
            word("resolution", value);
        }

        @Option(names = "--batch", paramLabel = "N", description = "Samples at once. Default: 1")
        void batch(@Nullable String value) {
            word("batch", value);
        }

        @Option(
                names = "--checkpointing",
                paramLabel = "on|off",
                description = "Compute activations again rather than keep them. Default: on")
        void checkpointing(@Nullable String value) {
            word("checkpointing", value);
        }

        @Option(names = "--rank", paramLabel = "N", description = "Of adapters. Default: 16")
        void rank(@Nullable String value) {
            word("rank", value);
        }

        @Option(
                names = "--targets",
                paramLabel = "attention|linear|all",
                description = "Matrices that get adapters. Default: linear")
        void targets(@Nullable String value) {
            word("targets", value);
        }

        @Option(
                names = "--encoders",
                paramLabel = "resident|resident_8bit|cached",
                description = "A diffusion model's text encoders and decoder. Default: resident")
        void encoders(@Nullable String value) {
            word("encoders", value);
        }
    }
}
