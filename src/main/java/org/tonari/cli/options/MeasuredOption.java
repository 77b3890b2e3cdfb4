package org.tonari.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.Session;
import org.tonari.domain.scenario.Anchor;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.TokensPerSecond;
import picocli.CommandLine.Option;

/// Speeds the person measured, which estimates of that machine under that runtime shift to.
public class MeasuredOption {
    private static final String DECODE = "decode";
    private static final Pattern MACHINE = Pattern.compile("(^|,)\\s*machine\\s*=");

    @Option(
            names = "--measured",
            paramLabel = "decode=N[,WORD=…]",
            description = "Tokens a second you measured; estimates of that machine and runtime shift to it."
                    + " What ran is the scenario asked for, unless words say otherwise:"
                    + " decode=52.1,model=llama-3.1-8b,weights=q4_k_m,context=2048. Repeatable.")
    private List<String> measured = new ArrayList<>();

    /// @return whether the option is this one, and so was taken
    public boolean takeOption(String name, String value) {
        boolean taken = name.equals("--measured");
        if (taken) {
            measured.add(value);
        }
        return taken;
    }

    /// @return whether any was typed in
    public boolean isGiven() {
        return !measured.isEmpty();
    }

    /// @return whether each says on which machine it ran
    public boolean namesMachines() {
        return measured.stream().allMatch(text -> MACHINE.matcher(text).find());
    }

    /// @param asked the scenario that the measured one differs from
    /// @return the measurements in their order
    /// @throws BadInput where one cannot be understood
    public List<Anchor> anchors(Session session, ScenarioRequest asked) {
        return measured.stream().map(text -> anchor(session, asked, text)).toList();
    }

    private static Anchor anchor(Session session, ScenarioRequest asked, String text) {
        var words = new TreeMap<String, String>();
        asked.resolvedWords().forEach((word, value) -> {
            if (!(value instanceof Map)) {
                words.put(word, value.toString());
            }
        });
        double decode = 0;
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new BadInput("--measured: found \"" + part + "\", expected WORD=VALUE");
            }
            String word = part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            if (word.equals(DECODE)) {
                decode = speed(value);
            } else {
                words.put(word.replace('-', '_'), value);
            }
        }
        if (!(decode > 0)) {
            throw new BadInput("--measured: expected decode=N with tokens a second above 0, such as decode=52.1");
        }
        return switch (session.words().read("--measured", words, Map.of())) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) ->
                new Anchor(request.scenario(), new TokensPerSecond(decode));
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private static double speed(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException _) {
            throw new BadInput("--measured: found decode=" + value + ", expected a number");
        }
    }
}
