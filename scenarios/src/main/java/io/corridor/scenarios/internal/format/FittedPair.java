package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Position;

/**
 * Two ids of what has shocks whose correlation is fitted.
 *
 * @param first one id
 * @param second the other
 * @param at where the file says so
 */
public record FittedPair(String first, String second, Position at) {}
