package org.tonari.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import org.tonari.cli.session.ComparisonPicture;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.export.picture.ComparisonSheet;
import org.tonari.export.picture.ComparisonSheet.Content;
import org.tonari.export.picture.ComparisonSheet.Extent;
import org.tonari.export.picture.ComparisonSheet.Shade;
import org.tonari.export.picture.Pictured;
import org.tonari.export.picture.PngImage;
import org.tonari.export.picture.Wording;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.ScenarioSummary;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.desk.ContextScale;

/// Draws comparison sheets as PNG, for the window and for the command line.
final class SheetPictures implements ComparisonPicture {
    private final Catalogue catalogue;
    private final Estimator estimator;
    private final String date;

    /// @param date as it shall stand on the sheet
    SheetPictures(Catalogue catalogue, Estimator estimator, String date) {
        this.catalogue = catalogue;
        this.estimator = estimator;
        this.date = date;
    }

    @Override
    public void draw(List<Estimate> estimates, Look look, OutputStream png) throws IOException {
        write(estimates.stream().map(this::pictured).toList(), Optional.empty(), look, Extent.SHEET, png);
    }

    /// Draws machines whose curves are already there.
    void write(List<Pictured> machines, Optional<TokensPerSecond> target, Look look, Extent extent, OutputStream png)
            throws IOException {
        var wording = new Wording(
                Messages.in(look.language()), new Formats(look.language().locale(), look.unit()));
        var content = new Content(machines, target, TonariVersion.current(), date);
        Shade shade =
                switch (look.theme()) {
                    case LIGHT -> Shade.LIGHT;
                    case DARK -> Shade.DARK;
                };
        WritableImage image = Toolkit.call(() -> ComparisonSheet.draw(
                content,
                new ComparisonSheet.Look(
                        wording, shade, look.scale(), WindowFonts.family("", look.language()), extent)));
        String scenario = new ScenarioSummary(wording.messages(), wording.formats())
                .line(machines.getFirst().estimate().scenario());
        PngImage.write(image, Map.of("Software", "Tonari " + TonariVersion.current(), "Description", scenario), png);
    }

    private Pictured pictured(Estimate estimate) {
        Scenario scenario = estimate.scenario();
        var contexts = new ContextScale(scenario.model().maxContext()).samples();
        var measured = catalogue.measurements().stream()
                .filter(run -> run.isDecodeOf(scenario) && scenario.workload().concurrency() == 1)
                .toList();
        return new Pictured(place(scenario.machine().id()), estimate, estimator.curve(scenario, contexts), measured);
    }

    private int place(String machine) {
        int place = catalogue.ids(ProfileKind.MACHINE).indexOf(machine);
        return place < 0 ? Catalogue.CANDIDATES.size() : place;
    }
}
