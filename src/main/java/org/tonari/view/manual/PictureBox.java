package org.tonari.view.manual;

import java.io.InputStream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.manual.Block;
import org.tonari.text.ManualText;

/// A picture as wide as the text's column allows, above its caption; read and unpacked off the UI thread.
final class PictureBox extends VBox {
    /// Enough for a column on a screen of double density; the whole picture would take four times the memory.
    private static final double MOST_PIXELS = 1_600;

    private final Frame frame = new Frame();

    PictureBox(Block.Picture picture, ProseView caption, Links links) {
        getStyleClass().add("manual-picture");
        getChildren().addAll(frame, caption);
        frame.view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.view.setAccessibleText(picture.caption().text());
        links.manual().picture(picture.file(), PictureBox::decode, frame::show, reason -> missing(reason, links));
    }

    private static Image decode(InputStream stream) {
        var image = new Image(stream, MOST_PIXELS, 0, true, true);
        if (image.isError()) {
            throw new IllegalArgumentException(String.valueOf(image.getException()), image.getException());
        }
        return image;
    }

    private void missing(String reason, Links links) {
        var label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("manual-missing");
        label.textProperty().bind(links.words().text(ManualText.NO_PICTURE, reason));
        getChildren().set(0, label);
    }

    /// Keeps the picture's proportions at any width.
    private static final class Frame extends Region {
        private final ImageView view = new ImageView();

        Frame() {
            getStyleClass().add("manual-frame");
            view.setPreserveRatio(true);
            view.setSmooth(true);
            getChildren().add(view);
        }

        void show(Image image) {
            view.setImage(image);
            requestLayout();
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefWidth(double height) {
            return MOST_PIXELS;
        }

        @Override
        protected double computePrefHeight(double width) {
            Image image = view.getImage();
            if (image == null || width <= 0) {
                return 0;
            }
            return Math.round((width - edges()) * image.getHeight() / image.getWidth()) + edges();
        }

        @Override
        protected void layoutChildren() {
            view.setFitWidth(getWidth() - edges());
            view.relocate(snappedLeftInset(), snappedTopInset());
        }

        private double edges() {
            return snappedLeftInset() + snappedRightInset();
        }
    }
}
