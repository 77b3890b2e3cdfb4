package org.tonari.export.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Writes pixels as PNG with the platform's own writer, which the control library brings into the image anyway.
public final class PngImage {
    private static final String METADATA = "javax_imageio_png_1.0";

    private PngImage() {}

    /// @param image  opaque pixels
    /// @param texts  what the file says of itself, by keyword (`Software`, `Description`)
    /// @param stream takes the file; stays open
    /// @throws IOException where the stream cannot take more
    public static void write(WritableImage image, Map<String, String> texts, OutputStream stream) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        BufferedImage pixels = pixels(image);
        try (ImageOutputStream output = ImageIO.createImageOutputStream(stream)) {
            writer.setOutput(output);
            writer.write(new IIOImage(pixels, null, metadata(writer, pixels, texts)));
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            pixels.setRGB(0, y, width, 1, line, 0, width);
        }
        return pixels;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage pixels, Map<String, String> texts)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(pixels), writer.getDefaultWriteParam());
        var all = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            var entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text);
            all.appendChild(entry);
        });
        var root = new IIOMetadataNode(METADATA);
        root.appendChild(all);
        metadata.mergeTree(METADATA, root);
        return metadata;
    }
}
