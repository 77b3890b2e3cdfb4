package org.tonari.engine.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionJob.Format;
import org.tonari.domain.model.DiffusionJob.Guidance;
import org.tonari.domain.model.DiffusionJob.Residence;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.domain.model.DiffusionModel.Blocks.Stream;
import org.tonari.domain.model.DiffusionModel.Component;
import org.tonari.domain.model.DiffusionModel.Component.Role;
import org.tonari.domain.question.Question;
import org.tonari.engine.Bench;
import org.tonari.engine.Easel;
import org.tonari.units.Bytes;

/// The easel's model making pictures of 8 × 8 pixels: parts of 300, 1,000, 50 and 40 weights.
class WorkedPicturesTest {
    private static final DiffusionModel MODEL = Easel.model(Optional.empty());
    private static final DiffusionJob JOB = DiffusionJob.of(MODEL).withSize(8, 8);

    /// Four tensors of 128 channels of 2 bytes over 64 pixels.
    private static final long DECODING = 4 * 128 * 2 * 64;

    /// All 1,390 weights in 2 bytes.
    private static final long WEIGHTS = 2_780;

    /// The transformer takes the format; encoders that follow it take 8 bits; small ones and the decoder keep 16. In
    /// NVFP4 1,000 weights take 4.5 bits: 562 whole bytes.
    @ParameterizedTest(name = "{0}: {1} bytes")
    @CsvSource({"BF16, 2780", "FP8, 1480", "NVFP4, 1042"})
    void eachPartIsStoredInItsOwnPrecision(Format format, long bytes) {
        assertThat(bytes(made(roomy(), MODEL, JOB.withFormat(format)), 0, Part.WEIGHTS))
                .isEqualTo(bytes);
    }

    @Test
    void aTransformerTakesTheFormatWhetherItIsMarkedOrNot() {
        var unmarked = List.of(new Component(Role.TRANSFORMER, "painter", 1_000, false, Bench.HAND));

        assertThat(bytes(made(roomy(), Easel.of(unmarked), JOB.withFormat(Format.FP8)), 0, Part.WEIGHTS))
                .isEqualTo(1_000);
    }

    /// Clips are decoded sixteen frames at a time.
    @ParameterizedTest(name = "{0} frames: {1} at once")
    @CsvSource({"1, 1", "9, 9", "16, 16", "20, 16"})
    void decodingPeaksOverTheFramesTakenAtOnce(int frames, long atOnce) {
        Projection clip = made(roomy(), Easel.clips(4), JOB.withLength(10, frames));

        assertThat(bytes(clip, 0, Part.ACTIVATIONS)).isEqualTo(DECODING * atOnce);
    }

    /// 22 tokens keep 8 · 4,000 + 4 · 6,000 elements of 2 bytes, more than decoding does.
    @Test
    void aWideTransformerPeaksBeforeTheDecoder() {
        var wide = new Blocks("wide", 3, Stream.ALL, 2, 100, 4_000, 6_000);
        var narrow = new Blocks("narrow", 3, Stream.ALL, 2, 100, 4, 6);
        DiffusionModel model = Easel.model(Optional.empty(), List.of(narrow, wide));

        assertThat(bytes(made(roomy(), model, JOB), 0, Part.ACTIVATIONS)).isEqualTo(22 * 56_000 * 2);
    }

    /// The upper end counts 30 % more activations.
    @Test
    void roomForAllButTheUpperEndOfTheActivationsIsTight() {
        long slack = Math.ceilDiv(DECODING * 3, 10);
        long needed = WEIGHTS + DECODING;

        assertThat(made(unified(needed + slack), MODEL, JOB).verdict()).isInstanceOf(Verdict.Fits.class);
        assertThat(made(unified(needed + slack - 1), MODEL, JOB).verdict()).isInstanceOf(Verdict.Tight.class);
        assertThat(made(unified(needed), MODEL, JOB).verdict()).isInstanceOf(Verdict.Tight.class);
        assertThat(made(unified(needed - 1), MODEL, JOB).verdict()).isInstanceOf(Verdict.DoesNotFit.class);
    }

    /// The transformer's 2,000 bytes stand on the card; encoders of 700 and the decoder's 80 wait.
    @Test
    void offloadedTheLargestStageStandsOnTheCardAndTheRestBesideIt() {
        Projection aside = made(card(2_000 + 2 * DECODING, 780), MODEL, offloaded());

        assertThat(aside.verdict().fits()).isTrue();
        assertThat(bytes(aside, 0, Part.WEIGHTS)).isEqualTo(2_000);
        assertThat(bytes(aside, 1, Part.WEIGHTS)).isEqualTo(780);
        assertThat(aside.remarks()).containsExactly(Remark.OFFLOADING_COSTS_TIME);
    }

    @Test
    void encodersAreOneStageTogether() {
        DiffusionModel bookish = Easel.of(List.of(
                new Component(Role.TRANSFORMER, "painter", 400, true, Bench.HAND),
                new Component(Role.TEXT_ENCODER, "reader", 300, true, Bench.HAND),
                new Component(Role.TEXT_ENCODER, "second reader", 200, true, Bench.HAND),
                new Component(Role.DECODER, "decoder", 40, false, Bench.HAND)));

        assertThat(bytes(made(card(1 << 20, 1 << 20), bookish, offloaded()), 0, Part.WEIGHTS))
                .isEqualTo(2 * (300 + 200));
    }

