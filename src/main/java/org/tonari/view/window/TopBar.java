package org.tonari.view.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The window's upper edge: product, menus, pins, what runs. Menus are always whole; where room is scarce, what runs is
/// left to the fields below, then pins are written shorter.
final class TopBar extends HBox {
    private final Label product;
    private final MenuBar menus;
    private final Region pins;
    private final Label summary;

    TopBar(Label product, MenuBar menus, Region pins, Label summary) {
        super(product, menus, pins, summary);
        this.product = product;
        this.menus = menus;
        this.pins = pins;
        this.summary = summary;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("top-bar");
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        x = place(product, x, product.prefWidth(-1));
        x = place(menus, x, menus.prefWidth(-1));
        double wanted = snapSizeX(pins.prefWidth(-1));
        double said = snapSizeX(summary.prefWidth(-1));
        summary.setVisible(wanted + said <= right - x);
        if (summary.isVisible()) {
            place(summary, right - said, said);
            right -= said;
        }
        double width = Math.min(wanted, right - x);
        place(pins, right - width, width);
    }

    private double place(Region node, double x, double width) {
        double height = Math.min(node.prefHeight(-1), getHeight());
        double whole = snapSizeX(width);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - 1 - height) / 2), whole, height);
        return x + whole;
    }
}
