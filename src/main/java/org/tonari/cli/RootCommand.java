package org.tonari.cli;

import picocli.CommandLine.Command;

/// `tonari` itself: what the commands are.
@Command(
        name = "tonari",
        description = {
            "Candidate machines for local generative AI, side by side:",
            "which one holds your model, and how fast?",
            "",
            "Without a command the window opens."
        },
        footer = {
            "",
            "Exit status: 0 done, 1 no fit where --require-fit asks for one, 2 bad input, 3 internal fault.",
            "tonari COMMAND --help tells more."
        })
final class RootCommand {}
