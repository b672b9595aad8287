package io.corridor.cli;

import static io.corridor.cli.Campaign.require;

import io.corridor.model.Printable;
import io.corridor.model.Scenario;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.scenarios.ScenarioFileException;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.scenarios.ScenarioTemplate;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a file: it is read, or refused by problems that name their places; what is
 * read is simulated, or refused by a message; and nothing else happens.
 */
@Tag("campaign")
class InputsCampaignTest {
  /** A small scenario, of {@link #writeTo}. */
  static final String FILE = "small.yaml";

  private static final int LONGEST_PROBLEM = 5_000;

  /** One scenario in so many is a shipped one, whose fits take long; others are small. */
  private static final int LARGE = 400;

  /** One scenario in so many that are read is simulated. */
  private static final int SIMULATED = 20;

  private static final String SMALL =
      """
      corridor: 1
      name: Small
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 6
      parameters:
        growth: {uniform: [0 %, 4 %]}
      regime:
        states: [calm, tense]
        initial: calm
        monthly: {calm: {tense: 0.1}, tense: {calm: 0.2}}
      drivers:
        oil: {kind: gbm, start: 50, volatility: 0.3, unit: USD/bbl}
        rain: {kind: log-ou, start: 1, level: 1, reversion: 2, volatility: 0.2}
        fx: {kind: bootstrap, start: 1, file: fx.csv, column: usd, block: 2}
      energy:
        annual-value: 1 bn USD/year
        carriers:
          gas:
            demand: {base: 10 mcm/d}
            supply: {base: 5 mcm/d}
            imports: {capacity: 8 mcm/d}
            price: {base: 6 USD/MMBtu}
      flows:
        goods:
          from: AAA
          to: BBB
          annual-value: 2 bn USD/year
          growth: {parameter: growth}
          elasticities: {oil: 0.1}
      questions:
        grows: {metric: total.12m, at-least: 4 bn USD/year, by: 2020-06}
        often: {metric: total, below: 1 bn USD/year, count-months: true}
      """;

  /** What the small one has not: sources, hours, units, intervals, draws of others. */
  private static final String ENERGY =
      """
      corridor: 1
      name: Energy
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 12
      draws:
        posterior: {file: fx.csv}
      parameters:
        much: {quantiles: {5: 9 mcm/d, 50: 12 mcm/d, 95: 30 mcm/d}}
        some: {draw: [posterior, usd]}
      drivers:
        oil: {kind: log-ou, start: 50, level: 40 to 80, reversion: 0.5, volatility: 0.3}
      sanctions:
        ban: {from: 2020-05, targets: [gas.pipe], cut: 60 %}
      waivers:
        pass: {covers: [gas], expires: 2020-06-10, term-days: 90, renew: 0.9, reinstate: 0.2}
      energy:
        annual-value: 1 bn USD/year
        carriers:
          electricity:
            demand:
              base: 15 GW
              growth: 2 to 6 %
              blocks: [{hours: 0.25, factor: 1.3}, {hours: 0.75, factor: 0.9}]
            supply:
              base: 2 GW
              units: {old: {count: 20, size: 250 MW, outage: 5 to 15 %}, new: {count: 4, size: 1 GW, outage: 5 %, from: 2020-06}}
            price: {base: 90 USD/MWh}
            imports:
              sources:
                line: {capacity: 1 GW, interruptions: {rate-per-month: 0.2, days: 4 to 30}}
                rival: {from: CCC, capacity: 500 MW, opens: {planned: 2020-08, delay: 1 to 9, cancel: 20 %}}
          gas:
            demand: {base: 10 mcm/d}
            supply: {base: 5 mcm/d}
            price: {base: 6 USD/MMBtu, elasticities: {oil: 0.5}}
            imports:
              sources:
                pipe: {capacity: {parameter: much}, take-or-pay: 70 %}
                lng: {from: DDD, capacity: 3 mcm/d, price: {base: 9 USD/MMBtu}}
      questions:
        dark: {metric: energy.electricity.hours-short, at-least: 4 hours/day, by: 2020-12}
        holds: {metric: energy.gas.n-1, below: 1, count-months: true}
      """;

  /** A scenario that rests on data. */
  private static final String EVIDENCE =
      """
      corridor: 1
      name: Evidence
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 6
      data:
        oil-price: {file: fx.csv, date: month, value: usd, unit: USD/bbl, lag: 1}
      drivers:
        oil: {kind: gbm, drift: 0, volatility: {lognormal: [0.3, 0.5]}, unit: USD/bbl, fit: {to: oil-price, from: 2018-01}}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 2 bn USD/year, elasticities: {oil: 0.1}}
      backtest:
        origins: [2019-06]
        horizons: [1, 3]
        series: {driver.oil: oil-price}
      questions:
        grows: {metric: total.12m, at-least: 2 bn USD/year, by: 2020-06}
      """;

