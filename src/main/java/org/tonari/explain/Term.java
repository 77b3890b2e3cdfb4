package org.tonari.explain;

import java.util.List;
import java.util.Objects;
import org.tonari.units.Bytes;
import org.tonari.units.Exact;
import org.tonari.units.Quantity;
import org.tonari.units.Unit;

/// One number of an estimate together with where it comes from.
///
/// A derived term is made from its parts only: the constructor of the value *is* the computation, so the tree on
/// screen and the number on screen are one thing. Immutable.
///
/// ```java
/// Term rows = Term.given("kv_heads", new Count(8), modelFile);
/// Term bytes = Term.derived("key_row_bytes", Unit.BYTES, Operation.PRODUCT, rows, headSize, bytesPerElement);
/// ```
public sealed interface Term {
    /// Before the id of a number about something that has a name of its own, such as a model of a set.
    String NAMED = "name:";

    /// @return what this number is, in snake case; the key of its name in every language
    String id();

    /// @return the number
    Quantity value();

    /// A number that was read or chosen rather than computed.
    ///
    /// @param id     what it is
    /// @param value  the number
    /// @param source who states it
    /// @param path   where a person can override it (`machine.memory.os_reserve`), or empty
    record Given(String id, Quantity value, Source source, String path) implements Term {
        public Given {
            Objects.requireNonNull(id);
            Objects.requireNonNull(value);
            Objects.requireNonNull(source);
            Objects.requireNonNull(path);
        }
    }

    /// A number computed from others.
    ///
    /// @param id        what it is
    /// @param value     the operation applied to the parts
    /// @param operation how
    /// @param parts     from what, at least one
    record Derived(String id, Quantity value, Operation operation, List<Term> parts) implements Term {
        public Derived {
            Objects.requireNonNull(id);
            Objects.requireNonNull(value);
            Objects.requireNonNull(operation);
            parts = List.copyOf(parts);
        }
    }

    /// @return a leaf that cannot be overridden
    static Term given(String id, Quantity value, Source source) {
        return new Given(id, value, source, "");
    }

    /// @return a leaf that a person may override at `path`
    static Term given(String id, Quantity value, Source source, String path) {
        return new Given(id, value, source, path);
    }

    /// @return the operation applied to the parts, as a quantity of `unit`
    /// @throws ArithmeticException where the result is out of the unit's range or a counted result overflows
    static Term derived(String id, Unit unit, Operation operation, Term... parts) {
        return derived(id, unit, operation, List.of(parts));
    }

    /// @return the operation applied to the parts, as a quantity of `unit`
    /// @throws ArithmeticException where the result is out of the unit's range or a counted result overflows
    static Term derived(String id, Unit unit, Operation operation, List<Term> parts) {
        return new Derived(id, compute(unit, operation, parts), operation, parts);
    }

    /// @return the operation applied to the parts' values
    static Quantity compute(Unit unit, Operation operation, List<Term> parts) {
        if (parts.isEmpty()) {
            return unit.of(0L);
        }
        return unit.isCounted() && areExact(parts)
                ? unit.of(counted(operation, parts))
                : unit.of(measured(operation, parts));
    }

    private static boolean areExact(List<Term> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!(parts.get(i).value() instanceof Exact)) {
                return false;
            }
        }
        return true;
    }

    private static long counted(Operation operation, List<Term> parts) {
        long result = exact(parts.getFirst());
        for (int i = 1; i < parts.size(); i++) {
            result = operation.apply(result, exact(parts.get(i)));
        }
        return result;
    }

    private static long exact(Term part) {
        return ((Exact) part.value()).whole();
    }

    private static double measured(Operation operation, List<Term> parts) {
        double result = parts.getFirst().value().magnitude();
        for (int i = 1; i < parts.size(); i++) {
            result = operation.apply(result, parts.get(i).value().magnitude());
        }
        return result;
    }

    /// @return the value where it is a number of bytes
    default Bytes bytes() {
        return (Bytes) value();
    }

    /// @return this number under another name; the tree shows the step
    default Term as(String id) {
        return switch (this) {
            case Given given -> new Given(id, given.value(), given.source(), given.path());
            case Derived derived -> new Derived(id, derived.value(), derived.operation(), derived.parts());
        };
    }
}
