package org.tonari.domain.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.units.Bytes;

/// A model that makes pictures or clips, as data: every part with its weights, and what a step computes.
///
/// @param id             lower case, digits, dots and hyphens
/// @param name           as published
/// @param repository     where it is published
/// @param licence        short name
/// @param media          what it makes
/// @param components     transformer, text encoders, decoder; in the order they are shown
/// @param blocks         the transformer's layers by kind
/// @param architecture   where the layers were read
/// @param textTokens     tokens of a prompt, as the pipeline pads it
/// @param framesPerToken frames of a clip that one token holds; 0 for pictures
/// @param steps          of denoising as the vendor advises
/// @param passes         runs of the transformer each step, 2 with classifier-free guidance
/// @param adapters       what LoRA adapters attach to, if known
/// @param published      sizes that were published
public record DiffusionModel(
        String id,
        String name,
        String repository,
        String licence,
        Media media,
        List<Component> components,
        List<Blocks> blocks,
        Source architecture,
        int textTokens,
        int framesPerToken,
        int steps,
        int passes,
        Optional<Adapters> adapters,
        List<PublishedSize> published) {

    /// What a model makes.
    public enum Media {
        IMAGE,
        VIDEO
    }

    /// A part of a pipeline.
    ///
    /// @param role       what it does
    /// @param name       as shown
    /// @param parameters how many weights
    /// @param quantised  whether it follows when the transformer is stored in fewer bits
    /// @param source     who counts them
    public record Component(Role role, String name, long parameters, boolean quantised, Source source) {
        /// What a part does.
        public enum Role {
            TRANSFORMER,
            TEXT_ENCODER,
            DECODER
        }

        public Component {
            Objects.requireNonNull(role);
            if (parameters <= 0) {
                throw new Refused("{0} needs parameters: {1}", name, parameters);
            }
        }
    }

    /// Layers of one kind.
    ///
    /// @param name   as the architecture calls them
    /// @param count  how many
    /// @param stream which tokens pass through
    /// @param cell   edge in pixels of what one picture token holds
    /// @param linear weights one token meets in one layer
    /// @param width  of attention over all tokens of the stream; 0 where there is none
    /// @param inner  width of the feed-forward network
    public record Blocks(String name, int count, Stream stream, int cell, long linear, long width, long inner) {
        /// Which tokens pass through layers.
        public enum Stream {
            ALL,
            IMAGE,
            TEXT
        }

        public Blocks {
            Objects.requireNonNull(stream);
            if (count <= 0 || cell <= 0 || linear <= 0 || width < 0 || inner <= 0) {
                throw new IllegalArgumentException("not a kind of layers: " + name);
            }
        }
    }

    /// Sums of input and output widths over the matrices that adapters attach to: times the rank, their weights.
    ///
    /// @param attention over attention's matrices
    /// @param linear    over all matrices of the layers
    /// @param all       over everything trainers reach
    /// @param source    who says so
    public record Adapters(long attention, long linear, long all, Source source) {}

    /// A size somebody published.
    ///
    /// @param what       of what
    /// @param format     in which format
    /// @param bytes      how much
    /// @param components names of the parts it is the sum of; empty where it cannot be held against them
    /// @param source     who says so
    public record PublishedSize(
            String what, DiffusionJob.Format format, Bytes bytes, List<String> components, Source source) {
        public PublishedSize {
            components = List.copyOf(components);
        }
    }

    public DiffusionModel {
        if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a diffusion model's id: " + id);
        }
        components = List.copyOf(components);
        blocks = List.copyOf(blocks);
        published = List.copyOf(published);
        if (components.isEmpty() || blocks.isEmpty() || steps < 1 || passes < 1 || passes > 2) {
            throw new Refused("{0} needs parts, layers, steps and 1 or 2 passes", id);
        }
    }
}
