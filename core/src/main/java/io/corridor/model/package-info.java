/**
 * What a scenario is: immutable records, one for each section of the scenario file, and the checks
 * that make one valid.
 *
 * <p>Everything else reads this package and it reads nothing else of the project. Start at {@link
 * io.corridor.model.Scenario}. Quantities are in the base units of the model: US dollars, MW,
 * million cubic metres a day, thousand barrels a day, rates and volatilities per year.
 */
package io.corridor.model;
