package io.corridor.scenarios.internal.yaml;

import io.corridor.model.KeyPath;

/**
 * Something wrong with a text.
 *
 * @param at where
 * @param key path of the key; the root for the whole text
 * @param message what is wrong, what was found, what is right
 */
public record Flaw(Position at, KeyPath key, String message) {}
