package org.tonari.domain;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Records compared and changed part by part.
public final class Parts {
    private Parts() {}

    /// @return names of the parts in which two records of a kind differ
    public static List<String> changed(Record before, Record after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(part -> !value(part, before).equals(value(part, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    /// @param name  of the part
    /// @param value in its place
    /// @return the record made anew, and so checked by its constructor, whose refusal is thrown on
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, String name, Object value) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        if (Arrays.stream(parts).noneMatch(part -> part.getName().equals(name))) {
            throw new AssertionError("no part " + name);
        }
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> part.getName().equals(name) ? value : value(part, record))
                .toArray();
        try {
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(name, refused);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(part.getName(), e);
        }
    }
}
