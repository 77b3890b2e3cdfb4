package org.tonari.app;

/// How the toolkit draws, settled before it starts.
final class Rendering {
    /// Backgrounds of two colours are painted as two rectangles instead of stretched out of an image that is kept: the
    /// software pipeline, which draws where there is no graphics card, takes twenty times as long for the latter.
    private static final String NO_IMAGES_OF_BACKGROUNDS = "prism.disableRegionCaching";

    private Rendering() {}

    /// Settles what the person has not settled on the command line; without effect once the toolkit runs.
    static void settle() {
        if (System.getProperty(NO_IMAGES_OF_BACKGROUNDS) == null) {
            System.setProperty(NO_IMAGES_OF_BACKGROUNDS, "true");
        }
    }
}