  private static final List<String> SMALL_ONES = List.of(SMALL, ENERGY);

  private static final List<String> KEYS =
      List.of(
          "name",
          "months",
          "start",
          "parties.exporter",
          "parameters.growth",
          "regime.initial",
          "regime.monthly.calm.tense",
          "regime.states.0",
          "drivers.oil.start",
          "drivers.oil.kind",
          "drivers.oil.volatility",
          "drivers.oil.drift",
          "drivers.rain.reversion",
          "drivers.rain",
          "drivers.fx.block",
          "drivers.fx.file",
          "drivers.new",
          "correlations",
          "waivers",
          "sanctions",
          "energy",
          "energy.carriers.gas.demand.base",
          "energy.carriers.gas.price",
          "energy.carriers.gas.supply.base",
          "energy.carriers.gas.storage",
          "energy.carriers.gas.imports.sources.pipe.capacity",
          "energy.carriers.gas.imports.sources.pipe.take-or-pay",
          "energy.carriers.gas.imports.sources.lng.from",
          "energy.carriers.gas.imports.sources.new",
          "energy.carriers.electricity.imports.sources.line.interruptions.days",
          "energy.carriers.electricity.imports.sources.rival.opens.delay",
          "energy.carriers.electricity.demand.blocks",
          "energy.carriers.electricity.demand.blocks.0.hours",
          "energy.carriers.electricity.supply.units.old.count",
          "energy.carriers.electricity.supply.units.old.outage",
          "sanctions.ban.targets",
          "waivers.pass.covers",
          "parameters.much",
          "draws.posterior.file",
          "labels",
          "data",
          "flows.goods.growth",
          "flows.goods.annual-value",
          "flows.goods.elasticities.oil",
          "flows.goods.season",
          "payments",
          "unrest",
          "partners",
          "indices",
          "questions.grows.at-least",
          "questions.grows.metric",
          "questions.often",
          "output",
          "run.seed",
          "run.paths",
          "run.sampling",
          "variants",
          "extends",
          "corridor");

  private static final String HISTORY =
      "# from somewhere\nmonth,usd,other\n2019-01,1.5,a\n2019-02,1000.25,\"b,c\"\n2019-03,2e0,\n";

  private static final List<String> LARGE_ONES = large();

  private static final Map<String, String> BESIDE_LARGE_ONES = besideLargeOnes();

