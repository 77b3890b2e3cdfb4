package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.explain.MissingFact;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReasonsTest {
    private static final Pattern LATIN_WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    @ParameterizedTest
    @ValueSource(strings = {"machines", "runtimes", "models"})
    void everyReasonInAShippedProfileIsGivenInEveryLanguage(String folder) throws IOException {
        var reasons = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("profiles", folder))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                JsonMapper.shared().readTree(Files.readString(file)).findValues("reason").stream()
                        .filter(JsonNode::isString)
                        .forEach(reason -> reasons.add(reason.stringValue()));
            }
        }

        assertThat(reasons).isNotEmpty().allSatisfy(reason -> {
            for (Language language : Language.values()) {
                assertThat(Messages.in(language).found(Reasons.key(reason)))
                        .as("%s in %s", reason, language)
                        .isPresent();
            }
        });
    }

    @Test
    void aReasonIsGivenInTheReadersLanguage() {
        var names = new Names(Messages.in(Language.JAPANESE), new Formats(Language.JAPANESE.locale(), ByteUnit.GIB));

        String missing = names.missing(new MissingFact("machine.power.idle", "not found in anything read"));

        assertThat(missing).contains("どの資料にも見当たらない").doesNotContainPattern(LATIN_WORDS);
    }

    @Test
    void aReasonOfOnesOwnIsLeftAsItIs() {
        assertThat(new Reasons(Messages.in(Language.JAPANESE)).of("my meter was broken"))
                .isEqualTo("my meter was broken");
    }
}
