package io.corridor.report.data;

import io.corridor.scenarios.LoadedScenario;

/**
 * What a page carries that can be asked.
 *
 * @param model that simulates
 * @param scenario what is simulated
 */
public record PageModel(LiveModel model, LoadedScenario scenario) {}
