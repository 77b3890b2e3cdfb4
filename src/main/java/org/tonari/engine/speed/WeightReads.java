package org.tonari.engine.speed;

import java.util.EnumMap;
import java.util.Map;
import org.tonari.engine.memory.WeightBytes;

/// What a token passes through of the weights, by kernel family: those every token reads, and all routed experts.
///
/// @param residentBytes    read by every token
/// @param expertBytes      of all experts; a token reads the active share
/// @param residentElements without the output head, which prompts run for their last token only
/// @param expertElements   of all experts
/// @param headElements     of the output head
record WeightReads(
        Map<KernelFamily, Double> residentBytes,
        Map<KernelFamily, Double> expertBytes,
        Map<KernelFamily, Double> residentElements,
        Map<KernelFamily, Double> expertElements,
        double headElements) {

    static WeightReads of(WeightBytes weights) {
        var residentBytes = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        var expertBytes = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        var residentElements = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        var expertElements = new EnumMap<KernelFamily, Double>(KernelFamily.class);
        double head = 0;
        for (WeightBytes.Share share : weights.readByToken()) {
            KernelFamily family = KernelFamily.of(share.block());
            boolean routed = share.role().isRoutedExpert();
            (routed ? expertBytes : residentBytes)
                    .merge(family, (double) share.bytes().count(), Double::sum);
            if (share.isHead()) {
                head += share.elements();
            } else {
                (routed ? expertElements : residentElements)
                        .merge(KernelFamily.ofPrompt(share.block()), (double) share.elements(), Double::sum);
            }
        }
        return new WeightReads(residentBytes, expertBytes, residentElements, expertElements, head);
    }

    double allResidentBytes() {
        return sum(residentBytes);
    }

    double allExpertBytes() {
        return sum(expertBytes);
    }

    double allResidentElements() {
        return sum(residentElements);
    }

    double allExpertElements() {
        return sum(expertElements);
    }

    private static double sum(Map<KernelFamily, Double> amounts) {
        double sum = 0;
        for (double amount : amounts.values()) {
            sum += amount;
        }
        return sum;
    }
}
