package org.tonari.app;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javax.management.JMException;
import javax.management.ObjectName;

/// What is alive in this process after a collection.
///
/// @param bytes     of all objects
/// @param nodes     of all windows and pages, shown or not, but for rectangles
/// @param listeners that hang on properties and lists of the toolkit
/// @param classes   how many bytes each class takes
record LiveObjects(long bytes, long nodes, long listeners, Map<String, Long> classes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final Pattern LISTENER = Pattern.compile(
            "(com\\.sun\\.javafx|javafx)\\..*(ExpressionHelper|ListListenerHelper|Listener|Observer).*");

    static LiveObjects count() throws JMException {
        // What a first collection finds unused is let go of by finalizers and queues, and gone after a second.
        System.gc();
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long bytes = 0;
        long nodes = 0;
        long listeners = 0;
        var classes = new HashMap<String, Long>();
        for (String line : histogram.toString().split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                long count = Long.parseLong(matcher.group(1));
                String name = matcher.group(3);
                bytes += Long.parseLong(matcher.group(2));
                nodes += isNode(name) ? count : 0;
                listeners += LISTENER.matcher(name).matches() ? count : 0;
                classes.merge(name, Long.parseLong(matcher.group(2)), Long::sum);
            }
        }
        return new LiveObjects(bytes, nodes, listeners, classes);
    }

    /// Without rectangles: a label makes one to clip its words by when they are first too long, and keeps it.
    private static boolean isNode(String name) {
        try {
            return !name.equals(Rectangle.class.getName())
                    && Node.class.isAssignableFrom(Class.forName(name, false, Node.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError _) {
            // Arrays and classes made at run time.
            return false;
        }
    }

    /// @return of these, the nodes and listeners alone
    LiveObjects watched() {
        var watched = new HashMap<>(classes);
        watched.keySet()
                .removeIf(name -> !isNode(name) && !LISTENER.matcher(name).matches());
        return new LiveObjects(bytes, nodes, listeners, watched);
    }

    /// @return the classes that grew most since, with their bytes
    List<String> grownSince(LiveObjects before, int most) {
        return classes.entrySet().stream()
                .map(now -> Map.entry(
                        now.getKey(), now.getValue() - before.classes().getOrDefault(now.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(grown -> "%+,d bytes of %s".formatted(grown.getValue(), grown.getKey()))
                .toList();
    }
}