  /** Writes a small scenario that has a table and a variant. */
  static void writeTo(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE), SMALL + "variants:\n  more: {flows.goods.growth: 1 %}\n");
    Files.writeString(folder.resolve("fx.csv"), HISTORY);
  }

  /** The tables beside the shipped ones. */
  private static Map<String, String> besideLargeOnes() {
    Map<String, String> files = new TreeMap<>();
    ShippedScenarios.names().forEach(name -> files.putAll(ShippedScenarios.files(name)));
    return files;
  }

  private static List<String> large() {
    List<String> texts = new ArrayList<>(List.of(ScenarioTemplate.text()));
    ShippedScenarios.names().forEach(name -> texts.add(ShippedScenarios.text(name)));
    return texts;
  }

  private static String text(SplittableRandom random) {
    return random.nextInt(LARGE) == 0
        ? LARGE_ONES.get(random.nextInt(LARGE_ONES.size()))
        : SMALL_ONES.get(random.nextInt(SMALL_ONES.size()));
  }

  /** Else a campaign of changes would only find what was wrong before. */
  @Test
  void unchangedOnesAreRead() {
    for (String text : List.of(SMALL, ENERGY)) {
      ScenarioReader.create().readText(text, "x.yaml", Map.of("fx.csv", HISTORY));
    }
    ScenarioReader.create().readText(EVIDENCE, "x.yaml", Map.of("fx.csv", months(30)));
    LARGE_ONES.forEach(text -> ScenarioReader.create().readText(text, "x.yaml", BESIDE_LARGE_ONES));
  }

  @Test
  void scenarioFiles() {
    Campaign.of(
        "scenario files",
        Campaign.trials(1_500, 250_000),
        random -> {
          String text = Mutation.of(text(random), LARGE_ONES, random);
          return read(ScenarioReader.create(), text, HISTORY, random);
        });
  }

  /** What is fitted takes long: fewer of these. */
  @Test
  void data() {
    String history = months(30);
    Campaign.of(
        "scenarios that rest on data",
        Campaign.trials(100, 10_000),
        random ->
            random.nextBoolean()
                ? read(
                    ScenarioReader.create(),
                    Mutation.of(EVIDENCE, List.of(EVIDENCE, SMALL), random),
                    history,
                    random)
                : read(
                    ScenarioReader.create(),
                    EVIDENCE,
                    Mutation.of(history, List.of(history, EVIDENCE), random),
                    random));
  }

  private static String months(int count) {
    SplittableRandom random = new SplittableRandom(count);
    StringBuilder table = new StringBuilder("month,usd\n");
    for (int i = 0; i < count; i++) {
      YearMonth month = YearMonth.of(2019, 12).minusMonths(count - 1 - i);
      table.append(month).append(',').append(50 + random.nextInt(20)).append('\n');
    }
    return table.toString();
  }

  @Test
  void valuesThatAreSet() {
    Campaign.of(
        "values that are set",
        Campaign.trials(1_000, 120_000),
        random -> {
          String text = text(random);
          ScenarioReader reader = ScenarioReader.create();
          for (int i = random.nextInt(3); i >= 0; i--) {
            String key =
                random.nextInt(3) == 0
                    ? Mutation.key(text, random)
                    : KEYS.get(random.nextInt(KEYS.size()));
            reader = reader.withSet(key, Mutation.value(LARGE_ONES, random));
          }
          return read(reader, text, HISTORY, random);
        });
  }

  @Test
  void histories() {
    Campaign.of(
        "histories",
        Campaign.trials(1_000, 120_000),
        random ->
            read(
                ScenarioReader.create(),
                SMALL,
                Mutation.of(HISTORY, List.of(HISTORY, SMALL), random),
                random));
  }

  @Test
  void resultFiles() throws IOException {
    byte[] whole = result();
    String text = new String(whole, StandardCharsets.UTF_8);
    Campaign.of(
        "result files",
        Campaign.trials(300, 30_000),
        random -> {
          byte[] changed =
              random.nextBoolean()
                  ? Mutation.bytes(whole, random)
                  : Mutation.of(text, List.of(text), random).getBytes(StandardCharsets.UTF_8);
          try {
            ResultJson.read(new ByteArrayInputStream(changed));
            return "read";
          } catch (IOException e) {
            require(String.valueOf(e.getMessage()).length() < LONGEST_PROBLEM, e::getMessage);
            return "refused";
          }
        });
  }

  private static byte[] result() throws IOException {
    LoadedScenario loaded =
        ScenarioReader.create().readText(SMALL, "small.yaml", Map.of("fx.csv", HISTORY));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var projection = Simulator.run(loaded.scenario(), settings(loaded.scenario()));
    ResultJson.write(
        projection,
        new Source("small.yaml", loaded.sha256(), Optional.empty(), Map.of()),
        ReportData.of(projection, loaded.text(), Progress.NONE),
        out);
    return out.toByteArray();
  }

  private static Settings settings(Scenario scenario) {
    return Settings.of(scenario).withPaths(32).withThreads(1);
  }

  private static String read(
      ScenarioReader reader, String text, String history, SplittableRandom random) {
    Scenario scenario;
    try {
      Map<String, String> files = new TreeMap<>(BESIDE_LARGE_ONES);
      files.put("fx.csv", history);
      scenario = reader.readText(text, "x.yaml", files).scenario();
    } catch (ScenarioFileException e) {
      require(!e.problems().isEmpty(), () -> "no problem is named");
      e.problems().forEach(InputsCampaignTest::requireTold);
      return "refused";
    }
    if (scenario.months() > 240 || random.nextInt(SIMULATED) > 0) {
      return "read";
    }
    try {
      var projection = Simulator.run(scenario, settings(scenario));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ResultJson.write(projection, new Source("x.yaml", "0", Optional.empty(), Map.of()), out);
      return "simulated";
    } catch (SimulationException e) {
      return "refused while it was simulated";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireTold(FileProblem problem) {
    String line = problem.toString();
    require(!problem.message().isBlank(), () -> "a problem without words");
    require(line.length() < LONGEST_PROBLEM, () -> "a problem of " + line.length() + " letters");
    require(
        !problem.message().contains("Exception") && !problem.message().contains("java."),
        () -> "a problem in words of the program: " + line);
    require(
        problem.message().codePoints().allMatch(Printable::isSafe),
        () -> "a problem that a terminal obeys: " + line);
  }
}
