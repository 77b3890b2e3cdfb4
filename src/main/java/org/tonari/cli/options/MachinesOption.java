package org.tonari.cli.options;

import java.util.List;
import org.tonari.profiles.Catalogue;
import picocli.CommandLine.Option;

/// Which machines a table sets side by side.
public class MachinesOption {
    @Option(
            names = "--machines",
            split = ",",
            paramLabel = "ID",
            description = "Machines to compare, by id or file. Default: the seven candidates")
    private List<String> machines = List.of();

    /// @return ids or files, in the order they were named; the seven candidates where none was
    public List<String> words() {
        return areGiven() ? machines.stream().map(String::strip).toList() : Catalogue.CANDIDATES;
    }

    /// @return whether any machine was named
    public boolean areGiven() {
        return !machines.isEmpty();
    }

    /// @return whether the option is this one, which then took its value
    public boolean takeOption(String name, String value) {
        if (!name.equals("--machines")) {
            return false;
        }
        machines = List.of(value.split(",", -1));
        return true;
    }
}
