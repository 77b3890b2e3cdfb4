package org.tonari.profiles.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FigurePlace.Sort;
import org.tonari.domain.form.MachineForm;
import org.tonari.domain.form.MachineForm.LimitType;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.writers.MachineTree;
import org.tonari.profiles.writers.MachineWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a form as the profile it describes: every figure in the unit in which it was typed.
public final class FormWriter {
    private static final ObjectWriter INDENTED = JsonMapper.shared().writerWithDefaultPrettyPrinter();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UNKNOWN_WORD = "unknown";
    private static final String NOT_SAID = "not said";

    private final MachineForm form;
    private final MachineTree tree;

    private FormWriter(MachineForm form) {
        this.form = form;
        this.tree = new MachineTree((ObjectNode) MachineWriter.write(form.base()));
    }

    /// @return the profile as indented text with a newline at its end; of a form in which [FormCheck] finds nothing
    public static String text(MachineForm form) {
        return INDENTED.writeValueAsString(new FormWriter(form).written()) + "\n";
    }

    /// @return the machine that the form describes, or what is wrong with it as a profile
    public static Reading<Machine> machine(MachineForm form) {
        return MachineProfile.read(form.word(Word.ID) + ".json", text(form));
    }

    private JsonNode written() {
        words();
        pools();
        for (FigurePlace place : MachineForms.places(form)) {
            FigureEntry entry = form.figure(place, FigureUnits.of(place.sort()).getFirst());
            if (place.path().endsWith(".limit")) {
                limit(place, entry);
            } else {
                put(place, entry);
            }
        }
        return tree.root();
    }

    private void words() {
        ObjectNode root = tree.root();
        root.put("id", form.word(Word.ID)).put("name", form.word(Word.NAME));
        String shortName = form.word(Word.SHORT_NAME);
        root.put("short_name", shortName.isEmpty() ? form.word(Word.NAME) : shortName);
        var processor = (ObjectNode) root.path("processor");
        processor
                .put("name", form.word(Word.ACCELERATOR))
                .put("architecture", known(Word.ARCHITECTURE))
                .put("calibration_class", known(Word.CALIBRATION_CLASS))
                .put("generation", known(Word.GENERATION));
        processor.remove("calibrated_as");
        String like = form.word(Word.CALIBRATED_AS);
        if (!like.isEmpty() && !like.equals(form.word(Word.ID))) {
            processor.put("calibrated_as", like);
        }
        ArrayNode backends = root.putArray("backends");
        FormCheck.backendNames(form.word(Word.BACKENDS)).forEach(backends::add);
    }

    private String known(Word word) {
        String text = form.word(word);
        return text.isEmpty() ? UNKNOWN_WORD : text;
    }

    private void pools() {
        var pools = (ArrayNode) tree.root().path("memory").path("pools");
        List<MemoryPool.Kind> kinds = MachineForms.kinds(form.layout());
        while (pools.size() > kinds.size()) {
            pools.remove(pools.size() - 1);
        }
        for (int i = 0; i < kinds.size(); i++) {
            ObjectNode pool = i < pools.size() ? (ObjectNode) pools.get(i) : unknownPool(pools.addObject());
            pool.put("kind", kinds.get(i).name().toLowerCase(Locale.ROOT));
            if (i == 0 && form.limit() == LimitType.NONE) {
                pool.putObject("limit").put("type", "none");
            }
        }
    }

    private static ObjectNode unknownPool(ObjectNode pool) {
        for (String figure : List.of("capacity", "nominal", "system_reserve", "bandwidth", "measured_bandwidth")) {
            pool.set(figure, unknown(""));
        }
        pool.putObject("limit").put("type", "none");
        return pool;
    }

    private void limit(FigurePlace place, FigureEntry entry) {
        boolean share = place.sort() == Sort.SHARE;
        ObjectNode limit = JSON.objectNode().put("type", share ? "share" : "accelerator");
        limit.set(share ? "share" : "most", figure(place.sort(), entry));
        tree.put(place.path(), limit);
    }

    private void put(FigurePlace place, FigureEntry entry) {
        String path = place.path();
        boolean mayLack = place.sort() == Sort.COMPUTE || place.sort() == Sort.MONEY || path.startsWith("links.");
        if (!entry.isUnknown()) {
            tree.put(path, figure(place.sort(), entry));
        } else if (!mayLack || (tree.figure(path).isPresent() && place.sort() != Sort.MONEY && !leaves(place, entry))) {
            tree.put(path, unknown(entry.source()));
        } else if (!path.startsWith("links.") && tree.figure(path).isPresent()) {
            tree.remove(path);
        }
    }

    /// A peak without a number and a reason is not written at all.
    private static boolean leaves(FigurePlace place, FigureEntry entry) {
        return place.sort() == Sort.COMPUTE && entry.source().isBlank();
    }

    private ObjectNode figure(Sort sort, FigureEntry entry) {
        Optional<TypedFigure> typed = entry.isUnknown() ? Optional.empty() : TypedFigure.of(sort, entry);
        return typed.map(figure -> source(number(sort, figure), entry)).orElseGet(() -> unknown(entry.source()));
    }

    private static ObjectNode number(Sort sort, TypedFigure figure) {
        ObjectNode node = JSON.objectNode();
        if (sort == Sort.RESERVE) {
            node.put("low", figure.numbers().getFirst())
                    .put("expected", figure.expected())
                    .put("high", figure.numbers().getLast());
        } else {
            node.put("value", figure.expected());
        }
        return node.put("unit", figure.unit());
    }

    private static ObjectNode unknown(String reason) {
        return JSON.objectNode().putNull("value").put("reason", reason.isBlank() ? NOT_SAID : reason.strip());
    }

    /// A figure without a source of its own is stated by whoever states the whole form.
    private ObjectNode source(ObjectNode node, FigureEntry entry) {
        Usual usual = form.usual();
        boolean own = !entry.source().isBlank();
        node.put("source", own ? entry.source().strip() : usual.source().strip())
                .put("kind", entry.kind().orElse(usual.kind()).name().toLowerCase(Locale.ROOT));
        String date = own ? entry.date() : usual.date();
        if (!date.isBlank()) {
            node.put("date", date.strip());
        }
        if (!entry.note().isBlank()) {
            node.put("note", entry.note());
        }
        return node;
    }
}
