package org.tonari.cli.options;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ComparisonPicture.Look;
import org.tonari.cli.session.ComparisonPicture.Theme;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Estimate;
import org.tonari.export.FileTarget;
import picocli.CommandLine.Option;

/// The options for a comparison's picture.
public class PictureOptions {
    private static final double MOST_SCALE = 4;
    private static final double REPORT_SCALE = 2;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the comparison sheet; needs no display.")
    private @Nullable String png;

    @Option(names = "--scale", paramLabel = "1…4", description = "Pixels for each logical pixel. Default: 1")
    private double scale = 1;

    @Option(names = "--theme", paramLabel = "light|dark", description = "Default: light")
    private String theme = "light";

    /// @return whether a picture is asked for
    public boolean isGiven() {
        return png != null;
    }

    /// @return whether a picture was asked for, and so was drawn
    public boolean draw(Session session, List<Estimate> estimates, Speech speech) {
        if (png == null) {
            return false;
        }
        var look = new Look(scale(), theme(), speech.language(), speech.unit());
        try {
            new FileTarget(Path.of(png))
                    .write(stream -> session.wiring().picture().draw(estimates, look, stream));
            return true;
        } catch (FileTarget.Unwritable refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private double scale() {
        if (scale >= 1 && scale <= MOST_SCALE) {
            return scale;
        }
        throw new BadInput("--scale: found " + scale + ", expected a number from 1 to 4");
    }

    private Theme theme() {
        return switch (theme) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw new BadInput("--theme: found \"" + theme + "\", expected light or dark");
        };
    }

    /// @return the picture that a report carries: light, for paper
    public byte[] drawn(Session session, List<Estimate> estimates, Speech speech) throws IOException {
        var picture = new ByteArrayOutputStream();
        var look = new Look(REPORT_SCALE, Theme.LIGHT, speech.language(), speech.unit());
        session.wiring().picture().draw(estimates, look, picture);
        return picture.toByteArray();
    }
}
