package org.tonari.profiles.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.comparison.Candidates;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.question.Questions;
import org.tonari.explain.Phrase;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.requests.SetupWords;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.TokensPerSecond;

/// Reads saved comparisons.
///
/// ```java
/// Reading<WorkReader.Opened> opened = new WorkReader(catalogue).read("evening.tonari", text);
/// ```
public final class WorkReader {
    private final Catalogue catalogue;

    /// @param catalogue where ids are looked up that the file does not carry itself
    public WorkReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whether a file may be written over.
    public enum Access {
        WRITABLE,
        /// A newer program wrote it: what it says beyond this format was passed over and would be lost.
        READ_ONLY
    }

    /// @param work      what the file holds
    /// @param access    whether it may be written over
    /// @param catalogue the profiles with those that the file carries over them
    public record Opened(Work work, Access access, Catalogue catalogue) {}

    /// @return what a file holds, or the first thing that is wrong
    public Reading<Opened> read(Path file) {
        return guarded(() -> ProfileText.read(file));
    }

    /// @param origin how the text is called in messages, such as its file
    /// @param text   of the file
    /// @return what it holds, or the first thing that is wrong
    public Reading<Opened> read(String origin, String text) {
        return guarded(() -> ProfileText.parse(origin, text));
    }

    private Reading<Opened> guarded(Supplier<ProfileNode> text) {
        try {
            return new Reading.Read<>(read(text.get()));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    private Opened read(ProfileNode file) {
        ProfileNode kind = file.field("kind");
        if (!kind.text().equals(WorkWriter.KIND)) {
            throw kind.refusedBut('\"' + WorkWriter.KIND + '\"');
        }
        long format = file.field("format").whole(1);
        return format <= Work.FORMAT ? understood(file, Access.WRITABLE) : newer(file, format);
    }

    private Opened newer(ProfileNode file, long format) {
        try {
            return understood(file, Access.READ_ONLY);
        } catch (ProfileException beyond) {
            ProfileProblem problem = beyond.problem();
            throw file.field("format")
                    .problem(
                            Phrase.of(
                                    "{0}, of a newer Tonari, and what it says at {1} cannot be understood",
                                    format, problem.place()),
                            Phrase.of("at most {0}", Work.FORMAT));
        }
    }

    private Opened understood(ProfileNode file, Access access) {
        Optional<ProfileNode> carried = file.optionalField("profiles");
        Catalogue known = carried.map(catalogue::carrying).orElse(catalogue);
        Comparison comparison = new Comparison(
                candidates(file.field("columns"), known, access),
                setup(file.field("setup"), known, access),
                file.optionalField("target").map(WorkReader::target),
                pins(file, known, access),
                file.optionalField("questions")
                        .map(sections -> QuestionSections.read(sections, access))
                        .orElse(Questions.DEFAULT));
        String page = file.optionalField("page").map(ProfileNode::text).orElse("");
        file.optionalField("written_by");
        requireAllRead(file, access);
        return new Opened(new Work(comparison, page), access, known);
    }

    private static TokensPerSecond target(ProfileNode target) {
        return target.checked(node -> new TokensPerSecond(node.number()));
    }

    private static Candidates candidates(ProfileNode columns, Catalogue known, Access access) {
        List<Candidate> read = new ArrayList<>();
        for (ProfileNode column : columns.items()) {
            ProfileNode machine = column.field("machine");
            read.add(new Candidate(
                    machine.found(known.machine(machine.text())),
                    whole(column, "copy", 1, 1),
                    whole(column, "mark", 0, read.size()),
                    column.optionalField("hidden").map(ProfileNode::flag).orElse(false)
                            ? Visibility.HIDDEN
                            : Visibility.SHOWN,
                    column.optionalField("runtime").map(word -> word.found(known.runtime(word.text()))),
                    column.optionalField("weights").map(word -> word.found(known.weights(word.text())))));
            requireAllRead(column, access);
        }
        return columns.checked(_ -> new Candidates(read));
    }

    private static int whole(ProfileNode node, String name, int least, int usual) {
        return node.optionalField(name)
                .map(number -> Math.toIntExact(number.whole(least, 1_000)))
                .orElse(usual);
    }

    private static Setup setup(ProfileNode words, Catalogue known, Access access) {
        var setup = new SetupWords(known).read(words);
        requireAllRead(words, access);
        return setup;
    }

    private static List<Pin> pins(ProfileNode file, Catalogue known, Access access) {
        var pins = new ArrayList<Pin>();
        for (ProfileNode pin :
                file.optionalField("pins").map(ProfileNode::items).orElse(List.of())) {
            var setup = setup(pin.field("setup"), known, access);
            pins.add(pin.field("letter").checked(letter -> new Pin(letter.text().charAt(0), setup)));
            requireAllRead(pin, access);
        }
        return pins;
    }

    /// A misspelt field of a known format is refused; a newer format may have fields nobody here has heard of.
    static void requireAllRead(ProfileNode node, Access access) {
        if (access == Access.WRITABLE) {
            node.requireAllRead();
        }
    }
}
