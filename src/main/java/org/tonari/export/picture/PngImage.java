package org.tonari.export.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Writes opaque pixels as PNG (ISO/IEC 15948): eight bits for each of red, green and blue.
///
/// The platform's own writer would start a second graphics toolkit beside the one that drew the pixels.
public final class PngImage {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_PER_PIXEL = 3;
    private static final byte BITS = 8;
    private static final byte TRUE_COLOUR = 2;

    private PngImage() {}

    /// @param image  opaque pixels
    /// @param texts  what the file says of itself, by keyword (`Software`, `Description`)
    /// @param stream takes the file; stays open
    /// @throws IOException where the stream cannot take more
    public static void write(WritableImage image, Map<String, String> texts, OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header((int) image.getWidth(), (int) image.getHeight()));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            chunk(out, "iTXt", text(text.getKey(), text.getValue()));
        }
        chunk(out, "IDAT", pixels(image));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {BITS, TRUE_COLOUR, 0, 0, 0});
        return bytes.toByteArray();
    }

    /// Uncompressed, without a language and without a translated keyword.
    private static byte[] text(String keyword, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[] {0, 0, 0, 0, 0});
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] pixels(WritableImage image) throws IOException {
        int width = (int) image.getWidth();
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            var pixels = new int[width];
            byte[] above = new byte[width * BYTES_PER_PIXEL];
            byte[] line = new byte[width * BYTES_PER_PIXEL];
            for (int y = 0; y < (int) image.getHeight(); y++) {
                image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
                for (int x = 0; x < width; x++) {
                    line[3 * x] = (byte) (pixels[x] >> 16);
                    line[3 * x + 1] = (byte) (pixels[x] >> 8);
                    line[3 * x + 2] = (byte) pixels[x];
                }
                PngFilter.best(line, above).write(line, above, deflater);
                byte[] next = above;
                above = line;
                line = next;
            }
        }
        return bytes.toByteArray();
    }
}
