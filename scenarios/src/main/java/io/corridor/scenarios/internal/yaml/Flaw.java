package io.corridor.scenarios.internal.yaml;

/**
 * Something wrong with a text.
 *
 * @param at where
 * @param key path of the key; empty for the whole text
 * @param message what is wrong, what was found, what is right
 */
public record Flaw(Position at, String key, String message) {}
