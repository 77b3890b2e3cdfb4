package org.tonari.profiles.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.ModelSet.Member;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.scenario.Workload;
import org.tonari.profiles.tree.ProfileNode;

/// Settings of bigger questions in words, the same on a command line, in JSON and in saved files, and back again.
///
/// Names are not looked up here; [QuestionWords] does that.
public final class PlanWords {
    /// In place of a weight format: the one a model is published in.
    public static final String NATIVE = "native";

    private PlanWords() {}

    /// @return linked machines as `machines_linked`, `link` and `parallel` say
    public static Linking linking(ProfileNode words, Linking usual) {
        var plain = new WorkloadWords(words);
        return new Linking(
                plain.whole("machines_linked", 1, Linking.MOST_MACHINES, usual.machines()),
                words.optionalField("link").map(ProfileNode::text).orElse(usual.link()),
                words.optionalField("parallel")
                        .map(word -> word.oneOf(Parallelism.class))
                        .orElse(usual.parallelism()));
    }

    /// @return the words that [#linking] reads back
    public static Map<String, Object> words(Linking linking) {
        var words = new LinkedHashMap<String, Object>();
        words.put("machines_linked", (long) linking.machines());
        words.put("link", linking.link());
        words.put("parallel", lower(linking.parallelism()));
        return words;
    }

    /// @return the models of `models`: a list of objects, or a text such as `gpt-oss-120b,qwen3-8b:q8_0:f16:16k:2`
    public static ModelSet models(ProfileNode words) {
        return words.optionalField("models")
                .map(models -> models.checked(PlanWords::members))
                .orElse(ModelSet.DEFAULT);
    }

    private static ModelSet members(ProfileNode models) {
        var members = new ArrayList<Member>();
        if (models.isText()) {
            for (String text : models.text().split(",")) {
                members.add(member(models.object(fields(text.strip()))));
            }
        } else {
            models.items().forEach(each -> members.add(member(each)));
        }
        return new ModelSet(members);
    }

    private static Map<String, String> fields(String text) {
        String[] parts = text.split(":", -1);
        List<String> names = List.of("model", "weights", "kv", "context", "concurrency");
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts.length; i++) {
            String name = i < names.size() ? names.get(i) : "too_many_parts";
            if (!parts[i].isBlank()) {
                fields.put(name, parts[i]);
            }
        }
        return fields;
    }

    private static Member member(ProfileNode words) {
        var plain = new WorkloadWords(words);
        var member = new Member(
                words.field("model").text(),
                words.optionalField("weights").map(ProfileNode::text).orElse(NATIVE),
                words.optionalField("kv").map(ProfileNode::text).orElse("f16"),
                plain.tokens("context", Workload.DEFAULT.context()),
                plain.whole("concurrency", 1, Workload.MOST_SEQUENCES, 1));
        words.requireAllRead();
        return member;
    }

    /// @return the words that [#models] reads back
    public static Map<String, Object> words(ModelSet set) {
        List<Map<String, Object>> members = set.members().stream()
                .map(member -> {
                    Map<String, Object> words = new LinkedHashMap<>();
                    words.put("model", member.model());
                    words.put("weights", member.weights());
                    words.put("kv", member.cache());
                    words.put("context", member.context().count());
                    words.put("concurrency", (long) member.users());
                    return words;
                })
                .toList();
        return Map.of("models", members);
    }

    /// @param usual what is taken where nothing is written
    /// @return how to train, as the words say
    public static TrainingPlan training(ProfileNode words, TrainingPlan usual) {
        var plain = new WorkloadWords(words);
        return new TrainingPlan(
                words.optionalField("model").map(ProfileNode::text).orElse(usual.subject()),
                one(words, "method", TrainingPlan.Method.class, usual.method()),
                one(words, "optimiser", TrainingPlan.Optimiser.class, usual.optimiser()),
                one(words, "precision", TrainingPlan.Precision.class, usual.precision()),
                plain.tokens("sequence", usual.sequence()),
                plain.whole("resolution", 1, TrainingPlan.MOST_PIXELS, usual.resolution()),
                plain.whole("batch", 1, TrainingPlan.MOST_SAMPLES, usual.batch()),
                plain.toggle("checkpointing", usual.checkpointing()),
                plain.whole("rank", 1, TrainingPlan.MOST_RANK, usual.rank()),
                one(words, "targets", TrainingPlan.Targets.class, usual.targets()),
                one(words, "encoders", TrainingPlan.Encoders.class, usual.encoders()));
    }

    /// @return the words that [#training] reads back
    public static Map<String, Object> words(TrainingPlan plan) {
        var words = new LinkedHashMap<String, Object>();
        words.put("model", plan.subject());
        words.put("method", lower(plan.method()));
        words.put("optimiser", lower(plan.optimiser()));
        words.put("precision", lower(plan.precision()));
        words.put("sequence", plan.sequence().count());
        words.put("resolution", (long) plan.resolution());
        words.put("batch", (long) plan.batch());
        words.put("checkpointing", plan.checkpointing().isOn());
        words.put("rank", (long) plan.rank());
        words.put("targets", lower(plan.targets()));
        words.put("encoders", lower(plan.encoders()));
        return words;
    }

    /// @param usual what is taken where nothing is written
    /// @return what to generate, as the words say
    public static DiffusionJob job(ProfileNode words, DiffusionJob usual) {
        var plain = new WorkloadWords(words);
        return new DiffusionJob(
                words.optionalField("model").map(ProfileNode::text).orElse(usual.model()),
                plain.whole("width", 1, DiffusionJob.MOST_PIXELS, usual.width()),
                plain.whole("height", 1, DiffusionJob.MOST_PIXELS, usual.height()),
                plain.whole("steps", 1, DiffusionJob.MOST_STEPS, usual.steps()),
                plain.whole("frames", 1, DiffusionJob.MOST_FRAMES, usual.frames()),
                one(words, "guidance", DiffusionJob.Guidance.class, usual.guidance()),
                one(words, "format", DiffusionJob.Format.class, usual.format()),
                one(words, "residence", DiffusionJob.Residence.class, usual.residence()));
    }

    /// @return the words that [#job] reads back
    public static Map<String, Object> words(DiffusionJob job) {
        var words = new LinkedHashMap<String, Object>();
        words.put("model", job.model());
        words.put("width", (long) job.width());
        words.put("height", (long) job.height());
        words.put("steps", (long) job.steps());
        words.put("frames", (long) job.frames());
        words.put("guidance", lower(job.guidance()));
        words.put("format", lower(job.format()));
        words.put("residence", lower(job.residence()));
        return words;
    }

    private static <E extends Enum<E>> E one(ProfileNode words, String name, Class<E> type, E usual) {
        return words.optionalField(name).map(word -> word.oneOf(type)).orElse(usual);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
