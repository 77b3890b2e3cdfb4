package org.tonari.app;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// What is alive in this process after a collection.
///
/// @param bytes     of all objects
/// @param listeners that hang on properties and lists of the toolkit
record LiveObjects(long bytes, long listeners) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");
    private static final Pattern LISTENER = Pattern.compile(
            "(com\\.sun\\.javafx|javafx)\\..*(ExpressionHelper|ListListenerHelper|Listener|Observer).*");

    static LiveObjects count() throws JMException {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        long bytes = 0;
        long listeners = 0;
        for (String line : histogram.toString().split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                bytes += Long.parseLong(matcher.group(2));
                listeners += LISTENER.matcher(matcher.group(3)).matches() ? Long.parseLong(matcher.group(1)) : 0;
            }
        }
        return new LiveObjects(bytes, listeners);
    }
}
