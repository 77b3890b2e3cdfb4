package org.tonari.domain.question;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.scenario.Workload;
import org.tonari.explain.Refused;
import org.tonari.units.Tokens;

/// Models that stand in one machine's memory together. Immutable; names models and formats by id.
///
/// @param members the models, 1 to 8
public record ModelSet(List<Member> members) {
    /// The most models at once.
    public static final int MOST_MEMBERS = 8;

    /// The set of an article: a large model that leads, a coder and one that sees.
    public static final ModelSet DEFAULT = new ModelSet(List.of(
            new Member("gpt-oss-120b", "mxfp4", "f16", new Tokens(32_768), 1),
            new Member("deepseek-coder-6.7b", "q8_0", "f16", new Tokens(16_384), 1),
            new Member("qwen2.5-vl-7b", "bf16", "f16", new Tokens(32_768), 1)));

    /// One of the models.
    ///
    /// @param model   its id
    /// @param weights id of the format its weights are in
    /// @param cache   id of the format keys and values are cached in
    /// @param context tokens each of its sequences may hold
    /// @param users   sequences at once
    public record Member(String model, String weights, String cache, Tokens context, int users) {
        public Member {
            if (model.isBlank() || weights.isBlank() || cache.isBlank()) {
                throw new IllegalArgumentException("a model of a set needs ids");
            }
            if (context.count() < 1 || users < 1 || users > Workload.MOST_SEQUENCES) {
                throw new IllegalArgumentException("not a workload: " + context.count() + " tokens × " + users);
            }
        }
    }

    public ModelSet {
        members = List.copyOf(members);
        if (members.isEmpty() || members.size() > MOST_MEMBERS) {
            throw new Refused("a set holds 1 to {0} models: {1}", MOST_MEMBERS, members.size());
        }
    }

    /// @return this with one model more
    public ModelSet with(Member member) {
        var more = new ArrayList<>(members);
        more.add(member);
        return new ModelSet(more);
    }

    /// @param index from 0
    /// @return this with another model in its place
    public ModelSet with(int index, Member member) {
        var others = new ArrayList<>(members);
        others.set(index, member);
        return new ModelSet(others);
    }

    /// @param index from 0
    /// @return this without a model; unchanged where it is the last
    public ModelSet without(int index) {
        if (members.size() == 1) {
            return this;
        }
        var fewer = new ArrayList<>(members);
        fewer.remove(index);
        return new ModelSet(fewer);
    }
}
