import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Paints the icon in every size and wraps it for each operating system, all from `jlink/icon/tonari.svg`.
///
/// ```sh
/// java jlink/build/Icons.java
/// ```
final class Icons {
    private static final Path FOLDER = Path.of("jlink", "icon");
    private static final Path WINDOW = Path.of("src", "main", "resources", "org", "tonari", "app");
    private static final double DRAWN_SIZE = 256;
    private static final List<Integer> WINDOW_SIZES = List.of(16, 32, 48, 128);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 256);

    /// The types of an icns file that hold PNG, by pixels.
    private static final Map<Integer, String> ICNS_TYPES = new TreeMap<>(
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09", 1_024, "ic10"));

    private final NodeList rectangles;

    private Icons(NodeList rectangles) {
        this.rectangles = rectangles;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        var icons = new Icons(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FOLDER.resolve("tonari.svg").toFile())
                .getElementsByTagName("rect"));
        for (int size : WINDOW_SIZES) {
            Files.write(WINDOW.resolve("icon-" + size + ".png"), icons.png(size));
        }
        Files.write(FOLDER.resolve("tonari.png"), icons.png(256));
        Files.write(FOLDER.resolve("tonari.ico"), icons.ico());
        Files.write(FOLDER.resolve("tonari.icns"), icons.icns());
    }

    private byte[] png(int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / DRAWN_SIZE, size / DRAWN_SIZE);
        for (int i = 0; i < rectangles.getLength(); i++) {
            paint(graphics, (Element) rectangles.item(i));
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void paint(Graphics2D graphics, Element rectangle) {
        double diameter = 2 * number(rectangle, "rx");
        graphics.setColor(Color.decode(rectangle.getAttribute("fill")));
        graphics.fill(new RoundRectangle2D.Double(
                number(rectangle, "x"),
                number(rectangle, "y"),
                number(rectangle, "width"),
                number(rectangle, "height"),
                diameter,
                diameter));
    }

    private static double number(Element rectangle, String name) {
        return Double.parseDouble(rectangle.getAttribute(name));
    }

    /// A directory of 16 bytes an entry, then the pictures.
    private byte[] ico() throws IOException {
        int offset = 6 + 16 * ICO_SIZES.size();
        var directory = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        var pictures = new ByteArrayOutputStream();
        for (int size : ICO_SIZES) {
            byte[] png = png(size);
            directory.put((byte) size).put((byte) size).putShort((short) 0);
            directory
                    .putShort((short) 1)
                    .putShort((short) 32)
                    .putInt(png.length)
                    .putInt(offset + pictures.size());
            pictures.write(png);
        }
        var file = new ByteArrayOutputStream();
        file.write(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /// Each picture after its type and length, everything after the file's own.
    private byte[] icns() throws IOException {
        var pictures = new ByteArrayOutputStream();
        for (Map.Entry<Integer, String> type : ICNS_TYPES.entrySet()) {
            byte[] png = png(type.getKey());
            entry(pictures, type.getValue(), png);
        }
        var file = new ByteArrayOutputStream();
        entry(file, "icns", pictures.toByteArray());
        return file.toByteArray();
    }

    private static void entry(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        var data = new DataOutputStream(out);
        data.write(type.getBytes(StandardCharsets.US_ASCII));
        data.writeInt(8 + content.length);
        data.write(content);
    }
}
