package org.tonari.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.Attention;
import org.tonari.domain.scenario.Change;
import org.tonari.engine.memory.Refusals;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// The words for what the engine answers: verdicts, reasons, parts, limits, evidence, remedies. Immutable.
public final class Names {
    private final Messages messages;
    private final Formats formats;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public Names(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /// @return `fits`, `tight`, `spills`, `does not fit`, `unknown`
    public String verdict(Verdict verdict) {
        return messages.required("verdict." + word(verdict));
    }

    /// @return `●`, `▲`, `■` or `◇`
    public String glyph(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> "●";
            case Verdict.Tight _, Verdict.Spills _ -> "▲";
            case Verdict.DoesNotFit _ -> "■";
            case Verdict.Unknown _ -> "◇";
        };
    }

    /// @return the verdict as short as fits over a column, with its figure: `fits`, `spills 33.7`, `14.3 over`
    public String status(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Unknown _ -> verdict(verdict);
            case Verdict.Spills(Bytes toHost) ->
                messages.required("status.spills", formats.memory(toHost, Detail.CHART));
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason reason) ->
                missing.equals(Bytes.ZERO)
                        ? messages.required("status." + lower(reason))
                        : messages.required("status.over", formats.memory(missing, Detail.CHART));
        };
    }

    /// @return the verdict in a sentence, with its figure and its reason
    public String sentence(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits(Bytes spare) -> messages.required("sentence.fits", chart(spare));
            case Verdict.Tight(Bytes spare) -> messages.required("sentence.tight", chart(spare));
            case Verdict.Spills(Bytes toHost) -> messages.required("sentence.spills", chart(toHost));
            case Verdict.DoesNotFit(Bytes missing, Verdict.Reason reason) ->
                missing.equals(Bytes.ZERO)
                        ? messages.required("sentence.does_not_run", reason(reason))
                        : messages.required("sentence.does_not_fit", chart(missing), reason(reason));
            case Verdict.Unknown(MissingFact fact) -> messages.required("sentence.unknown", missing(fact));
        };
    }

    /// @return why a scenario does not run
    public String reason(Verdict.Reason reason) {
        return messages.required("reason." + lower(reason));
    }

    /// @return a remark on an estimate, in a sentence
    public String remark(Remark remark) {
        return switch (remark) {
            case Remark.ContextBeyondModel(Tokens asked, Tokens most) ->
                messages.required("remark." + remark.word(), formats.whole(asked.count()), formats.whole(most.count()));
            case Remark.SequencesWait(int asked, int atOnce) ->
                messages.required("remark." + remark.word(), formats.whole(asked), formats.whole(atOnce));
            case Remark.TakesBeyondAdvice(Bytes taken, Bytes beyond) ->
                messages.required("remark." + remark.word(), chart(taken), chart(beyond));
            case Remark.SplittingSavesNothing _,
                    Remark.NoDraftingHead _,
                    Remark.NoProjector _,
                    Remark.CacheSlowOnProcessor _,
                    Remark.PlainAttentionNotCounted _ -> messages.required("remark." + remark.word());
        };
    }

    /// @return why a runtime refuses its options
    public String refusal(Refusals.Refusal refusal) {
        return messages.required("refusal." + lower(refusal));
    }

    /// @return a part of the memory stack
    public String part(MemoryStack.Part part) {
        return messages.required("part." + lower(part));
    }

    /// @return a memory of a machine
    public String pool(MemoryPool.Kind kind) {
        return messages.required("pool." + lower(kind));
    }

    /// @return what holds a machine back
    public String limit(Speed.Limit limit) {
        return messages.required("limit." + lower(limit));
    }

    /// @return what an evidence tier means
    public String evidence(Speed.Evidence evidence) {
        return messages.required("evidence." + lower(evidence));
    }

    /// @return how kernels run on a machine
    public String compatibility(Compatibility.State state) {
        return messages.required("compatibility." + lower(state));
    }

    /// @return the same in a word, without its gloss
    public String shortCompatibility(Compatibility.State state) {
        String whole = compatibility(state);
        int end = Math.max(whole.indexOf(':'), whole.indexOf('：'));
        return end < 0 ? whole : whole.substring(0, end);
    }

    /// @return one sign for how kernels run, for where there is no room for a word
    public static String badge(Compatibility.State state) {
        return switch (state) {
            case NATIVE -> "✓";
            case UPCAST -> "↑";
            case FALLBACK -> "↓";
            case UNSUPPORTED -> "✕";
            case UNKNOWN -> "?";
        };
    }

    /// @return a step on the way to how kernels run: what was asked and what came of it
    public String step(Compatibility.Step step) {
        return question(step.question()) + " " + messages.required("compatibility.reply." + lower(step.reply()));
    }

    /// @return what the kernels do to speed, in one sentence
    public String effect(Compatibility.Effect effect) {
        return messages.required("compatibility.effect." + lower(effect));
    }

    /// @return what sort of statement a source is
    public String kind(Source.Kind kind) {
        return messages.required("source." + lower(kind));
    }

    /// @return a source in one line: its kind, citation and date
    public String source(Source source) {
        if (source.equals(Source.BY_HAND)) {
            return kind(source.kind());
        }
        String line = messages.text(CommonText.LABELLED, kind(source.kind()), reason(source.citation()));
        return source.date().isEmpty() ? line : line + " (" + source.date() + ")";
    }

    /// @param english why a figure is unknown or what a source is, in a profile's or the engine's words
    /// @return the same in this language; in English where nobody translated it
    public String reason(String english) {
        return new Reasons(messages).of(english);
    }

    /// @return the phrase in this language; in English where nobody translated it
    public String said(Phrase phrase) {
        return new Reasons(messages).of(phrase, this::part);
    }

    /// What the engine found is a part that has names of its own.
    private Object part(Object part) {
        return part instanceof Finding finding ? finding(finding) : part;
    }

    /// @return which fact is missing and why
    public String missing(MissingFact fact) {
        String reason = said(fact.reason());
        return messages.found("missing." + fact.path())
                .or(() -> figure(fact.path())
                        .map(figure -> messages.required("missing.figured", fact.path(), reason, figure)))
                .orElseGet(() -> messages.required("missing.fact", fact.path(), reason));
    }

    /// The figure of a machine that stands at a path: `machine.memory.vram.bandwidth` is a bandwidth.
    private Optional<String> figure(String path) {
        return path.startsWith("machine.")
                ? Arrays.stream(path.split("\\."))
                        .map(name -> messages.found("missing.figure." + name))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /// @return on what grounds a step was answered; a source's statement in English where nobody translated it
    public String finding(Finding finding) {
        return switch (finding) {
            case Finding.Stated(String words, var translations) ->
                translations.getOrDefault(messages.language().tag(), words);
            case Finding.RunsThrough(String runtime, String machine, String backend) ->
                messages.required("compatibility.finding.runs_through", runtime, machine, backend);
            case Finding.NoBackEnd(String runtime, String machine) ->
                messages.required("compatibility.finding.no_back_end", runtime, machine);
            case Finding.Reads(String runtime, String weights) ->
                messages.required("compatibility.finding.reads", runtime, weights);
            case Finding.DoesNotRead(String runtime, String weights) ->
                messages.required("compatibility.finding.does_not_read", runtime, weights);
            case Finding.NothingStated(String runtime, String weights, String architecture) ->
                messages.required("compatibility.finding.nothing_stated", runtime, weights, architecture);
            case Finding.Speeds(Compatibility.Effect effect) -> effect(effect);
        };
    }

    /// @return what follows an answered step: the next question, or after the last one how the kernels run
    public String next(Compatibility compatibility, Compatibility.Step step) {
        return compatibility
                .after(step)
                .map(next -> messages.required("compatibility.next", question(next.question())))
                .orElseGet(() -> messages.required("compatibility.outcome", compatibility(compatibility.state())));
    }

    private String question(Compatibility.Question question) {
        return messages.required("compatibility.question." + lower(question));
    }

    /// @return how layers look back, in one word or two
    public String attention(Attention attention) {
        return messages.required("attention."
                + switch (attention) {
                    case Attention.FullAttention _ -> "full";
                    case Attention.SlidingWindowAttention _ -> "sliding";
                    case Attention.ChunkedAttention _ -> "chunked";
                    case Attention.LatentAttention _ -> "latent";
                    case Attention.SparseLatentAttention _ -> "sparse_latent";
                    case Attention.StateSpace _ -> "state_space";
                    case Attention.GatedDelta _ -> "gated_delta";
                    case Attention.ShortConvolution _ -> "short_convolution";
                    case Attention.None _ -> "none";
                    case Attention.Undescribed _ -> "undescribed";
                });
    }

    /// @return a change by itself: `KV cache q8_0`
    public String change(Change change) {
        return switch (change) {
            case Change.Cache(var format) -> messages.required("change.cache", format.name());
            case Change.Ubatch(var ubatch) -> messages.required("change.ubatch", formats.context(ubatch));
            case Change.Concurrency(int users) -> messages.required("change.concurrency", formats.whole(users));
            case Change.Context(var context) -> messages.required("change.context", formats.context(context));
            case Change.Weights(var format) -> messages.required("change.weights", format.name());
        };
    }

    /// @return a remedy as a sentence: `KV cache q8_0 saves 2.0 GiB`
    public String remedy(Fit.Remedy remedy) {
        return messages.required("remedy.saves", change(remedy.change()), chart(remedy.saves()));
    }

    /// @return a remedy with what becomes of the verdict: `KV cache q8_0 saves 2.0 GiB: then tight`
    public String remedyWithVerdict(Fit.Remedy remedy) {
        return messages.required("remedy.then", remedy(remedy), verdict(remedy.verdict()));
    }

    /// @return the verdict's word in the contract, such as `does_not_fit`
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fits _ -> "fits";
            case Verdict.Tight _ -> "tight";
            case Verdict.Spills _ -> "spills";
            case Verdict.DoesNotFit _ -> "does_not_fit";
            case Verdict.Unknown _ -> "unknown";
        };
    }

    private String chart(Bytes bytes) {
        return formats.memoryWithUnit(bytes, Detail.CHART);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
