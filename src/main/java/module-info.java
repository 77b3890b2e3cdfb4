/// Tonari: candidate machines for local generative AI, side by side.
///
/// The rooms of this module stand on floors and use only what stands below them:
/// `units`, `explain`, `domain`, then `engine`, `profiles`, `local`, `remote`, then `evidence`, `text` and `manual`,
/// then `chart`, `viewmodel` and `export`, then `view` and `cli`, and `app` on top.
@org.jspecify.annotations.NullMarked
module org.tonari {
    requires static transitive org.jspecify;
    requires atlantafx.base;
    requires com.github.oshi;
    requires info.picocli;
    requires java.net.http;
    requires javafx.controls;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires ojalgo;
    requires tools.jackson.databind;

    exports org.tonari.app to
            javafx.graphics;

    // Commands are described by annotations on private fields.
    opens org.tonari.cli to
            info.picocli;
    opens org.tonari.cli.options to
            info.picocli;
    opens org.tonari.cli.session to
            info.picocli;
}
