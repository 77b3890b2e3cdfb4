package org.tonari.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Quantity;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// Answers that are known, those that are not, and what becomes of both in a sum.
class AnswerTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final Answer MISSING = new Answer.Unknown(new MissingFact("a.figure", "nobody said"));

    private static Answer known(Quantity quantity) {
        return Answer.of(Term.given("part", quantity, SOURCE));
    }

    @ParameterizedTest(name = "7 {0} 2 is {1}")
    @CsvSource({"SUM, 9", "PRODUCT, 14", "DIFFERENCE, 5", "QUOTIENT, 3.5", "MAXIMUM, 7", "MINIMUM, 2", "PAD_UP, 8"})
    void fractionsAreReckonedByEachOperation(Operation operation, double result) {
        Answer answer = Answer.derived("result", Unit.RATIO, operation, known(new Ratio(7)), known(new Ratio(2)));

        assertThat(answer.optional()).map(Term::value).contains(new Ratio(result));
        assertThat(operation.sign()).isNotBlank();
    }

    @ParameterizedTest(name = "7 {0} 2 is {1}")
    @CsvSource({"SUM, 9", "PRODUCT, 14", "DIFFERENCE, 5", "QUOTIENT, 3", "MAXIMUM, 7", "MINIMUM, 2", "PAD_UP, 8"})
    void wholeNumbersAreReckonedWhole(Operation operation, long result) {
        Answer answer = Answer.derived("result", Unit.COUNT, operation, known(new Count(7)), known(new Count(2)));

        assertThat(answer.optional()).map(Term::value).contains(new Count(result));
    }

    @Test
    void differencesOfBytesAreWholeToo() {
        var much = new ByteDifference((1L << 53) + 1);
        Answer sum = Answer.derived(
                "result", Unit.BYTE_DIFFERENCE, Operation.SUM, known(much), known(new ByteDifference(-2)));

        assertThat(sum.optional()).map(Term::value).contains(new ByteDifference((1L << 53) - 1));
    }

    @Test
    void oneUnknownPartMakesTheWholeUnknown() {
        Answer sum = Answer.derived("result", Unit.COUNT, Operation.SUM, known(new Count(1)), MISSING);

        assertThat(sum).isEqualTo(MISSING);
        assertThat(sum.optional()).isEmpty();
        assertThat(MISSING.map(term -> term.as("another"))).isEqualTo(MISSING);
    }

    @Test
    void figuresThatMakeNoNumberAreSaidToBeSo() {
        Answer below =
                Answer.derived("spare", Unit.BYTES, Operation.DIFFERENCE, known(Bytes.ZERO), known(new Bytes(5)));

        assertThat(below)
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.fact().reason().english())
                                .isEqualTo("the figures make no number: bytes must not be negative: -5"));
    }

    @Test
    void aTermGoesByAnotherNameWithItsParts() {
        Term given = new Term.Given("old", new Count(1), SOURCE, "a.path");
        Term derived = Term.derived("old", Unit.COUNT, Operation.SUM, given, given);

        assertThat(given.as("new")).isEqualTo(new Term.Given("new", new Count(1), SOURCE, "a.path"));
        assertThat(derived.as("new"))
                .isEqualTo(new Term.Derived("new", new Count(2), Operation.SUM, List.of(given, given)));
        assertThat(Answer.of(given).map(term -> term.as("new"))).isEqualTo(Answer.of(given.as("new")));
    }

    @Test
    void aFigureIsGivenWithItsPathOrMissing() {
        assertThat(Answer.given("a", Sourced.known(new Count(1), SOURCE), "a.path"))
                .isEqualTo(Answer.of(new Term.Given("a", new Count(1), SOURCE, "a.path")));
        Sourced<Count> unknown = Sourced.unknown("a.figure", "nobody said");
        assertThat(Answer.given("a", unknown, "a.path")).isEqualTo(MISSING);
        assertThat(unknown.optional()).isEmpty();
        assertThat(Sourced.known(new Count(1), SOURCE).optional()).contains(new Count(1));
    }

    @Test
    void aSourceHasACitation() {
        assertThat(Source.of(Source.Kind.VENDOR, "a page")).isEqualTo(new Source(Source.Kind.VENDOR, "a page", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of(Source.Kind.VENDOR, " "))
                .withMessage("a source needs a citation");
    }
}
