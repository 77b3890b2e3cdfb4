package org.tonari.domain.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Refused;

/// The columns of a comparison, from left to right: at least one on screen, each id once. Immutable.
///
/// @param all every column, hidden ones included
public record Candidates(List<Candidate> all) {
    /// The most columns at once.
    public static final int MOST = 24;

    public Candidates {
        all = List.copyOf(all);
        long ids = all.stream().map(Candidate::id).distinct().count();
        if (ids < all.size() || all.size() > MOST || all.stream().noneMatch(Candidate::isShown)) {
            throw new Refused(
                    "a comparison needs 1 to {0} columns, each machine or copy once, one of them shown", MOST);
        }
    }

    /// @return the machines in this order, all of them shown
    public static Candidates of(List<Machine> machines) {
        return new Candidates(IntStream.range(0, machines.size())
                .mapToObj(i -> new Candidate(machines.get(i), 1, i, Visibility.SHOWN))
                .toList());
    }

    /// @return the machines on screen, from left to right
    public List<Machine> shown() {
        return all.stream().filter(Candidate::isShown).map(Candidate::machine).toList();
    }

    /// @return the column of that id, if there is one
    public Optional<Candidate> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// @return which colour and symbol a machine has; those after the last where it is no column
    public int mark(String id) {
        return find(id).map(Candidate::mark).orElse(MOST);
    }

    /// @return these and the machine, right of the column of that id or at the end; a copy where it is there already
    public Candidates with(Machine profile, String rightOf) {
        var more = new ArrayList<>(all);
        int after = index(rightOf);
        more.add(
                after < 0 ? all.size() : after + 1,
                new Candidate(profile, freeCopy(profile), freeMark(), Visibility.SHOWN));
        return new Candidates(more);
    }

    /// @return the number the next copy of a profile gets
    public int freeCopy(Machine profile) {
        return firstFree(
                1,
                all.stream()
                        .filter(one -> one.profile().id().equals(profile.id()))
                        .map(Candidate::copy)
                        .toList());
    }

    private int freeMark() {
        return firstFree(0, all.stream().map(Candidate::mark).toList());
    }

    private static int firstFree(int from, List<Integer> taken) {
        return IntStream.iterate(from, number -> number + 1)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /// @return these without a column; unchanged where no other would be on screen
    public Candidates without(String id) {
        return orUnchanged(all.stream().filter(one -> !one.id().equals(id)).toList());
    }

    /// @return these with one column changed; unchanged where none would be on screen
    public Candidates changed(String id, UnaryOperator<Candidate> change) {
        return orUnchanged(all.stream()
                .map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    private Candidates orUnchanged(List<Candidate> others) {
        return others.stream().anyMatch(Candidate::isShown) ? new Candidates(others) : this;
    }

    /// @return these with a column moved by some places among those on screen, negative for left, as far as there is
    /// room
    public Candidates moved(String id, int places) {
        var moved = new ArrayList<>(all);
        for (int step = 0; step < Math.abs(places); step++) {
            int from = index(moved, id);
            int to = next(moved, from, Integer.signum(places));
            if (from < 0 || to < 0) {
                break;
            }
            moved.add(to, moved.remove(from));
        }
        return new Candidates(moved);
    }

    private static int next(List<Candidate> columns, int from, int step) {
        for (int at = from + step; at >= 0 && at < columns.size(); at += step) {
            if (columns.get(at).isShown()) {
                return at;
            }
        }
        return -1;
    }

    private int index(String id) {
        return index(all, id);
    }

    private static int index(List<Candidate> columns, String id) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }
}
