package org.tonari.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.Session;
import org.tonari.domain.evidence.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari generate`: estimates generating a picture or a clip.
@Command(
        name = "generate",
        description = "Estimates generating a picture or a clip.",
        footer = {
            "",
            "Examples:",
            "  tonari generate --machine dgx-spark --model flux.1-dev --format fp8",
            "  tonari generate --machine hp-omen-45l-rtx-5090 --model ltx-2 --residence offloaded --json"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options = new Options();

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return options.answer(session, Trial.Kind.GENERATION);
    }

    /// What can be asked.
    static final class Options extends QuestionOptions {
        @Option(names = "--model", paramLabel = "ID", description = "The model. Default: flux.1-dev")
        void model(@Nullable String value) {
            word("model", value);
        }

        @Option(names = "--width", paramLabel = "N", description = "Pixels. Default: 1024, 1280 for video")
        void width(@Nullable String value) {
            word("width", value);
        }

        @Option(names = "--height", paramLabel = "N", description = "Pixels. Default: 1024, 720 for video")
        void height(@Nullable String value) {
            word("height", value);
        }

        @Option(names = "--steps", paramLabel = "N", description = "Of denoising. Default: as the vendor advises")
        void steps(@Nullable String value) {
            word("steps", value);
        }

        @Option(names = "--frames", paramLabel = "N", description = "Of a clip. Default: 121")
        void frames(@Nullable String value) {
            word("frames", value);
        }

        @Option(
                names = "--guidance",
                paramLabel = "once|twice",
                description = "Runs of the transformer each step. Default: as the model is made")
        void guidance(@Nullable String value) {
            word("guidance", value);
        }

        @Option(
                names = "--format",
                paramLabel = "bf16|fp8|nvfp4",
                description = "Of the transformer's weights. Default: bf16")
        void format(@Nullable String value) {
            word("format", value);
        }

        @Option(
                names = "--residence",
                paramLabel = "resident|offloaded",
                description = "Whether all parts stay on the accelerator. Default: resident")
        void residence(@Nullable String value) {
            word("residence", value);
        }
    }
}
