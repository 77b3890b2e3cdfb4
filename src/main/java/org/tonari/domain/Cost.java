package org.tonari.domain;

import java.util.Optional;
import org.tonari.explain.Answer;

/// What running costs.
///
/// @param watts          draw under load; an upper bound where only a peak is known
/// @param joulesPerToken energy for one token
/// @param price          the newest yen price, if one was read
public record Cost(Answer watts, Answer joulesPerToken, Optional<Machine.Price> price) {}
