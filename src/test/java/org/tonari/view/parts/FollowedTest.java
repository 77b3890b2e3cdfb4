package org.tonari.view.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class FollowedTest {
    private static final int ROUNDS = 20;

    private final SimpleObjectProperty<String> value = new SimpleObjectProperty<>("one");

    @Test
    void aNodeHearsOfEachChange() {
        var heard = new ArrayList<String>();
        var node = new Region();

        Followed.by(node, value).subscribe(now -> heard.add(now));
        value.set("two");

        assertThat(heard).containsExactly("one", "two");
        assertThat(node.getProperties()).hasSize(1);
    }

    @Test
    void aValueKeepsNoNodeThatFollowsIt() {
        assertThat(isCollected(following())).isTrue();
    }

    private WeakReference<Node> following() {
        var node = new Region();
        Followed.by(node, value).subscribe(now -> node.setId(now));
        return new WeakReference<>(node);
    }

    private static boolean isCollected(WeakReference<Node> node) {
        for (int round = 0; round < ROUNDS && node.get() != null; round++) {
            System.gc();
        }
        return node.get() == null;
    }
}
