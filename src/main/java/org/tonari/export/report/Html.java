package org.tonari.export.report;

/// Writes HTML piece by piece; text and attributes are always escaped.
final class Html {
    private final StringBuilder page = new StringBuilder(64 * 1_024);

    /// Appends markup of our own making.
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    /// Appends text of anybody's making.
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(each);
            }
        }
        return this;
    }

    /// Appends an element that holds text only.
    Html element(String name, String text) {
        return markup("<" + name + ">").text(text).markup("</" + name + ">");
    }

    /// Appends an element of a class that holds text only.
    Html element(String name, String style, String text) {
        return markup("<" + name + " class=\"" + style + "\">").text(text).markup("</" + name + ">");
    }

    /// Appends a citation; only an address of the web becomes a link.
    Html citation(String citation) {
        int start = citation.indexOf("http");
        String address = start < 0 ? "" : citation.substring(start).split("[\\s,;)]", 2)[0];
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            return text(citation);
        }
        return text(citation.substring(0, start))
                .markup("<a rel=\"noreferrer\" href=\"")
                .text(address)
                .markup("\">")
                .text(address)
                .markup("</a>")
                .text(citation.substring(start + address.length()));
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
