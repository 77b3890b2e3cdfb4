package org.tonari.remote;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person calls a model on a hub: `hf:org/name`, with a revision `@v1`, and where a repository holds several
/// models a file `/folder/model-Q4_K_M.gguf` or only what names it among the others, `:Q4_K_M`.
///
/// @param repository `org/name`
/// @param revision   branch, tag or commit; `main` where none is written
/// @param file       the path of a file in the repository, if one is written
/// @param tag        what the wanted file's name contains, if that is written
public record HubName(String repository, String revision, Optional<String> file, Optional<String> tag) {
    private static final String MAIN = "main";
    private static final Pattern NAME = Pattern.compile("(?:hf:|hf://|https://huggingface\\.co/)?"
            + "([\\w][\\w.-]{0,95}/[\\w][\\w.-]{0,95})"
            + "(?:@([\\w][\\w./-]{0,127}?))?"
            + "(?::([\\w.-]{1,64}))?"
            + "((?:/[\\w .+=-]{1,200}){1,8}\\.(?:gguf|json|safetensors))?");

    /// What a browser shows of a file: `blob/main/model.gguf`.
    private static final Pattern PAGE = Pattern.compile("(?:blob|resolve)/([^/]+)/(.+)");

    /// @return what the text names, if it names a model on a hub
    public static Optional<HubName> of(String text) {
        Matcher name = NAME.matcher(text.strip());
        if (!name.matches() || text.contains("..")) {
            return Optional.empty();
        }
        Optional<String> path = Optional.ofNullable(name.group(4)).map(file -> file.substring(1));
        Matcher page = PAGE.matcher(path.orElse(""));
        if (page.matches()) {
            return Optional.of(new HubName(name.group(1), page.group(1), Optional.of(page.group(2)), Optional.empty()));
        }
        return Optional.of(new HubName(
                name.group(1),
                Optional.ofNullable(name.group(2)).orElse(MAIN),
                path,
                Optional.ofNullable(name.group(3))));
    }

    /// @return this with a file chosen
    public HubName withFile(String path) {
        return new HubName(repository, revision, Optional.of(path), Optional.empty());
    }

    /// @return as a person writes it
    public String text() {
        return "hf:" + repository + (revision.equals(MAIN) ? "" : "@" + revision)
                + tag.map(name -> ":" + name).orElse("")
                + file.map(path -> "/" + path).orElse("");
    }
}
