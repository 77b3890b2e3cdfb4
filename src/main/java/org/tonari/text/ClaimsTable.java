package org.tonari.text;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.text.FigureTable.Cell;

/// The articles' claims as a table, each recomputed. Immutable.
public final class ClaimsTable {
    private final FigureCells cells;
    private final ClaimWords words;
    private final Messages messages;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public ClaimsTable(Messages messages, Formats formats) {
        this.cells = new FigureCells(messages);
        this.words = new ClaimWords(messages, formats);
        this.messages = messages;
    }

    /// @param results one for each claim
    public FigureTable of(List<ClaimResult> results) {
        return new FigureTable(
                "claims",
                List.of(
                        cells.words("id", PageText.CLAIMS_CLAIM),
                        cells.words("verdict", CommonText.VERDICT),
                        cells.words("quote", PageText.CLAIMS_QUOTE),
                        cells.words("computed", PageText.CLAIMS_COMPUTED)),
                results.stream().map(this::row).toList());
    }

    private List<Cell> row(ClaimResult result) {
        String computed = result.findings().stream()
                .map(finding -> ClaimWords.glyph(finding.outcome()) + " " + words.arithmetic(finding))
                .reduce((one, next) -> messages.text(CommonText.ALSO, one, next))
                .orElse("");
        return List.of(
                Cell.words(result.claim().id(), result.claim().id()),
                Cell.words(
                        ClaimWords.glyph(result.verdict()) + " " + words.verdict(result.verdict()),
                        result.verdict().name().toLowerCase(Locale.ROOT)),
                Cell.words(result.claim().quote(), result.claim().quote()),
                Cell.words(computed, computed));
    }
}
