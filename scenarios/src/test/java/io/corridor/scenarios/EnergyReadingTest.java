package io.corridor.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.Metrics;
import io.corridor.model.Noise;
import io.corridor.model.Scale;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources, hours and units as they are written, and what is wrong with them. */
class EnergyReadingTest {
  private static final String SHORT = "imports: {capacity: 8 mcm/d}";
  private static final String SOURCES =
      """
      imports:
              sources:
                pipeline: {capacity: 25 mcm/d, take-or-pay: 70 %, price: {base: 9 USD/MMBtu}}
                lng: {from: QAT, capacity: 10 mcm/d, opens: {planned: 2020-06, delay: 6 to 60, cancel: 0.3, ramp-months: 3}}
      """
          .strip();

  @TempDir Path folder;

  private static Scenario read(String yaml) {
    Scenario scenario = ScenarioReader.create().readText(yaml, "x.yaml").scenario();
    String written = ScenarioWriter.write(scenario);
    assertThat(ScenarioReader.create().readText(written, "x.yaml").scenario()).isEqualTo(scenario);
    return scenario;
  }

  private static Carrier gas(String yaml) {
    return read(yaml).energy().orElseThrow().carriers().get("gas");
  }

  private static Scenario straying(String text, String strays) {
    return ScenarioReader.create().readText(text.replace("%s", strays), "strays.yaml").scenario();
  }

  @Test
  void whatStraysIsAWalk() {
    String text = Minimal.YAML.replace("elasticities: {oil: 0.1}", "strays: %s");
    Scenario walk = straying(text, "12 %");
    assertThat(walk.flows().get("goods").noise())
        .contains(Noise.of(0, 0.12))
        .contains(Noise.strays(0.12));
    assertThat(ScenarioWriter.write(walk)).contains("strays: 0.12");
    assertThat(straying(ScenarioWriter.write(walk), "")).isEqualTo(walk);
    assertThat(straying(text, "8 to 16 %").flows().get("goods").noise().orElseThrow())
        .extracting(Noise::reversion)
        .isEqualTo(Value.ZERO);
    assertThatThrownBy(() -> straying(text, "12 %, noise: {reversion: 1, volatility: 0.1}"))
        .hasMessageContaining("strays and noise can't stand together");
    assertThatThrownBy(() -> straying(text, "-0.1"))
        .hasMessageContaining("must be at least 0, not -0.1");
  }

  @Test
  void sourcesAreReadInTheirOrder() {
    Carrier gas = gas(Minimal.replacing(SHORT, SOURCES));
    assertThat(gas.sources().keySet()).containsExactly("pipeline", "lng");
    Carrier.Source pipeline = gas.sources().get("pipeline");
    assertThat(pipeline.from()).isEmpty();
    assertThat(pipeline.takeOrPay()).isEqualTo(Value.of(0.7));
    assertThat(pipeline.price()).contains(Carrier.Price.of(9));
    Carrier.Source lng = gas.sources().get("lng");
    assertThat(lng.from()).contains("QAT");
    assertThat(lng.opens())
        .contains(
            new Carrier.Opening(
                YearMonth.of(2020, 6),
                Distribution.Quantiles.interval(6, 60, Scale.LOG),
                Value.of(0.3),
                3));
    assertThat(lng.price()).isEmpty();
    assertThat(lng.takeOrPay()).isEqualTo(Value.ZERO);
  }

  @Test
  void theShortFormIsOneSourceWithAllKeysButTwo() {
    Carrier gas =
        gas(
            Minimal.replacing(
                SHORT,
                "imports: {capacity: 8 mcm/d, take-or-pay: 0.5, interruptions: {rate-per-month:"
                    + " 0.1, days: 4 to 30}, opens: {planned: 2020-03}}"));
    Carrier.Source only = gas.sources().get("");
    assertThat(only.interruptions())
        .contains(
            new Carrier.Interruptions(
                Value.of(0.1), Distribution.Quantiles.interval(4, 30, Scale.LOG)));
    assertThat(only.opens()).contains(Carrier.Opening.of(YearMonth.of(2020, 3)));
    assertThat(gas.namesSources()).isFalse();
  }

  @Test
  void blocksAndUnitsAreRead() {
    Carrier gas =
        gas(
            Minimal.replacing(
                    "demand: {base: 10 mcm/d}",
                    "demand: {base: 10 mcm/d, blocks: [{hours: 10 %, factor: 1.9}, {hours: 0.9,"
                        + " factor: 0.9}]}")
                .replace(
                    "supply: {base: 5 mcm/d}",
                    "supply: {base: 5 mcm/d, units: {well: {count: 3, size: 1 mcm/d, outage: 5 %,"
                        + " from: 2020-02, until: 2020-08}}}"));
    assertThat(gas.demand().blocks())
        .containsExactly(new Carrier.Block(0.1, 1.9), new Carrier.Block(0.9, 0.9));
    assertThat(gas.supply().units())
        .isEqualTo(
            Map.of(
                "well",
                new Carrier.Units(
                    3,
                    Value.of(1),
                    Value.of(0.05),
                    Optional.of(YearMonth.of(2020, 2)),
                    Optional.of(YearMonth.of(2020, 8)))));
  }

