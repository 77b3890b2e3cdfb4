package org.tonari.engine.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MemoTest {
    @Test
    void whatIsKnownIsNotMadeAgain() {
        var memo = new Memo<String, Integer>(8);
        var made = new ArrayList<String>();

        for (String word : new String[] {"one", "three", "one"}) {
            assertThat(memo.of(word, asked -> {
                        made.add(asked);
                        return asked.length();
                    }))
                    .isEqualTo(word.length());
        }

        assertThat(made).containsExactly("one", "three");
    }

    @Test
    void whatIsAskedOnceIsNotKeptWhereOnlyRepetitionsAre() {
        var memo = new Memo<String, Integer>(8);

        assertThat(memo.ofRepeated("one", String::length)).isEqualTo(3);
        assertThat(memo.known("one")).isNull();
        assertThat(memo.ofRepeated("one", String::length)).isEqualTo(3);
        assertThat(memo.known("one")).isEqualTo(3);
        assertThat(memo.ofRepeated("one", _ -> -1)).isEqualTo(3);
    }

    @Test
    void aNewerValueTakesThePlaceOfAnOlderOne() {
        var memo = new Memo<String, Integer>(4);

        memo.keep("one", 1);
        memo.keep("two", 2);
        memo.keep("one", 11);

        assertThat(memo.known("one")).isEqualTo(11);
        assertThat(memo.known("two")).isEqualTo(2);
    }

    @Test
    void theOldestOfTooManyIsForgotten() {
        var memo = new Memo<Integer, Integer>(4);

        for (int key = 1; key <= 5; key++) {
            memo.keep(key, key);
        }

        assertThat(memo.known(1)).isNull();
        assertThat(memo.known(5)).isEqualTo(5);
    }

    @Property
    void answersAreThoseOfTheFunctionWhateverWasForgotten(@ForAll int[] keys) {
        var memo = new Memo<Integer, Long>(16);

        for (int key : keys) {
            assertThat(memo.of(key, asked -> 3L * asked)).isEqualTo(3L * key);
        }
    }

    @Test
    void placesComeInPowersOfTwo() {
        assertThatThrownBy(() -> new Memo<String, String>(6)).hasMessageContaining("power of two");
        assertThatThrownBy(() -> new Memo<String, String>(2)).hasMessageContaining("power of two");
    }
}
