package org.tonari.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.Session;
import org.tonari.domain.evidence.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari together`: estimates several models in one memory at once.
@Command(
        name = "together",
        description = "Estimates several models in one memory at once.",
        footer = {
            "",
            "Examples:",
            "  tonari together --machine dgx-spark",
            "  tonari together --machine dgx-spark --models gpt-oss-120b,qwen3-8b:q8_0:f16:16k:2"
        })
final class TogetherCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options = new Options();

    TogetherCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return options.answer(session, Trial.Kind.TOGETHER);
    }

    /// What can be asked.
    static final class Options extends QuestionOptions {
        @Option(
                names = "--models",
                paramLabel = "MODEL[:WEIGHTS[:KV[:CONTEXT[:USERS]]]],…",
                description = "The models. Default: the multi-agent set of an article")
        void models(@Nullable String value) {
            word("models", value);
        }

        @Option(names = "--runtime", paramLabel = "ID", description = "What runs them. Default: auto")
        void runtime(@Nullable String value) {
            word("runtime", value);
        }
    }
}
