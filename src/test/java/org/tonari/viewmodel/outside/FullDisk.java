package org.tonari.viewmodel.outside;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Phrase;
import org.tonari.viewmodel.background.Watch;

/// A world outside in which no server answers and nothing can be kept, for tests that ask it for other things.
public interface FullDisk extends Outside {
    @Override
    default Server find(String address, Watch watch) throws Trouble {
        throw new Trouble(Trouble.Kind.UNREACHABLE, Phrase.verbatim(address));
    }

    @Override
    default List<Measurement> measure(
            Server server, String model, List<Long> depths, Scenario scenario, Watch watch, Consumer<Point> points)
            throws Trouble {
        return List.of();
    }

    @Override
    default Hub hub() {
        return new Hub("https://huggingface.co", false);
    }

    @Override
    default void keepHub(String endpoint, String token) throws IOException {
        if (endpoint.isEmpty()) {
            throw new IOException("full");
        }
    }

    @Override
    default String keep(List<Measurement> runs) throws IOException {
        throw new IOException("full");
    }
}
