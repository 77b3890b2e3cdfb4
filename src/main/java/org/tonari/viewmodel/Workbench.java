package org.tonari.viewmodel;

import org.tonari.engine.Estimator;
import org.tonari.manual.Shelf;
import org.tonari.profiles.Catalogue;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.choosing.ModelPickerViewModel;
import org.tonari.viewmodel.choosing.PinsViewModel;
import org.tonari.viewmodel.desk.Choices;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.own.MeasureViewModel;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel;
import org.tonari.viewmodel.own.OpenModelViewModel;
import org.tonari.viewmodel.own.OwnFiguresViewModel;
import org.tonari.viewmodel.own.OwnMachinesViewModel;
import org.tonari.viewmodel.pages.Library;
import org.tonari.viewmodel.pages.Pages;
import org.tonari.viewmodel.table.TableViewModel;
import org.tonari.viewmodel.why.WhyViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.NoticesViewModel;
import org.tonari.viewmodel.work.ExportViewModel;
import org.tonari.viewmodel.work.Sharing;
import org.tonari.viewmodel.work.WorkFiles;
import org.tonari.viewmodel.work.WorkViewModel;

/// The view-models of one window, all looking at the same comparison.
///
/// @param root       the truth and the engine's answers
/// @param fields     model, weights, cache, runtime, prompt, users, target
/// @param models     the search for a model
/// @param context    the context slider and its box
/// @param why        the explanation of the selected number
/// @param table      the machines as rows
/// @param appearance language, theme, units, zoom
/// @param notices    what went wrong or was done
/// @param exports    what leaves the window
/// @param pages      the pages beside the workbench
/// @param work       the comparison as a file
/// @param opening    models of the person's own
/// @param measuring  running servers
/// @param columns    the machine columns
/// @param pins       scenarios that stay in sight
/// @param figures    the person's own figures
/// @param machines   machines of the person's own
/// @param measured   speeds the person measured
/// @param manual     the documents for users
public record Workbench(
        WorkbenchViewModel root,
        FieldsViewModel fields,
        ModelPickerViewModel models,
        ContextViewModel context,
        WhyViewModel why,
        TableViewModel table,
        AppearanceViewModel appearance,
        NoticesViewModel notices,
        ExportViewModel exports,
        Pages pages,
        WorkViewModel work,
        OpenModelViewModel opening,
        MeasureViewModel measuring,
        ColumnsViewModel columns,
        PinsViewModel pins,
        OwnFiguresViewModel figures,
        OwnMachinesViewModel machines,
        MeasuredSpeedViewModel measured,
        ManualViewModel manual) {

    /// @param root       the truth and the engine's answers
    /// @param appearance language, theme, units, zoom
    /// @param notices    what went wrong or was done
    /// @param sharing    writes what leaves the window
    /// @param files      reads and writes saved comparisons
    /// @param shipped    all profiles
    /// @param engine     answers the pages
    /// @param background runs slow work
    /// @param outside    what lies outside of the window
    /// @param waiting    runs what waits for the network
    /// @param library    uses and claims
    public static Workbench of(
            WorkbenchViewModel root,
            AppearanceViewModel appearance,
            NoticesViewModel notices,
            Sharing sharing,
            WorkFiles files,
            Catalogue shipped,
            Estimator engine,
            Background background,
            Outside outside,
            Background waiting,
            Library library) {
        var fields = new FieldsViewModel(root);
        var columns = new ColumnsViewModel(root, shipped, background);
        var pages = new Pages(root, engine, shipped, background, library);
        return new Workbench(
                root,
                fields,
                new ModelPickerViewModel(fields, root.choicesProperty().map(Choices::models)),
                new ContextViewModel(root),
                new WhyViewModel(root),
                new TableViewModel(root),
                appearance,
                notices,
                new ExportViewModel(root, appearance, notices, sharing, background),
                pages,
                new WorkViewModel(root, pages, appearance, notices, files, shipped, background),
                new OpenModelViewModel(root, fields, notices, outside, waiting),
                new MeasureViewModel(root, notices, outside, waiting),
                columns,
                new PinsViewModel(root),
                new OwnFiguresViewModel(root, appearance),
                new OwnMachinesViewModel(root, columns, notices, shipped, outside.machines(), waiting),
                new MeasuredSpeedViewModel(root),
                new ManualViewModel(appearance, Shelf.shipped(), waiting));
    }
}
