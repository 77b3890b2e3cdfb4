package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.List;
import org.tonari.domain.model.DiffusionJob.Format;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Adapters;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.domain.model.DiffusionModel.Component;
import org.tonari.domain.model.DiffusionModel.Media;
import org.tonari.domain.model.DiffusionModel.PublishedSize;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.units.Bytes;

/// Reads `profiles/diffusion/*.json`: models that make pictures or clips.
public final class DiffusionReader {
    private static final int MOST_TOKENS = 1_000_000;
    private static final int MOST_LAYERS = 10_000;

    private DiffusionReader() {}

    /// @return the model the file describes
    /// @throws ProfileException where the file is not as expected
    public static DiffusionModel read(ProfileNode file) {
        ProfileKind.DIFFUSION.requireHeader(file);
        DiffusionModel model = file.checked(node -> new DiffusionModel(
                node.field("id").text(),
                node.field("name").text(),
                node.field("repository").text(),
                node.field("licence").text(),
                node.field("media").oneOf(Media.class),
                node.field("components").items().stream()
                        .map(part -> part.checked(DiffusionReader::component))
                        .toList(),
                node.field("blocks").items().stream()
                        .map(part -> part.checked(DiffusionReader::blocks))
                        .toList(),
                Figures.sourceObject(node.field("architecture"), EnumSet.allOf(Source.Kind.class)),
                (int) node.field("text_tokens").whole(0, MOST_TOKENS),
                (int) node.field("frames_per_token").whole(0, MOST_TOKENS),
                (int) node.field("steps").whole(1, MOST_TOKENS),
                (int) node.field("passes").whole(1, 2),
                node.optionalField("adapters").map(DiffusionReader::adapters),
                published(node.field("published"))));
        file.requireAllRead();
        return model;
    }

    private static Component component(ProfileNode part) {
        var read = new Component(
                part.field("role").oneOf(Component.Role.class),
                part.field("name").text(),
                part.field("parameters").whole(1),
                part.field("quantised").flag(),
                Figures.source(part));
        part.requireAllRead();
        return read;
    }

    private static Blocks blocks(ProfileNode blocks) {
        var read = new Blocks(
                blocks.field("name").text(),
                (int) blocks.field("count").whole(1, MOST_LAYERS),
                blocks.field("stream").oneOf(Blocks.Stream.class),
                (int) blocks.field("cell").whole(1, MOST_LAYERS),
                blocks.field("linear").whole(1),
                blocks.field("width").whole(0),
                blocks.field("inner").whole(1));
        blocks.requireAllRead();
        return read;
    }

    private static Adapters adapters(ProfileNode adapters) {
        var read = new Adapters(
                adapters.field("attention").whole(1),
                adapters.field("linear").whole(1),
                adapters.field("all").whole(1),
                Figures.source(adapters));
        adapters.requireAllRead();
        return read;
    }

    private static List<PublishedSize> published(ProfileNode sizes) {
        return sizes.items().stream().map(DiffusionReader::size).toList();
    }

    private static PublishedSize size(ProfileNode size) {
        var read = new PublishedSize(
                size.field("what").text(),
                size.field("format").oneOf(Format.class),
                new Bytes(size.field("bytes").whole(1)),
                size.field("components").items().stream().map(ProfileNode::text).toList(),
                Figures.source(size));
        size.requireAllRead();
        return read;
    }
}
