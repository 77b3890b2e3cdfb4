package org.tonari.view.matrix;

import javafx.scene.control.TableCell;
import org.tonari.domain.runtime.QualityLoss;
import org.tonari.export.picture.Wording;
import org.tonari.text.DeskText;
import org.tonari.text.Formats;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.FormatsViewModel.Row;

/// What a weight format costs in quality; on which model, and who says so, when pointed at.
final class QualityCell extends TableCell<Row, Row> {
    private static final int DECIMALS = 3;

    private final Words words;

    QualityCell(Words words) {
        this.words = words;
        getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText("");
            Hint.on(this, "");
            return;
        }
        row.format().quality().ifPresentOrElse(this::show, () -> {
            setText(Formats.UNKNOWN);
            Hint.on(this, "");
        });
    }

    private void show(QualityLoss loss) {
        Wording now = words.now();
        String rise = now.formats().signedDecimals(loss.perplexityIncrease(), DECIMALS);
        setText(rise);
        Hint.on(
                this,
                now.text(DeskText.QUALITY_MEASURED, loss.model(), rise) + "\n"
                        + now.names().source(loss.source()) + "\n"
                        + now.names().reason(loss.source().note()));
    }
}
