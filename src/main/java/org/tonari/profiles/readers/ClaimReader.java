package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.Claim.Quoted;
import org.tonari.domain.evidence.Claim.Statement;
import org.tonari.domain.evidence.Claim.Weight;
import org.tonari.domain.evidence.ClaimCheck;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads `profiles/claims/*.json`: the sentences of one article, each with the statements it stands on.
public final class ClaimReader {
    /// The ways a statement can be tested.
    private enum Kind {
        NEAR,
        AT_MOST,
        UNSTATED,
        FITS,
        MENTIONS,
        KERNELS,
        UNTESTABLE
    }

    private static final String OVERRIDES = "overrides";

    private final ClaimFigureReader figures;
    private final String article;

    private ClaimReader(String article) {
        this.article = article;
        this.figures = new ClaimFigureReader(article);
    }

    /// @return the file's claims in their order
    /// @throws ProfileException where the file is not as expected
    public static List<Claim> read(ProfileNode file) {
        ProfileKind.CLAIMS.requireHeader(file);
        file.field("id").text();
        var reader = new ClaimReader(file.field("article").text());
        List<Claim> claims = file.field("claims").items().stream()
                .map(claim -> claim.checked(reader::claim))
                .toList();
        file.requireAllRead();
        return claims;
    }

    private Claim claim(ProfileNode claim) {
        var read = new Claim(
                claim.field("id").text(),
                article,
                claim.field("quote").text(),
                quoted(claim.field("quoted_figure")),
                claim.field("statements").items().stream().map(this::statement).toList());
        claim.requireAllRead();
        return read;
    }

    private static Quoted quoted(ProfileNode quoted) {
        List<String> values = quoted.field("values").items().stream()
                .map(value -> value.isText() ? value.text() : value.shown().english())
                .toList();
        var read = new Quoted(values, Figures.textOrEmpty(quoted, "unit"));
        quoted.requireAllRead();
        return read;
    }

    private Statement statement(ProfileNode statement) {
        var read = new Statement(
                statement.field("says").text(),
                Translations.of(statement),
                statement
                        .optionalField("weight")
                        .map(word -> word.oneOf(Weight.class))
                        .orElse(Weight.PART),
                statement.field("check").checked(this::check));
        statement.requireAllRead();
        return read;
    }

    private ClaimCheck check(ProfileNode check) {
        ClaimCheck read =
                switch (check.field("type").oneOf(Kind.class)) {
                    case NEAR ->
                        new ClaimCheck.Near(
                                figures.read(check.field("stated")),
                                figures.read(check.field("computed")),
                                check.field("tolerance").number());
                    case AT_MOST ->
                        new ClaimCheck.AtMost(figures.read(check.field("less")), figures.read(check.field("more")));
                    case UNSTATED -> new ClaimCheck.Unstated(figures.read(check.field("figure")));
                    case FITS ->
                        new ClaimCheck.Fits(
                                scenario(check.field("scenario")),
                                check.field("expected").oneOf(ClaimCheck.Fits.Expected.class));
                    case MENTIONS ->
                        new ClaimCheck.Mentions(
                                check.field("machine").text(),
                                check.field("figure").text(),
                                check.field("words").text(),
                                check.field("expected").oneOf(ClaimCheck.Mentions.Expected.class));
                    case KERNELS ->
                        new ClaimCheck.Kernels(scenario(check.field("scenario")), states(check.field("states")));
                    case UNTESTABLE ->
                        new ClaimCheck.Untestable(check.field("reason").text());
                };
        check.requireAllRead();
        return read;
    }

    private static EnumSet<State> states(ProfileNode states) {
        var read = EnumSet.noneOf(State.class);
        states.items().forEach(state -> read.add(state.oneOf(State.class)));
        return read;
    }

    /// A scenario stays in words: machines and models are looked up when a claim is checked. Figures in place of
    /// shipped ones (`overrides`) stand among them by their paths.
    public static Map<String, String> scenario(ProfileNode scenario) {
        var words = new LinkedHashMap<String, String>();
        scenario.fields().forEach((name, value) -> {
            if (name.equals(OVERRIDES)) {
                words.putAll(words(value));
            } else {
                words.put(name, word(value));
            }
        });
        return words;
    }

    /// @return the members of an object as texts, in the order of the file
    public static Map<String, String> words(ProfileNode named) {
        var words = new LinkedHashMap<String, String>();
        named.fields().forEach((name, value) -> words.put(name, word(value)));
        return words;
    }

    private static String word(ProfileNode value) {
        return value.isText() ? value.text() : value.shown().english();
    }
}
