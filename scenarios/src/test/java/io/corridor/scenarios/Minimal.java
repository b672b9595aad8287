package io.corridor.scenarios;

import io.corridor.model.Scenario;

/** The smallest scenario that has something of most sections, as a file and read. */
final class Minimal {
  /** The file; its lines are referred to by number. */
  static final String YAML =
      """
      corridor: 1
      name: Minimal
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 12
      regime: {states: [calm, tense], initial: calm, monthly: {calm: {tense: 0.1}}}
      drivers:
        oil: {kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl}
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: 10 mcm/d}
            supply: {base: 5 mcm/d}
            imports: {capacity: 8 mcm/d}
            price: {base: 6 USD/MMBtu}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year, elasticities: {oil: 0.1}}
      questions:
        grows: {metric: total.12m, at-least: 4 bn USD/year}
      """;

  private Minimal() {}

  static Scenario scenario() {
    return ScenarioReader.create().readText(YAML, "minimal.yaml").scenario();
  }

  /** Returns the file with {@code lines} after its last. */
  static String with(String lines) {
    return YAML + lines;
  }

  /** Returns the file with one text in place of another, which it holds. */
  static String replacing(String text, String other) {
    if (!YAML.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return YAML.replace(text, other);
  }
}
