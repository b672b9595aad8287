/**
 * Layers of a scenario: a file over the one it extends, a variant over the file, options over all.
 * Works on trees of {@code internal.yaml}, whatever they mean. Not part of the public interface.
 */
package io.corridor.scenarios.internal.layer;
