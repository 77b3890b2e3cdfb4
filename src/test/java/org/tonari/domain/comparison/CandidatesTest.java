package org.tonari.domain.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.ShippedScenarios;

/// Columns of a comparison: added, hidden, moved and taken away.
class CandidatesTest {
    private static final Machine SPARK = machine("dgx-spark");
    private static final Machine MAC = machine("mac-mini-m4-pro-64");
    private static final Machine CARD = machine("hp-omen-45l-rtx-5090");
    private static final Candidates THREE = Candidates.of(List.of(SPARK, MAC, CARD));

    private static Machine machine(String id) {
        return ShippedScenarios.CATALOGUE.machine(id).optional().orElseThrow();
    }

    private static List<String> ids(Candidates candidates) {
        return candidates.all().stream().map(Candidate::id).toList();
    }

    private static Candidates hiding(String id) {
        return THREE.changed(id, one -> one.with(Visibility.HIDDEN));
    }

    @Test
    void aCopyStandsRightOfItsColumnUnderAnIdAndAMarkOfItsOwn() {
        Candidates four = THREE.with(SPARK, "dgx-spark");

        assertThat(ids(four)).containsExactly("dgx-spark", "dgx-spark.2", MAC.id(), CARD.id());
        assertThat(four.mark("dgx-spark.2")).isEqualTo(3);
        assertThat(four.mark("nobody")).isEqualTo(Candidates.MOST);
        assertThat(four.find("dgx-spark.2").orElseThrow().machine().shortName()).endsWith(" (2)");
        assertThat(four.freeCopy(SPARK)).isEqualTo(3);
        assertThat(four.freeCopy(MAC)).isEqualTo(2);
    }

    @Test
    void aColumnRightOfNobodyStandsAtTheEndAndTakesTheFirstFreeMark() {
        Candidates two = THREE.without(MAC.id());

        Candidates again = two.with(MAC, "nobody");

        assertThat(ids(again)).containsExactly("dgx-spark", CARD.id(), MAC.id());
        assertThat(again.mark(MAC.id())).isEqualTo(1);
    }

    @Test
    void aColumnMovesAsFarAsThereIsRoom() {
        assertThat(ids(THREE.moved("dgx-spark", 1))).containsExactly(MAC.id(), "dgx-spark", CARD.id());
        assertThat(ids(THREE.moved("dgx-spark", 9))).containsExactly(MAC.id(), CARD.id(), "dgx-spark");
        assertThat(ids(THREE.moved(CARD.id(), -2))).containsExactly(CARD.id(), "dgx-spark", MAC.id());
        assertThat(THREE.moved("dgx-spark", -1)).isEqualTo(THREE);
        assertThat(THREE.moved(CARD.id(), 0)).isEqualTo(THREE);
    }

    @Test
    void aMoveByOnePassesTheHiddenColumnBesideIt() {
        assertThat(ids(hiding(MAC.id()).moved("dgx-spark", 1))).containsExactly(MAC.id(), CARD.id(), "dgx-spark");
        assertThat(ids(hiding(MAC.id()).moved(CARD.id(), -1))).containsExactly(CARD.id(), "dgx-spark", MAC.id());
    }

    @Test
    void hiddenColumnsAreKeptAndNotShown() {
        assertThat(hiding(MAC.id()).shown()).containsExactly(SPARK, CARD);
        assertThat(ids(hiding(MAC.id()))).hasSize(3);
    }

    @Test
    void theLastColumnOnScreenStaysThere() {
        Candidates one = Candidates.of(List.of(SPARK));
        Candidates oneShown = Candidates.of(List.of(SPARK, MAC)).changed(MAC.id(), it -> it.with(Visibility.HIDDEN));

        assertThat(one.without("dgx-spark")).isEqualTo(one);
        assertThat(one.changed("dgx-spark", it -> it.with(Visibility.HIDDEN))).isEqualTo(one);
        assertThat(oneShown.without("dgx-spark")).isEqualTo(oneShown);
    }

    @Test
    void thereAreOneToTwentyFourColumns() {
        Candidates full = Candidates.of(List.of(SPARK));
        while (full.all().size() < Candidates.MOST) {
            full = full.with(SPARK, "dgx-spark");
        }
        Candidates most = full;

        assertThat(most.shown()).hasSize(24);
        assertThatIllegalArgumentException().isThrownBy(() -> most.with(SPARK, "dgx-spark"));
        assertThatIllegalArgumentException().isThrownBy(() -> Candidates.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Candidates.of(List.of(SPARK, SPARK)));
    }

    @Test
    void anotherMachineKeepsColourAndSymbol() {
        Candidate first = THREE.all().get(1).withProfile(CARD, 2);

        assertThat(first.mark()).isEqualTo(1);
        assertThat(first.id()).isEqualTo(CARD.id() + ".2");
        assertThatIllegalArgumentException().isThrownBy(() -> first.withProfile(CARD, 0));
    }
}