    @Test
    void whatHostMemoryCannotHoldDoesNotFit() {
        assertThat(made(card(1 << 20, 779), MODEL, offloaded()).verdict())
                .isEqualTo(new Verdict.DoesNotFit(new Bytes(1), Verdict.Reason.WEIGHTS_TOO_LARGE));
    }

    @Test
    void inOneMemoryOffloadingFreesNothing() {
        Projection aside = made(roomy(), MODEL, offloaded());

        assertThat(aside.loads()).hasSize(1);
        assertThat(bytes(aside, 0, Part.WEIGHTS)).isEqualTo(WEIGHTS);
        assertThat(aside.remarks()).containsExactly(Remark.OFFLOADING_FREES_NOTHING);
    }

    @Test
    void aModelWithoutADecoderSaysThatPartsAreMissing() {
        assertThat(made(roomy(), MODEL, JOB).remarks()).isEmpty();
        assertThat(made(roomy(), Easel.undecoded(), JOB).remarks()).containsExactly(Remark.PARTS_NOT_PUBLISHED);
    }

    /// Ten steps at half of 1,000 operations a second; guidance passes twice.
    @ParameterizedTest(name = "guided {0}: {1} passes")
    @CsvSource({"ONCE, 1", "TWICE, 2"})
    void aPictureTakesItsStepsAtTheShareThatMakingReaches(Guidance guidance, double passes) {
        Projection made = made(roomy(), MODEL, JOB.withGuidance(guidance));
        double work = passes * Easel.PASS_AT_8_PIXELS;

        assertThat(number(made, Measure.STEP_WORK)).isEqualTo(work);
        assertThat(number(made, Measure.STEP_TIME)).isCloseTo(work / 500, within(1e-9));
        assertThat(number(made, Measure.MAKING_TIME)).isCloseTo(10 * work / 500, within(1e-9));
    }

    @Test
    void withoutAPeakTheTimeIsUnknownAndWithoutRoomThereIsNone() {
        Machine blind = Bench.computing(Map.of(), Bench.pool(Kind.UNIFIED, 1 << 20));

        assertThat(made(blind, MODEL, JOB).figures())
                .filteredOn(figure -> figure.measure() == Measure.MAKING_TIME)
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isInstanceOf(Speed.Unpredicted.class));
        assertThat(made(unified(1), MODEL, JOB).figures())
                .extracting(Projection.Figure::measure)
                .containsExactly(Measure.STEP_WORK);
    }

    /// Tokens of 2 × 2 pixels and 4 frames: the first frame by itself, then each further four or part of four.
    @ParameterizedTest(name = "{0} × {1} × {2} frames: {3} tokens of the clip")
    @CsvSource({"8, 8, 1, 16", "9, 8, 1, 20", "8, 9, 1, 20", "8, 8, 4, 16", "8, 8, 5, 32", "8, 8, 9, 48"})
    void tokensCoverThePictureAndFollowTheFrames(int width, int height, int frames, long tokens) {
        DiffusionModel clips = Easel.clips(4);

        assertThat(Passes.tokens(clips, Easel.BLOCKS.get(0), width, height, frames))
                .isEqualTo(tokens + 6);
        assertThat(Passes.tokens(clips, Easel.BLOCKS.get(1), width, height, frames))
                .isEqualTo(tokens);
        assertThat(Passes.tokens(clips, Easel.BLOCKS.get(2), width, height, frames))
                .isEqualTo(6);
        assertThat(Passes.tokens(MODEL, Easel.BLOCKS.get(1), width, height, 1))
                .isEqualTo(Passes.tokens(clips, Easel.BLOCKS.get(1), width, height, 1));
    }

    @Test
    void aPassAddsUpItsLayers() {
        assertThat(Passes.work(MODEL, 8, 8, 1).value().magnitude()).isEqualTo(Easel.PASS_AT_8_PIXELS);
    }

    private static DiffusionJob offloaded() {
        return JOB.withResidence(Residence.OFFLOADED);
    }

    private static Machine roomy() {
        return unified(1 << 24);
    }

    private static Machine unified(long bytes) {
        return Bench.machine(Bench.pool(Kind.UNIFIED, bytes));
    }

    private static Machine card(long card, long host) {
        return Bench.machine(Bench.pool(Kind.VRAM, card), Bench.pool(Kind.HOST, host));
    }

    private static Projection made(Machine machine, DiffusionModel model, DiffusionJob job) {
        var reach = new Reach(List.of(new Reach.Entry(Reach.Activity.GENERATE, "", "bf16", 0.5, 1, Bench.HAND)));
        return Diffusion.of(new Question.Generation(machine, model, job), reach);
    }

    private static long bytes(Projection projection, int load, Part part) {
        return projection
                .loads()
                .get(load)
                .item(part)
                .orElseThrow()
                .optional()
                .orElseThrow()
                .bytes()
                .count();
    }

    private static double number(Projection projection, Measure measure) {
        return projection.figure(measure).orElseThrow().value();
    }
}
