/**
 * The scenario format, defined once: each key's name, shape, unit, range, default and meaning. The
 * same definitions read a tree into a scenario, write one, and make the JSON Schema, so that they
 * can't drift apart. {@link io.corridor.scenarios.internal.format.ScenarioFormat} is the entry. Not
 * part of the public interface.
 */
package io.corridor.scenarios.internal.format;
