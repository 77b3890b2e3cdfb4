package org.tonari.view.parts;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// A row whose members vanish, the leftmost first, where there is no room for all of them: none is ever cut.
public final class YieldingRow extends HBox {
    /// @param members from the left, the most important one last
    public YieldingRow(Node... members) {
        super(members);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double right = snapPositionX(getWidth() - snappedRightInset());
        for (Node member : getManagedChildren().reversed()) {
            double width = snapSizeX(member.prefWidth(-1));
            double height = member.prefHeight(-1);
            double left = right - width;
            member.setVisible(left >= -0.5);
            member.resizeRelocate(left, snapPositionY((getHeight() - height) / 2), width, height);
            right = left - snapSpaceX(getSpacing());
        }
    }
}
