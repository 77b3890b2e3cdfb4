package org.tonari.chart;

import java.util.Locale;

/// A colour that a chart paints with. `MEM_OS` is the style property `-chart-mem-os-ink`, which `chart.css` sets to the
/// token `-mem-os`.
public enum Ink {
    CANVAS("#ffffff"),
    SUBTLE("#f6f8fa"),
    GRID("#eaeef2"),
    RULE("#d0d7de"),
    TEXT("#1f2328"),
    TEXT_2("#57606a"),
    TEXT_3("#6e7781"),
    ACCENT("#0969da"),
    ON_ACCENT("#ffffff"),
    RESERVED("#ddf4ff"),
    OUTLINE("#424a53"),
    LIMIT("#1f2328"),
    HATCH("#57606a"),
    MEM_OS("#7f7f7f"),
    MEM_RUNTIME("#b4b9bf"),
    MEM_WEIGHTS("#0072b2"),
    MEM_KV("#e69f00"),
    MEM_ACTIVATIONS("#56b4e9"),
    MEM_ADAPTERS("#009e73"),
    MEM_GRADIENTS("#cc79a7"),
    MEM_OPTIMISER("#f0e442"),
    MEM_OVER("#d55e00"),
    MEM_EDGE("#1f2328"),
    ON_WEIGHTS("#ffffff"),
    ON_LIGHT_PART("#000000"),
    OVER_TEXT("#b34700"),
    TIGHT_TEXT("#7a5200"),
    VERDICT_FITS("#0969da"),
    VERDICT_TIGHT("#e69f00"),
    VERDICT_TIGHT_EDGE("#5c3d00"),
    VERDICT_NOT("#d55e00"),
    VERDICT_UNKNOWN("#57606a"),
    MACHINE_1("#0b6b2b"),
    MACHINE_2("#1ba39c"),
    MACHINE_3("#332288"),
    MACHINE_4("#a03a90"),
    MACHINE_5("#882255"),
    MACHINE_6("#77681a"),
    MACHINE_7("#57606a"),
    MACHINE_8("#9a4a00"),
    MACHINE_9("#1f6f8b"),
    MACHINE_10("#7048c8"),
    MACHINE_11("#4d7c0f"),
    MACHINE_12("#b3124f");

    private static final int MACHINES = 12;

    private final String light;

    Ink(String light) {
        this.light = light;
    }

    /// @param index a machine's colour, at least 0
    static Ink machine(int index) {
        return values()[MACHINE_1.ordinal() + index % MACHINES];
    }

    /// @return the colour where no stylesheet says otherwise
    String light() {
        return light;
    }

    /// @return the style property
    String property() {
        return "-chart-" + token() + "-ink";
    }

    /// @return the last words of the style property
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
