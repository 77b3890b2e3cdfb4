package org.tonari.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What the platform's own reader makes of our pictures.
class PngImageTest {
    @Test
    void everyPixelComesBack() throws Exception {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        var image = new WritableImage(37, 23);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                int colour = y % 3 == 0 ? random.nextInt() : x * 7 + (y % 2) * 1_000;
                image.getPixelWriter().setArgb(x, y, 0xff000000 | colour);
            }
        }

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(written(image, Map.of())));

        assertThat(read.getWidth()).isEqualTo(37);
        assertThat(read.getHeight()).isEqualTo(23);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(image.getPixelReader().getArgb(x, y));
            }
        }
    }

    @Test
    void aFileSaysWhatItIs() throws Exception {
        byte[] file = written(new WritableImage(1, 1), Map.of("Description", "gpt-oss 隣"));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("iTXtDescription")
                .contains("gpt-oss 隣");
    }

    private static byte[] written(WritableImage image, Map<String, String> texts) throws Exception {
        var bytes = new ByteArrayOutputStream();
        PngImage.write(image, texts, bytes);
        return bytes.toByteArray();
    }
}
