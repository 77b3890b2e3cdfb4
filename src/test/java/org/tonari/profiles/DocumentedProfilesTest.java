package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileText;

/// The examples in the description of the format are read by the readers they describe.
final class DocumentedProfilesTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleWithAKindIsAsItShouldBe() throws IOException {
        List<ProfileNode> profiles = examples().stream()
                .map(text -> ProfileText.parse("profiles.md", text))
                .filter(file -> file.has("kind") && file.has("schema"))
                .toList();
        var seen = EnumSet.noneOf(ProfileKind.class);

        for (ProfileNode file : profiles) {
            ProfileKind kind = ProfileKind.of(file.field("kind").text()).orElseThrow();
            seen.add(kind);
            assertThatCode(() -> ProfileReaders.OWN.read(kind, file))
                    .as(kind.word())
                    .doesNotThrowAnyException();
        }

        assertThat(seen).containsAll(EnumSet.range(ProfileKind.MACHINE, ProfileKind.CALIBRATION));
    }

    private static List<String> examples() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/profiles.md"));
        return EXAMPLE.matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
