/// Understands the files of Hugging Face repositories: `config.json`, the index of safetensors and their headers.
///
/// Each family of architectures has its own reading of the configuration, in one class a kind of family; a family that
/// is not known becomes a model whose attention is undescribed, never a guess.
@NullMarked
package org.tonari.profiles.huggingface;

import org.jspecify.annotations.NullMarked;
