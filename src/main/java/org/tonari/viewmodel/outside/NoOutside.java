package org.tonari.viewmodel.outside;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Phrase;
import org.tonari.viewmodel.background.Watch;

/// A window that reaches nothing.
record NoOutside() implements Outside {
    @Override
    public Opened open(String place, Watch watch) throws Trouble {
        throw new Trouble(Trouble.Kind.UNREACHABLE, Phrase.verbatim(place));
    }

    @Override
    public Server find(String address, Watch watch) throws Trouble {
        throw new Trouble(Trouble.Kind.UNREACHABLE, Phrase.verbatim(address));
    }

    @Override
    public List<Measurement> measure(
            Server server, String model, List<Long> depths, Scenario scenario, Watch watch, Consumer<Point> points)
            throws Trouble {
        throw new Trouble(Trouble.Kind.UNREACHABLE, Phrase.verbatim(server.address()));
    }

    @Override
    public Hub hub() {
        return new Hub("", false);
    }

    @Override
    public void keepHub(String endpoint, String token) throws IOException {
        throw new IOException("nowhere to keep it");
    }

    @Override
    public String keep(List<Measurement> runs) throws IOException {
        throw new IOException("nowhere to keep them");
    }
}
