package org.tonari.viewmodel;

import org.tonari.engine.Estimator;
import org.tonari.profiles.Catalogue;

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
        WorkViewModel work) {

    /// @param root       the truth and the engine's answers
    /// @param appearance language, theme, units, zoom
    /// @param notices    what went wrong or was done
    /// @param sharing    writes what leaves the window
    /// @param files      reads and writes saved comparisons
    /// @param shipped    all profiles
    /// @param engine     answers the pages
    /// @param background runs slow work
    public static Workbench of(
            WorkbenchViewModel root,
            AppearanceViewModel appearance,
            NoticesViewModel notices,
            Sharing sharing,
            WorkFiles files,
            Catalogue shipped,
            Estimator engine,
            Background background) {
        var fields = new FieldsViewModel(root);
        var pages = new Pages(root, engine, shipped, background);
        return new Workbench(
                root,
                fields,
                new ModelPickerViewModel(fields, root.choices().models()),
                new ContextViewModel(root),
                new WhyViewModel(root),
                new TableViewModel(root),
                appearance,
                notices,
                new ExportViewModel(root, appearance, notices, sharing, background.newest()),
                pages,
                new WorkViewModel(root, pages, notices, files, shipped, background));
    }
}
