import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Puts into the image what its dependencies are and under which licences they come: a list, the bill of materials it
/// was read from, and the licence texts that the dependencies carry themselves.
final class Notices {
    private static final Path BILL = Path.of("target", "bom");

    private final Path modules;
    private final Path legal;

    /// @param modules the dependencies' jars
    /// @param legal   where the runtime keeps its own licences
    Notices(Path modules, Path legal) {
        this.modules = modules;
        this.legal = legal;
    }

    void write() throws IOException {
        if (!Files.exists(Path.of(BILL + ".json"))) {
            System.err.println("no bill of materials: Maven makes it only when online; the image goes without it");
            return;
        }
        Path own = Files.createDirectories(legal.resolve("org.tonari"));
        Files.copy(Path.of(BILL + ".json"), own.resolve("bom.json"));
        Files.write(own.resolve("DEPENDENCIES.md"), list());
        try (Stream<Path> jars = Files.list(modules)) {
            for (Path jar : jars.sorted().toList()) {
                texts(jar);
            }
        }
    }

    private static List<String> list() throws IOException {
        var lines = new ArrayList<>(List.of(
                "# What Tonari is built with",
                "",
                "The Java runtime's own licences lie beside this folder, one folder for each of its modules.",
                "",
                "| component | version | licence |",
                "|---|---|---|"));
        var rows = new LinkedHashSet<String>();
        NodeList components = bill().getElementsByTagName("component");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            if (isDependency(component)) {
                rows.add("| " + text(component, "group") + ":" + text(component, "name") + " | "
                        + text(component, "version") + " | " + licences(component) + " |");
            }
        }
        lines.addAll(rows);
        return lines;
    }

    /// Tonari itself and the tool that wrote the bill are components too.
    private static boolean isDependency(Element component) {
        Node parent = component.getParentNode();
        return parent.getNodeName().equals("components")
                && parent.getParentNode().getNodeName().equals("bom");
    }

    private static Element bill() throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of(BILL + ".xml").toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("the bill of materials cannot be read", unreadable);
        }
    }

    private static String licences(Element component) {
        var names = new ArrayList<String>();
        NodeList licences = component.getElementsByTagName("license");
        for (int i = 0; i < licences.getLength(); i++) {
            Element licence = (Element) licences.item(i);
            String name = text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id");
            String address = text(licence, "url");
            names.add(address.isEmpty() ? name : "[" + name + "](" + address + ")");
        }
        NodeList expressions = component.getElementsByTagName("expression");
        for (int i = 0; i < expressions.getLength(); i++) {
            names.add(expressions.item(i).getTextContent().strip());
        }
        if (names.isEmpty()) {
            throw new IllegalStateException(text(component, "name") + " states no licence");
        }
        return String.join(", ", names);
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private void texts(Path module) throws IOException {
        String name = module.getFileName().toString().replaceFirst("-[0-9].*$", "");
        try (var jar = new JarFile(module.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String file = Path.of(entry.getName()).getFileName().toString();
                if (!entry.isDirectory() && file.matches("(?i)([\\w-]*(licen[cs]e|notice))(\\.(txt|md))?")) {
                    Path target = Files.createDirectories(legal.resolve(name)).resolve(file);
                    try (InputStream text = jar.getInputStream(entry)) {
                        Files.write(target, text.readAllBytes());
                    }
                }
            }
        }
    }
}
