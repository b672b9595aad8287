/**
 * Scenario files: reading them with every mistake named by file, line, column and key, writing
 * them, the JSON Schema of the format, and the scenarios shipped with the library.
 *
 * <p>Turns text into {@link io.corridor.model.Scenario}, which the simulation reads. Start at
 * {@link io.corridor.scenarios.ScenarioReader}.
 */
package io.corridor.scenarios;
