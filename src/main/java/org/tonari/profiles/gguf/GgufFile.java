package org.tonari.profiles.gguf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.tonari.explain.Phrase;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;

/// A model's headers, those of all its parts together.
///
/// @param name     the file's name without folder, part number and ending
/// @param metadata that of the first part
/// @param tensors  of all parts
record GgufFile(String name, Metadata metadata, List<GgufTensor> tensors) {
    private static final long MOST_PARTS = 99_999;

    GgufFile {
        tensors = List.copyOf(tensors);
    }

    /// @param folder where the model lies
    /// @param file   the name of a whole model, or of any part of one whose other parts lie beside it
    /// @return the headers of all parts
    /// @throws ProfileException where one of them cannot be understood or is missing
    static GgufFile open(ModelFolder folder, String file) {
        int folderEnd = file.lastIndexOf('/') + 1;
        SplitName split = SplitName.of(file.substring(folderEnd));
        var headers = new ArrayList<Header>();
        for (String part : split.parts()) {
            headers.add(header(folder, file.substring(0, folderEnd) + part, file));
        }
        return new GgufFile(split.name(), headers.getFirst().metadata(), tensors(headers));
    }

    /// @param source a whole model
    /// @param name   how it is to be called
    /// @return its header
    static GgufFile of(ByteSource source, String name) {
        Header header = HeaderReader.read(source);
        return new GgufFile(name, header.metadata(), tensors(List.of(header)));
    }

    private static Header header(ModelFolder folder, String part, String asked) {
        if (!part.equals(asked) && !folder.has(part)) {
            throw new ProfileException(ProfileProblem.ofFile(
                    folder.place(asked), Phrase.of("no {0} beside it", part), Phrase.of("all parts in one folder")));
        }
        try (ByteSource source = folder.open(part)) {
            return HeaderReader.read(source);
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(folder.place(part), unreadable));
        }
    }

    private static List<GgufTensor> tensors(List<Header> headers) {
        Metadata first = headers.getFirst().metadata();
        OptionalLong parts = first.whole("split.count", MOST_PARTS);
        if (parts.isPresent() && parts.getAsLong() > 1 && parts.getAsLong() != headers.size()) {
            throw first.problem(
                    "split.count",
                    Phrase.verbatim(Long.toString(parts.getAsLong())),
                    Phrase.of("the number of parts, {0}", headers.size()));
        }
        var tensors = new ArrayList<GgufTensor>();
        var names = new HashSet<String>();
        for (Header header : headers) {
            for (GgufTensor tensor : header.tensors()) {
                if (!names.add(tensor.name())) {
                    throw header.metadata()
                            .problem(
                                    tensor.name(),
                                    Phrase.of("a tensor of an earlier part"),
                                    Phrase.of("each tensor once"));
                }
                tensors.add(tensor);
            }
        }
        OptionalLong stated = first.whole("split.tensors.count", Integer.MAX_VALUE);
        if (stated.isPresent() && stated.getAsLong() != tensors.size() && parts.isPresent()) {
            throw first.problem(
                    "split.tensors.count",
                    Phrase.verbatim(Long.toString(stated.getAsLong())),
                    Phrase.of("{0} in parts", tensors.size()));
        }
        return tensors;
    }
}
