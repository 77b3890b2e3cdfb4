/// The network: files of models by address or from a hub, and running servers.
///
/// Nothing else in Tonari opens a connection, and nothing here does so unless a person asked for it in that act.
///
/// Only `http` and `https`; redirects lead neither to other schemes nor from the internet into a private network, and
/// never from `https` to `http`. Every wait has a limit, every answer a largest size, and an [Errand] can be cancelled.
/// Tokens are sent to the hub alone and appear in no message.
@NullMarked
package org.tonari.remote;

import org.jspecify.annotations.NullMarked;
