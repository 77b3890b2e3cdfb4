package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.engine.memory.Refusals;
import org.tonari.explain.Source;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final String CJK = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]";
    private static final Pattern NARROW_PUNCTUATION = Pattern.compile(CJK + "[:,;!?()]|[:,;!] ?" + CJK + "|[()]" + CJK);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) {
        assertThat(new TreeSet<>(Messages.in(language).keys()))
                .isEqualTo(new TreeSet<>(Messages.in(Language.ENGLISH).keys()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageHasThePlaceholdersOfTheEnglishOne(Language language) {
        Messages english = Messages.in(Language.ENGLISH);
        Messages messages = Messages.in(language);

        for (String key : english.keys()) {
            assertThat(placeholders(messages.required(key))).as(key).isEqualTo(placeholders(english.required(key)));
        }
    }

    /// Of two with one key the later would hide the earlier in silence.
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh_CN", "zh_TW"})
    void noKeyStandsTwiceInAFile(String language) throws IOException {
        try (InputStream file = Messages.class.getResourceAsStream("messages_" + language + ".properties")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text.lines()
                            .filter(line -> !line.startsWith("#") && line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    /// Between Chinese characters and kana stand full-width marks.
    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH"},
            mode = EnumSource.Mode.EXCLUDE)
    void punctuationAfterCjkTextIsFullWidth(Language language) {
        Messages messages = Messages.in(language);

        assertThat(messages.keys())
                .allSatisfy(
                        key -> assertThat(messages.required(key)).as(key).doesNotContainPattern(NARROW_PUNCTUATION));
    }

    /// A word for a thing is the one that the window and the guide use for it everywhere.
    @ParameterizedTest
    @CsvSource({
        "JAPANESE, ランタイム|デコード|グラフィック[スカ]|機械|マシン|帯域幅|遅延|シーケンス|コマンドライン",
        "JAPANESE, バッファー|ライブラリー|ブラウザ[^ー]|アクセラレータ[^ー]|パラメータ[^ー]|フラッシュアテンション",
        "SIMPLIFIED_CHINESE, 运行环境|装[得不]下|[^您]你|估计|变换器|递归|链路|互联|得分|档案",
        "TRADITIONAL_CHINESE, 執行階段|裝[得不]下|[^您]你|顯存|估計|變換器|循環|互聯|占|發佈",
        "TRADITIONAL_CHINESE, 信息|默認|內存|軟件|硬件|服務器|網絡|文檔|視頻|帶寬|數據|屏幕|菜單|設置|芯片"
    })
    void noMessageUsesASecondWordForTheSameThing(Language language, String others) {
        Messages messages = Messages.in(language);

        assertThat(messages.keys())
                .allSatisfy(key -> assertThat(messages.required(key)).as(key).doesNotContainPattern(others));
    }

    /// An escape that was escaped once more would stand on screen as it is written.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noMessageShowsAnEscape(Language language) {
        Messages messages = Messages.in(language);

        assertThat(messages.keys())
                .allSatisfy(key -> assertThat(messages.required(key)).as(key).doesNotContain("\\"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noMessageIsEmpty(Language language) {
        Messages messages = Messages.in(language);

        assertThat(messages.keys())
                .allSatisfy(key -> assertThat(messages.required(key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantOfTheDomainHasItsWord(Language language) {
        Messages messages = Messages.in(language);

        assertThat(messages.keys())
                .containsAll(words("common", CommonText.values()))
                .containsAll(words("reason", Verdict.Reason.values()))
                .containsAll(words("status", Verdict.Reason.values()))
                .containsAll(words("refusal", Refusals.Refusal.values()))
                .containsAll(words("part", MemoryStack.Part.values()))
                .containsAll(words("load", Projection.Part.values()))
                .containsAll(words("measure", Projection.Measure.values()))
                .containsAll(words("remark", Projection.Remark.values()))
                .containsAll(words("question", QuestionText.values()))
                .containsAll(words("parallelism", Linking.Parallelism.values()))
                .containsAll(words("method", TrainingPlan.Method.values()))
                .containsAll(words("optimiser", TrainingPlan.Optimiser.values()))
                .containsAll(words("precision", TrainingPlan.Precision.values()))
                .containsAll(words("targets", TrainingPlan.Targets.values()))
                .containsAll(words("encoders", TrainingPlan.Encoders.values()))
                .containsAll(words("guidance", DiffusionJob.Guidance.values()))
                .containsAll(words("format", DiffusionJob.Format.values()))
                .containsAll(words("residence", DiffusionJob.Residence.values()))
                .containsAll(words("pool", MemoryPool.Kind.values()))
                .containsAll(words("limit", Speed.Limit.values()))
                .containsAll(words("evidence", Speed.Evidence.values()))
                .containsAll(words("compatibility", Compatibility.State.values()))
                .containsAll(words("compatibility.question", Compatibility.Question.values()))
                .containsAll(words("compatibility.reply", Compatibility.Reply.values()))
                .containsAll(words("compatibility.effect", Compatibility.Effect.values()))
                .containsAll(words("claim", ClaimText.values()))
                .containsAll(words("proof", ProofText.values()))
                .containsAll(words("claim", Claim.Verdict.values()))
                .containsAll(words("source", Source.Kind.values()));
    }

    @Test
    void argumentsStandInTheirPlacesWhateverTheyContain() {
        Messages messages = Messages.in(Language.ENGLISH);

        assertThat(messages.required("remedy.saves", "it's {1}", "2.0 GiB")).isEqualTo("it's {1} saves 2.0 GiB");
    }

    @ParameterizedTest(name = "{0} speaks {1}")
    @CsvSource({
        "ja-JP, JAPANESE",
        "zh-CN, SIMPLIFIED_CHINESE",
        "zh, SIMPLIFIED_CHINESE",
        "zh-TW, TRADITIONAL_CHINESE",
        "zh-HK, TRADITIONAL_CHINESE",
        "zh-Hant, TRADITIONAL_CHINESE",
        "zh-Hans-HK, SIMPLIFIED_CHINESE",
        "de, ENGLISH"
    })
    void aLocaleHasItsLanguage(String tag, Language expected) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(expected);
    }

    @Test
    void aTagNobodySpeaksHasNoLanguage() {
        assertThat(Language.ofTag("zh_TW")).contains(Language.TRADITIONAL_CHINESE);
        assertThat(Language.ofTag("tlh")).isEmpty();
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Iterable<String> words(String section, Enum<?>... constants) {
        Stream<String> words =
                Arrays.stream(constants).map(each -> section + "." + each.name().toLowerCase(Locale.ROOT));
        return words.toList();
    }
}
