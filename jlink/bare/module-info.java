/// The smallest window there is, to compare a start with.
module bare {
    requires javafx.controls;

    exports bare to
            javafx.graphics;
}
