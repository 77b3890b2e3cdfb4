package org.tonari.evidence.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.evidence.Claim.Verdict;
import org.tonari.domain.evidence.ClaimResult;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.profiles.Catalogue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ClaimsTest {
    private static final List<ClaimResult> SHIPPED = results(Catalogue.open(List.of()));

    @Test
    void fiftyClaimsShipEachWithAQuoteOfALine() {
        assertThat(SHIPPED).hasSize(50);
        assertThat(SHIPPED)
                .allSatisfy(result ->
                        assertThat(result.claim().quote()).isNotBlank().hasSizeLessThan(120));
    }

    @Test
    void everyStatementIsSaidInEveryLanguageOfTheWindow() {
        assertThat(SHIPPED)
                .flatExtracting(ClaimResult::findings)
                .allSatisfy(finding -> assertThat(finding.statement().translations())
                        .as(finding.statement().says())
                        .containsOnlyKeys("ja", "zh-CN", "zh-TW"));
    }

    @Test
    void everyVerdictAgreesWithThatReachedByHand() throws IOException {
        Map<String, String> byHand = byHand();
        var differing = new ArrayList<String>();

        for (ClaimResult result : SHIPPED) {
            String computed = result.verdict().name().toLowerCase(Locale.ROOT);
            String expected = byHand.get(result.claim().id());
            if (!computed.equals(expected)) {
                differing.add(result.claim().id() + " " + computed + " by hand " + expected + details(result));
            }
        }

        assertThat(differing).describedAs(String.join("\n", differing)).isEmpty();
    }

    @ParameterizedTest(name = "{0} rests on {2} of {1}")
    @CsvSource(textBlock = """
        # claim, machine, pointer to the figure, another value, verdict then
        C09, dgx-spark,               /memory/pools/0/bandwidth/value,   546, REFUTED
        C16, dgx-spark,               /memory/pools/0/capacity/value,    100, REFUTED
        C21, dgx-spark,               /links/1/bandwidth/value,          450, REFUTED
        C23, dgx-spark,               /power/load/value,                 170, PARTLY
        C31, mac-studio-m3-ultra-512, /memory/pools/0/bandwidth/value,   614, REFUTED
        C07, rtx-spark,               /memory/pools/0/nominal/value,     256, PARTLY
        C40, mac-studio-m3-ultra-512, /memory/pools/0/limit/most/value,  200, REFUTED
        """)
    void anotherFigureOfAMachineChangesTheVerdictThatRestsOnIt(
            String claim, String machine, String pointer, double value, Verdict then, @TempDir Path folder)
            throws IOException {
        Verdict before = verdict(SHIPPED, claim);
        overlay(folder, machine, pointer, value);

        Verdict after = verdict(results(Catalogue.open(List.of(folder))), claim);

        assertThat(after).isEqualTo(then).isNotEqualTo(before);
    }

    @Test
    void aScenarioCarriesFiguresOfItsOwn(@TempDir Path folder) throws IOException {
        Path claims = Files.createDirectories(folder.resolve("claims"));
        Files.writeString(claims.resolve("mine.json"), """
            {"kind": "claims", "schema": 1, "id": "mine", "article": "a page",
             "claims": [{"id": "C99", "quote": "a line", "quoted_figure": {"values": [0.5]},
               "statements": [{"says": "It takes half of the memory.", "check": {"type": "near", "tolerance": 0.001,
                 "stated": {"operation": "product", "id": "half", "unit": "bytes", "parts": [
                   {"quoted": 0.5, "unit": "ratio"}, {"machine": "dgx-spark", "figure": "memory.unified.capacity"}]},
                 "computed": {"scenario": {"machine": "dgx-spark", "model": "llama-3.1-8b", "weights": "bf16",
                   "runtime": "vllm", "overrides": {"runtime.gpu_memory_utilization": 0.5}},
                   "quantity": "reserved_bytes"}}}]}]}
            """);

        Verdict verdict = verdict(results(Catalogue.open(List.of(folder))), "C99");

        assertThat(verdict).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void aFigureThatIsNotThereLeavesItsStatementUntested(@TempDir Path folder) throws IOException {
        Path claims = Files.createDirectories(folder.resolve("claims"));
        Files.writeString(claims.resolve("mine.json"), """
            {"kind": "claims", "schema": 1, "id": "mine", "article": "a page",
             "claims": [{"id": "C99", "quote": "a line", "quoted_figure": {"values": [1]},
               "statements": [{"says": "It has a colour.", "check": {"type": "near", "tolerance": 0.1,
                 "stated": {"quoted": 1, "unit": "ratio"},
                 "computed": {"machine": "dgx-spark", "figure": "memory.unified.colour"}}}]}]}
            """);

        Verdict verdict = verdict(results(Catalogue.open(List.of(folder))), "C99");

        assertThat(verdict).isEqualTo(Verdict.UNTESTABLE);
    }

    private static void overlay(Path folder, String machine, String pointer, double value) throws IOException {
        var json = JsonMapper.builder().build();
        String file = "/org/tonari/profiles/machines/" + machine + ".json";
        try (InputStream shipped = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file))) {
            var profile = json.readTree(shipped);
            int last = pointer.lastIndexOf('/');
            ((ObjectNode) profile.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
            Path machines = Files.createDirectories(folder.resolve("machines"));
            Files.writeString(machines.resolve(machine + ".json"), profile.toString());
        }
    }

    private static List<ClaimResult> results(Catalogue catalogue) {
        return Claims.evaluate(
                catalogue, new Estimator(catalogue.calibration(), Alternatives.NONE, catalogue.compatibilities()));
    }

    private static Verdict verdict(List<ClaimResult> results, String claim) {
        return results.stream()
                .filter(result -> result.claim().id().equals(claim))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static String details(ClaimResult result) {
        return result.findings().stream()
                .map(finding ->
                        "\n    " + finding.outcome() + " " + finding.statement().says() + " "
                                + finding.figures().stream()
                                        .map(term -> term.value().toString())
                                        .toList() + " "
                                + finding.reading())
                .collect(Collectors.joining());
    }

    private static Map<String, String> byHand() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ClaimsTest.class.getResourceAsStream("/claims/expected-verdicts.csv"))) {
            var verdicts = new TreeMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(cells -> verdicts.put(cells[0], cells[1]));
            return verdicts;
        }
    }
}
