package org.tonari.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.evidence.Claim.Quoted;
import org.tonari.domain.evidence.Claim.Statement;
import org.tonari.domain.evidence.Claim.Verdict;
import org.tonari.domain.evidence.Claim.Weight;
import org.tonari.domain.evidence.ClaimResult.Finding;
import org.tonari.domain.evidence.ClaimResult.Outcome;
import org.tonari.explain.Phrase;

class ClaimResultTest {

    @ParameterizedTest(name = "{0} makes {1}")
    @CsvSource(textBlock = """
        # outcomes in order; an exclamation mark marks an essential statement
        HOLDS,              REPRODUCED
        HOLDS HOLDS!,       REPRODUCED
        HOLDS FAILS,        PARTLY
        HOLDS UNTESTED,     PARTLY
        HOLDS HOLDS FAILS!, REFUTED
        FAILS,              REFUTED
        FAILS UNTESTED,     REFUTED
        UNTESTED UNTESTED,  UNTESTABLE
        """)
    void theVerdictFollowsFromTheStatements(String outcomes, Verdict verdict) {
        var findings = new ArrayList<Finding>();
        for (String outcome : outcomes.split(" ")) {
            Weight weight = outcome.endsWith("!") ? Weight.ESSENTIAL : Weight.PART;
            var statement = new Statement("a statement", Map.of(), weight, new ClaimCheck.Untestable("a test"));
            findings.add(
                    new Finding(statement, Outcome.valueOf(outcome.replace("!", "")), List.of(), Phrase.verbatim("")));
        }
        var claim = new Claim(
                "C99",
                "an article",
                "a line",
                new Quoted(List.of(), ""),
                findings.stream().map(Finding::statement).toList());

        assertThat(new ClaimResult(claim, findings).verdict()).isEqualTo(verdict);
    }
}
