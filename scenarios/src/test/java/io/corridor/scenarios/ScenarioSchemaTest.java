package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.corridor.model.RandomScenarios;
import io.corridor.scenarios.internal.yaml.Composer;
import io.corridor.scenarios.internal.yaml.Emitter;
import io.corridor.scenarios.internal.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.json(), InputFormat.JSON);

  private static List<Error> validate(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  @ParameterizedTest
  @MethodSource("io.corridor.scenarios.ShippedScenariosTest#names")
  void acceptsShippedScenarios(String name) throws Exception {
    // The validator's parser doesn't follow aliases: they are written out.
    SourceText origin = SourceText.file(name, null);
    String text = Emitter.emit(Composer.compose(ShippedScenarios.text(name), origin, flaw -> {}));

    assertThat(validate(text)).isEmpty();
  }

  @Test
  void acceptsTheTemplate() {
    assertThat(validate(ScenarioTemplate.text())).isEmpty();
  }

  @Test
  void acceptsWhatTheWriterWrites() {
    for (long seed = 0; seed < 60; seed++) {
      String yaml = ScenarioWriter.write(RandomScenarios.of(seed));

      assertThat(validate(yaml)).as("seed %d:%n%s", seed, yaml).isEmpty();
    }
  }

  private static String fitted(String driver) {
    return """
    corridor: 1
    name: Oil
    parties: {exporter: AAA, importer: BBB}
    start: 2010-01
    months: 12
    drivers: {brent: %s}
    correlations: [{fit: [brent, rial]}]
    data: {brent: {file: brent.csv, date: month, value: usd, unit: USD/bbl, lag: 1}}
    backtest: {origins: [2004-01], horizons: [3], series: {driver.brent: brent}}
    """
        .formatted(driver);
  }

  @Test
  void knowsFits() {
    assertThat(validate(fitted("{kind: log-ou, fit: brent}"))).isEmpty();
    assertThat(validate(fitted("{kind: gbm, drift: fit, fit: {to: brent, from: 2004-01}}")))
        .isEmpty();
    assertThat(validate(fitted("{kind: log-ou, level: 60}"))).isNotEmpty();
    assertThat(validate(fitted("{kind: log-ou, fit: {too: brent}}"))).isNotEmpty();
    assertThat(validate(fitted("{kind: constant, fit: brent}"))).isNotEmpty();
  }

  /** What the reader takes, and no more: {@code EvidenceReadingTest} has the same texts. */
  @Test
  void knowsDataAsTheReaderDoes() {
    String file = fitted("{kind: log-ou, fit: brent}");
    assertThat(validate(file.replace("lag: 1", "lag: 1, where: {year: 2019}"))).isEmpty();
    assertThat(validate(file.replace("lag: 1", "where: {year: [2019]}"))).isNotEmpty();
    assertThat(validate(file.replace("[3]", "[3, 1200]"))).isEmpty();
    assertThat(validate(file.replace("[3]", "[3, 1201]"))).isNotEmpty();
    assertThat(validate(file.replace("[3]", "[3, 0]"))).isNotEmpty();
  }

  private static String tabled(String regime, String waiver, String project) {
    return """
    corridor: 1
    name: Policy
    parties: {exporter: AAA, importer: BBB}
    start: 2019-03
    months: 12
    regime: {states: [hard, soft], initial: soft%s}
    waivers: {w: {covers: [goods], expires: 2019-03-20%s}}
    energy:
      annual-value: 1 bn USD/year
      carriers:
        gas:
          demand: {base: 30 mcm/d}
          supply: {base: 20 mcm/d}
          imports: {capacity: 10 mcm/d}
          price: {base: 9 USD/MMBtu}
          projects: {field: {capacity: 5 mcm/d, planned: 2019-06%s}}
    data: {t: {file: t.csv}}
    """
        .formatted(regime, waiver, project);
  }

  @Test
  void knowsFitsToTables() {
    assertThat(validate(tabled(", fit: t", ", fit: t", ", fit: t"))).isEmpty();
    assertThat(
            validate(
                tabled(
                    ", monthly: {soft: {hard: 0.1}, hard: fit}, fit: t",
                    ", renew: {hard: fit, soft: 0.5 to 0.9}, terms: fit, fit: t",
                    ", delay: fit, cancel: fit, fit: {to: t, until: 2018-01}")))
        .isEmpty();
    assertThat(validate(tabled("", ", renew: fit, term-days: 90", ""))).isNotEmpty();
    assertThat(validate(tabled("", ", renew: 0.9", ""))).isNotEmpty();
    assertThat(validate(tabled(", monthly: fit", ", renew: 0.9, term-days: 90", ""))).isNotEmpty();
  }

  @Test
  void needsLessOfAFileThatExtendsAnother() {
    assertThat(
            validate(
                """
                extends: minimal.yaml
                flows: {goods: {growth: 3 %/year, elasticities: null}}
                questions: {grows: null}
                """))
        .isEmpty();
    assertThat(validate("extends: minimal.yaml\nflows: {goods: {grwoth: 0.03}}\n")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.corridor.scenarios.BrokenScenarios#ofShape")
  void refusesWhatTheReaderRefuses(BrokenScenarios.Case broken) {
    assertThat(validate(broken.yaml())).isNotEmpty();
  }

  @Test
  void acceptsTheScenarioThatTheBrokenOnesAreMadeOf() {
    assertThat(validate(Minimal.YAML)).isEmpty();
  }
}