  @Test
  void metricsFollowFromSourcesAndHours() {
    assertThat(Metrics.of(read(Minimal.replacing(SHORT, SOURCES))).keySet())
        .contains(
            "energy.gas.source.pipeline",
            "energy.gas.source.lng",
            "energy.gas.cost",
            "energy.gas.concentration",
            "energy.gas.n-1")
        .doesNotContain("energy.gas.hours-short");
  }

  /** What an extending file, a variant or an option adds comes last; null takes a source away. */
  @Test
  void sourcesAreAddedLast() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), Minimal.replacing(SHORT, SOURCES));
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            """
            extends: base.yaml
            energy:
              carriers:
                gas:
                  imports:
                    sources:
                      north: {capacity: 3 mcm/d}
                      pipeline: {take-or-pay: 0.2}
            variants:
              fewer: {energy.carriers.gas.imports.sources.lng: null}
              more:
                energy.carriers.gas.imports.sources.new: {capacity: 1 mcm/d, from: RUS}
            """);
    Scenario base = ScenarioReader.create().read(file).scenario();
    assertThat(sources(base)).containsExactly("pipeline", "lng", "north");
    assertThat(
            base.energy().orElseThrow().carriers().get("gas").sources().get("pipeline").takeOrPay())
        .isEqualTo(Value.of(0.2));
    assertThat(sources(ScenarioReader.create().withVariant("fewer").read(file).scenario()))
        .containsExactly("pipeline", "north");
    assertThat(sources(ScenarioReader.create().withVariant("more").read(file).scenario()))
        .containsExactly("pipeline", "lng", "north", "new");
    assertThat(
            sources(
                ScenarioReader.create()
                    .withSet("energy.carriers.gas.imports.sources.last", "{capacity: 2}")
                    .read(file)
                    .scenario()))
        .containsExactly("pipeline", "lng", "north", "last");
  }

  /** The one source of an extended file gives way to named ones as the message says. */
  @Test
  void sourcesTakeThePlaceOfAnExtendedFilesCapacity() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), Minimal.YAML);
    String text =
        """
        extends: base.yaml
        energy: {carriers: {gas: {imports: {sources: {north: {capacity: 3 mcm/d}}}}}}
        """;
    Path file = Files.writeString(folder.resolve("x.yaml"), text);
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> ScenarioReader.create().read(file));
    assertThat(exception.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("energy.carriers.gas.imports.capacity");
              assertThat(problem.message()).endsWith("is taken away by capacity: null");
            });
    Files.writeString(file, text.replace("imports: {", "imports: {capacity: null, "));
    assertThat(sources(ScenarioReader.create().read(file).scenario())).containsExactly("north");
  }

  private static List<String> sources(Scenario scenario) {
    return List.copyOf(scenario.energy().orElseThrow().carriers().get("gas").sources().keySet());
  }

  /** Each with the place where it stands, marked by ‸, its key, and the remedy. */
  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "blocks: ‸[{hours: 0.5, factor: 1}, {hours: 0.4, factor: 1}] | demand.blocks"
            + " | the hours of the blocks must sum to 1 within 0.1 %, not 0.9",
        "blocks: ‸[{hours: 0.5, factor: 2}, {hours: 0.5, factor: 1}] | demand.blocks"
            + " | must be 1 within 0.1 %, not 1.5; divide the factors by that",
        "blocks: [{hours: ‸0, factor: 1}, {hours: 1, factor: 1}] | demand.blocks.0.hours"
            + " | must be above 0 and at most 1, not 0",
        "blocks: [{hours: 1, factor: ‸-1}] | demand.blocks.0.factor | must be at least 0, not -1",
        "blocks: [‸{hours: 1}] | demand.blocks.0.factor | is missing",
        "units: {w: {count: 1, size: 1, outage: ‸1.1}} | supply.units.w.outage"
            + " | must be from 0 to 1, not 1.1",
        "units: {w: {count: -1, size: 1, outage: 0.1}} | supply.units.w.count | whole number from"
            + " 0",
        "units: {w: {count: 1, size: 1, outage: 0.1, from: 2020-03, until: ‸2020-02}}"
            + " | supply.units.w.until | must not lie before `from`, but 2020-02 is before 2020-03",
        "units: {w: {count: 1, size: 1 MW, outage: 0.1}} | supply.units.w.size"
            + " | unit MW doesn't fit",
        "source: from: ‸BBB, capacity: 1 | imports.sources.s.from | 'BBB' is the importer",
        "source: capacity: ‸-1 | imports.sources.s.capacity | must be at least 0, not -1",
        "source: capacity: ‸20 to 9 | imports.sources.s.capacity | begins with its smaller end",
        "source: capacity: 1, take-or-pay: ‸2 | imports.sources.s.take-or-pay | must be from 0 to"
            + " 1",
        "source: capacity: 1, opens: {‸plannd: 2020-03} | imports.sources.s.opens.plannd"
            + " | did you mean 'planned'",
        "source: capacity: 1, interruptions: {rate-per-month: ‸-1, days: 3}"
            + " | imports.sources.s.interruptions.rate-per-month | at least 0, not -1",
        "source: capacity: 1, interruptions: {rate-per-month: 1, days: ‸0.4}"
            + " | imports.sources.s.interruptions.days | at least 1, since an interruption lasts a"
            + " day at least, but is 0.4; let `rate-per-month` say that there are fewer",
        "source: capacity: 1, interruptions: {rate-per-month: 1, days: ‸{uniform: [0, 0.5]}}"
            + " | imports.sources.s.interruptions.days | but reaches from 0 to 0.5",
        "source: capacity: 1, interruptions: {rate-per-month: 1, days: ‸{normal: [3, 1]}}"
            + " | imports.sources.s.interruptions.days | truncate it with `within",
        "short: capacity: 1, ‸from: QAT | imports.from | unknown key 'from'",
        "both: sources: {s: {capacity: 1}}, ‸capacity: 8 | imports.capacity"
            + " | where there are sources, each has its own. Write it in one of them",
        "none: ‸sources: {} | imports.sources | must have at least one source",
      })
  void mistakesAreToldWithPlaceAndRemedy(String broken, String key, String words) {
    String marked = place(broken);
    int at = marked.indexOf('‸');
    String yaml = marked.replace("‸", "");
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml));
    assertThat(exception).as("refused").isNotNull();
    assertThat(exception.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.key()).isEqualTo("energy.carriers.gas." + key);
              assertThat(problem.message()).contains(words);
              if (at >= 0) {
                String before = marked.substring(0, at);
                assertThat(problem.line())
                    .isEqualTo(1 + (int) before.chars().filter(c -> c == '\n').count());
              }
              assertThat(problem.column()).isGreaterThan(1);
            });
  }

  private static String place(String broken) {
    Matcher parts = Pattern.compile("([a-z]+): (.*)", Pattern.DOTALL).matcher(broken);
    assertThat(parts.matches()).isTrue();
    return switch (parts.group(1)) {
      case "blocks" ->
          Minimal.replacing("demand: {base: 10 mcm/d}", "demand: {base: 10 mcm/d, " + broken + "}");
      case "units" ->
          Minimal.replacing("supply: {base: 5 mcm/d}", "supply: {base: 5 mcm/d, " + broken + "}");
      case "source" ->
          Minimal.replacing(SHORT, "imports: {sources: {s: {" + parts.group(2) + "}}}");
      default -> Minimal.replacing(SHORT, "imports: {" + parts.group(2) + "}");
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gas.pipelin | no flow, carrier or source is called 'gas.pipelin'; did you mean"
            + " 'gas.pipeline'",
        "gas.lng | 'gas.lng' is a rival's source, which nothing between the parties reaches",
        "pipeline | no flow, carrier or source is called 'pipeline'"
      })
  void targetsThatAreNoneAreTold(String target, String words) {
    String yaml =
        Minimal.replacing(SHORT, SOURCES)
            + "sanctions: {ban: {from: 2020-02, targets: ["
            + target
            + "], cut: 1}}\n"
            + "waivers: {w: {covers: ["
            + target
            + "], expires: 2020-06-01, term-days: 30, renew: 1}}\n";
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml));
    assertThat(exception.problems()).hasSize(2);
    assertThat(exception.problems())
        .extracting(FileProblem::key)
        .containsExactlyInAnyOrder("waivers.w.covers.0", "sanctions.ban.targets.0");
    assertThat(exception.problems())
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).contains(words);
              assertThat(problem.line()).isGreaterThan(20);
            });
  }

  @Test
  void aStoreAndBlocksDontGoTogether() {
    String yaml =
        Minimal.replacing(
                "demand: {base: 10 mcm/d}",
                "demand: {base: 10 mcm/d, blocks: [{hours: 1, factor: 1}]}")
            .replace(
                "    gas:\n",
                "    gas:\n      storage: {capacity: 9, start: 1, injection: 1, withdrawal: 1,"
                    + " fill-months: [4]}\n");
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml));
    assertThat(exception.problems()).hasSize(1);
    assertThat(exception.problems().get(0).message()).contains("leave out `blocks` or `storage`");
  }

  @Test
  void everySourceNeedsAPrice() {
    String yaml =
        Minimal.replacing(SHORT, SOURCES).replace("      price: {base: 6 USD/MMBtu}\n", "");
    ScenarioFileException exception =
        catchThrowableOfType(ScenarioFileException.class, () -> read(yaml));
    assertThat(exception.problems()).hasSize(1);
    assertThat(exception.problems().get(0).key())
        .isEqualTo("energy.carriers.gas.imports.sources.lng.price");
    String none = Minimal.YAML.replace("      price: {base: 6 USD/MMBtu}\n", "");
    exception = catchThrowableOfType(ScenarioFileException.class, () -> read(none));
    assertThat(exception.problems().get(0).key()).isEqualTo("energy.carriers.gas.price");
  }
}
