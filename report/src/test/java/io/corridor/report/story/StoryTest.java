package io.corridor.report.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.report.words.Amounts;
import io.corridor.scenarios.ScenarioReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {
  private static final long SEED = 3;

  private static final String WORLD =
      """
      corridor: 1
      name: A world
      parties: {exporter: AAA, importer: BBB}
      start: 2020-01
      months: 12
      world: {trade: {file: trade.csv, unit: bn USD/year}, trade-elasticity: 4}
      sanctions:
        duties: {from: 2020-01, targets: [world.AAA.BBB, world.BBB.AAA], tariff: 0.3}
      flows:
        goods: {from: AAA, to: BBB, annual-value: 200 bn USD/year, world: true}
      """;

  private static SimulatedPath ofWorld(String yaml, String matrix) {
    Map<String, String> files = Map.of("trade.csv", "year,exporter,importer,value\n" + matrix);
    Scenario scenario = ScenarioReader.create().readText(yaml, "world.yaml", files).scenario();
    return SimulatedPath.of(scenario, Sample.random(SEED), 0);
  }

  private static List<String> yearsOf(SimulatedPath path) {
    return Story.of(path).stream()
        .map(event -> event.text().replace('\u00a0', ' '))
        .filter(text -> text.contains("day before"))
        .toList();
  }

  /**
   * Both tax the other alike, so that no price moves: of 1 000 bn that each spends, the foreign
   * share falls from m = 0.2 to b = m T^−5/(1 − m + m T^−5), and welfare is (1 + b (T − 1))/P with
   * P = (1 − m + m T^−4)^(−1/4).
   */
  @Test
  void whatTwoAlikeLoseByTariffsIsTold() {
    double left = 0.2 * Math.pow(1.3, -5);
    double share = left / (0.8 + left);
    double price = Math.pow(0.8 + 0.2 * Math.pow(1.3, -4), -1 / 4.0);
    double welfare = (1 + 0.3 * share) / price - 1;
    String loss = String.format(Locale.ROOT, "%.2f", -100 * welfare);
    assertThat(
            yearsOf(
                ofWorld(
                    WORLD,
                    "2019,AAA,AAA,800\n2019,AAA,BBB,200\n2019,BBB,AAA,200\n2019,BBB,BBB,800\n")))
        .containsExactly(
            "AAA and BBB sell each other "
                + Math.round(2000 * (0.2 - share))
                + " bn USD a year less than on the day before, growth apart.",
            "Real spending against the day before: AAA −" + loss + " %, BBB −" + loss + " %.");
  }

  /** Two third countries alike but for their size: each gains as the other, by its size. */
  @Test
  void whoGainsWhatTheTwoLoseIsTold() {
    StringBuilder matrix = new StringBuilder();
    List<String> ids = List.of("AAA", "BBB", "CCC", "DDD");
    double[] sizes = {4, 4, 2, 1};
    for (int i = 0; i < sizes.length; i++) {
      for (int j = 0; j < sizes.length; j++) {
        double value = i == j ? 600 * sizes[i] : 20 * sizes[i] * sizes[j];
        matrix.append(String.format(Locale.ROOT, "2019,%s,%s,%s\n", ids.get(i), ids.get(j), value));
      }
    }
    SimulatedPath path = ofWorld(WORLD, matrix.toString());
    String told = yearsOf(path).get(0);
    Matcher numbers =
        Pattern.compile(
                "AAA and BBB sell each other (\\S+) bn USD a year less than on the day before,"
                    + " growth apart; others sell them (\\S+) bn USD more \\(CCC \\+(\\S+) bn USD,"
                    + " DDD \\+(\\S+) bn USD\\), and buy from them (.*)\\.")
            .matcher(told);
    assertThat(told).matches(numbers.pattern());
    assertThat(numbers.matches()).isTrue();
    double ofC = sold(path, "CCC") - 2 * 160;
    double ofD = sold(path, "DDD") - 2 * 80;
    assertThat(Double.parseDouble(numbers.group(1)))
        .isCloseTo(
            640 - bn(path, "world.exports.AAA.BBB") - bn(path, "world.exports.BBB.AAA"),
            within(0.5));
    assertThat(Double.parseDouble(numbers.group(2))).isCloseTo(ofC + ofD, within(0.05));
    assertThat(Double.parseDouble(numbers.group(3))).isCloseTo(ofC, within(0.05));
    assertThat(Double.parseDouble(numbers.group(4))).isCloseTo(ofD, within(0.005));
  }

  private static double sold(SimulatedPath path, String country) {
    return bn(path, "world.exports." + country + ".AAA")
        + bn(path, "world.exports." + country + ".BBB");
  }

  private static double bn(SimulatedPath path, String metric) {
    return path.value(metric, 11) / 1e9;
  }

  @Test
  void aWaiverThatIsNeverRenewedLapsesOnItsDay() {
    Scenario scenario =
        iranIraq("waivers.energy-waiver.renew", "0", "waivers.energy-waiver.reinstate", "0");
    assertThat(told(scenario, Event.Kind.WAIVER))
        .containsExactly(
            "2019-03: The energy waiver lapses on 20 March, having covered 61 % of the month.");
  }

  @Test
  void renewalsInARowAreCounted() {
    Scenario scenario =
        iranIraq(
            "waivers.energy-waiver.renew",
            "1",
            "waivers.energy-waiver.terms",
            "[{days: 90, weight: 1}]",
            "months",
            "12",
            "questions",
            "{}",
            "regime.events",
            "[]");
    SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), 0);
    assertThat(
            Story.briefly(path).stream()
                .filter(event -> event.kind() == Event.Kind.WAIVER)
                .map(event -> event.month() + ": " + event.text().replace('\u00a0', ' ')))
        .containsExactly(
            "0: The energy waiver comes up on 20 March and is renewed for 90 days, to"
                + " 17 June 2019.",
            "9: The energy waiver has been renewed 3 more times by now, to 13 March 2020.");
  }

  @Test
  void aWaiverThatIsAlwaysRenewedComesUpToTheDay() {
    Scenario scenario =
        iranIraq(
            "waivers.energy-waiver.renew",
            "1",
            "waivers.energy-waiver.terms",
            "[{days: 90, weight: 1}]",
            "months",
            "6",
            "questions",
            "{}",
            "regime.events",
            "[]");
    assertThat(told(scenario, Event.Kind.WAIVER))
        .containsExactly(
            "2019-03: The energy waiver comes up on 20 March and is renewed for 90 days, to"
                + " 17 June 2019.",
            "2019-06: The energy waiver comes up on 18 June and is renewed for 90 days, to"
                + " 15 September 2019.");
  }

  @Test
  void aWaiverIsGrantedAgainFromTheFirstOfAMonth() {
    Scenario scenario =
        iranIraq(
            "waivers.energy-waiver.renew",
            "0",
            "waivers.energy-waiver.reinstate",
            "1",
            "waivers.energy-waiver.terms",
            "[{days: 45, weight: 1}]",
            "months",
            "4",
            "questions",
            "{}",
            "regime.events",
            "[]");
    assertThat(told(scenario, Event.Kind.WAIVER))
        .containsExactly(
            "2019-03: The energy waiver lapses on 20 March, having covered 61 % of the month.",
            "2019-04: The energy waiver is granted again on 1 April, for 45 days, to 15 May 2019.",
            "2019-05: The energy waiver lapses on 16 May, having covered 48 % of the month.",
            "2019-06: The energy waiver is granted again on 1 June, for 45 days, to 15 July 2019.");
  }

  @Test
  void aScheduledEventComesOrNot() {
    String events =
        "[{month: 2019-06, to: detente, probability: 1}, {month: 2019-08, to: detente,"
            + " probability: 0.5}, {month: 2019-09, to: pressure, probability: 0}]";
    Scenario scenario = iranIraq("regime.monthly", "{}", "regime.events", events);
    assertThat(told(scenario, Event.Kind.REGIME))
        .containsExactly(
            "2019-06: The turn to détente that was 100 % likely this month comes: policy was"
                + " status quo.",
            "2019-08: The turn to détente that was 50 % likely this month makes no difference:"
                + " policy is that already.",
            "2019-09: The turn to pressure that was 0 % likely this month does not come.");
  }

  @Test
  void aProjectIsLateEarlyOnTimeOrCancelled() {
    String project = "{capacity: 1_000 MW, planned: 2019-09, availability: 0.8, ";
    assertThat(told(project(project + "delay: 3}"), Event.Kind.PROJECT))
        .containsExactly(
            "2019-09: The project plant, due now, is not complete.",
            "2019-12: The project plant is complete, 3 months late: 800 MW more at once.");
    assertThat(told(project(project + "delay: -1, ramp-months: 6}"), Event.Kind.PROJECT))
        .containsExactly(
            "2019-08: The project plant is complete, 1 month early: 800 MW more over 6 months.");
    assertThat(told(project(project + "delay: 0}"), Event.Kind.PROJECT))
        .containsExactly("2019-09: The project plant is complete, on time: 800 MW more at once.");
    assertThat(told(project(project + "cancel: 1}"), Event.Kind.PROJECT))
        .containsExactly("2019-09: The project plant, due now, turns out to be cancelled.");
    assertThat(told(project(project + "delay: 500}"), Event.Kind.PROJECT))
        .containsExactly("2019-09: The project plant, due now, is delayed beyond December 2025.");
  }

  @Test
  void whatWasDueBeforeTheStartIsToldIfItIsNotThere() {
    String project = "{capacity: 1_000 MW, planned: 2018-11, availability: 0.8, ";
    assertThat(told(project(project + "delay: 6}"), Event.Kind.PROJECT))
        .containsExactly(
            "2019-03: The project plant, due since November 2018, is not complete.",
            "2019-05: The project plant is complete, 6 months late: 800 MW more at once.");
    assertThat(told(project(project + "cancel: 1}"), Event.Kind.PROJECT))
        .containsExactly(
            "2019-03: The project plant, due since November 2018, turns out to be cancelled.");
    assertThat(told(project(project + "delay: 4}"), Event.Kind.PROJECT)).isEmpty();
    String start = "{capacity: 1_000 MW, planned: 2019-03, availability: 0.8, delay: 1}";
    assertThat(told(project(start), Event.Kind.PROJECT))
        .containsExactly(
            "2019-03: The project plant, due now, is not complete.",
            "2019-04: The project plant is complete, 1 month late: 800 MW more at once.");
  }

  private static Scenario project(String project) {
    return iranIraq(
        "energy.carriers.electricity.projects",
        "{plant: " + project + "}",
        "energy.carriers.gas.projects",
        "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iran-iraq-2019", "germany-russia-gas-2021", "us-china-tariffs-2018"})
  void partsOfAYearAddUpToItsChange(String name) {
    Scenario scenario = ScenarioReader.create().readShipped(name).scenario();
    for (int number = 0; number < 20; number++) {
      SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), number);
      for (Year year : Years.of(path)) {
        double sum = year.parts().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(year.change(), within(1e-9 * year.total()));
        if (year.month() >= 12) {
          assertThat(year.before())
              .isCloseTo(path.value("total.12m", year.month() - 12), within(1e-9 * year.total()));
        }
      }
    }
  }

  @Test
  void arrearsAreToldOfWhereTheyCrossTheirLimit() {
    Scenario scenario = iranIraq("payments.arrears.limit", "1.05e9", "payments.waived", "0.9");
    int told = 0;
    for (int number = 0; number < 20; number++) {
      SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), number);
      List<Integer> crossings = new ArrayList<>();
      boolean above = false;
      for (int t = 0; t < path.months(); t++) {
        if (path.value("arrears", t) > 1.05e9 != above) {
          above = !above;
          crossings.add(t);
        }
      }
      assertThat(months(path, Event.Kind.ARREARS)).isEqualTo(crossings);
      told += crossings.size();
    }
    assertThat(told).isPositive();
  }

  @Test
  void unrestIsToldOfWhereItBreaksOut() {
    Scenario scenario = iranIraq();
    for (int number = 0; number < 50; number++) {
      SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), number);
      List<Integer> starts =
          IntStream.range(0, path.months())
              .filter(t -> path.value("unrest", t) == 1)
              .filter(t -> t == 0 || path.value("unrest", t - 1) == 0)
              .boxed()
              .toList();
      assertThat(months(path, Event.Kind.UNREST)).isEqualTo(starts);
    }
  }

  @Test
  void storesAreToldOfWhenFullOrEmpty() {
    Scenario scenario = ScenarioReader.create().readShipped("germany-russia-gas-2021").scenario();
    int told = 0;
    for (int number = 0; number < 50; number++) {
      SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), number);
      for (Event event : Story.of(path)) {
        if (event.kind() == Event.Kind.STORAGE) {
          told++;
          assertThat(path.value("energy.gas.storage", event.month()))
              .isNotEqualTo(path.value("energy.gas.storage", event.month() - 1));
        }
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void eventsComeInTheOrderOfTime() {
    List<Event> story = Story.of(SimulatedPath.of(iranIraq(), Sample.random(SEED), 4));
    assertThat(story).isSortedAccordingTo((a, b) -> Integer.compare(a.month(), b.month()));
  }

  private static Scenario gas(Map<String, Carrier.Source> sources) {
    return gas(sources, Map.of());
  }

  private static Scenario gas(Map<String, Carrier.Source> sources, Map<String, String> labels) {
    Carrier gas =
        Carrier.of(
            Carrier.Kind.GAS,
            Quantity.of(30),
            Quantity.of(20),
            new Carrier.Sources(sources),
            Carrier.Price.of(10));
    return Scenario.builder("gas", "AAA", "BBB", YearMonth.of(2021, 1), 12)
        .energy(Energy.of(1e9).withCarrier("gas", gas))
        .labels(labels)
        .build();
  }

  @Test
  void openingsAreToldOf() {
    Carrier.Source lng = Carrier.Imports.of(12).withFrom("CCC");
    Carrier.Opening june = Carrier.Opening.of(YearMonth.of(2021, 6)).withRampMonths(3);
    assertThat(told(gas(Map.of("lng", lng.withOpens(june.withDelay(2)))), Event.Kind.SOURCE))
        .containsExactly(
            "2021-06: The supply of gas from LNG, due now, is not open.",
            "2021-08: The supply of gas from LNG opens, 2 months late: 12 mcm/d over 3 months.");
    assertThat(told(gas(Map.of("lng", lng.withOpens(june.withCancel(1)))), Event.Kind.SOURCE))
        .containsExactly(
            "2021-06: The supply of gas from LNG, due now, turns out to be cancelled.");
  }

  /** A source that isn't open yet, or never opens, has no interruptions that anybody notices. */
  @Test
  void interruptionsAreToldOfSourcesThatAreOpen() {
    Carrier.Source always =
        Carrier.Imports.of(12).withInterruptions(Carrier.Interruptions.of(1_000, 400));
    Carrier.Opening june = Carrier.Opening.of(YearMonth.of(2021, 6));
    assertThat(told(gas(Map.of("lng", always.withOpens(june))), Event.Kind.SOURCE))
        .containsExactly(
            "2021-06: The supply of gas from LNG opens, on time: 12 mcm/d at once.",
            "2021-06: The supply of gas from LNG is interrupted for 214 days to the end.");
    assertThat(told(gas(Map.of("lng", always.withOpens(june.withCancel(1)))), Event.Kind.SOURCE))
        .containsExactly(
            "2021-06: The supply of gas from LNG, due now, turns out to be cancelled.");
  }

  /** A label is what people call a source. */
  @Test
  void sourcesAndCarriersAreCalledByTheirLabels() {
    Carrier.Opening june = Carrier.Opening.of(YearMonth.of(2021, 6)).withCancel(1);
    Scenario labelled =
        gas(
            Map.of("lng", Carrier.Imports.of(12).withFrom("CCC").withOpens(june)),
            Map.of(
                "energy.carriers.gas", "natural gas",
                "energy.carriers.gas.imports.sources.lng", "the terminal at Fao"));
    assertThat(told(labelled, Event.Kind.SOURCE))
        .containsExactly(
            "2021-06: The supply of natural gas from the terminal at Fao, due now, turns out to be"
                + " cancelled.");
    assertThat(told(labelled, Event.Kind.SHORTAGE))
        .first()
        .asString()
        .contains("Natural gas is short");
  }

  /** 20 of 25 are paid for and 10 bought: 10 · 365 · 35 315 MMBtu at 10 USD. */
  @Test
  void whatIsPaidForNothingIsToldOfOnceAYear() {
    Carrier.Source pipeline = Carrier.Imports.of(25).withTakeOrPay(0.8);
    assertThat(told(gas(Map.of("north", pipeline)), Event.Kind.SOURCE))
        .containsExactly(
            "2021-12: 1.29 bn USD was paid in 2021 for volumes not taken of the supply of gas from"
                + " north (take-or-pay).");
  }

  /** All days on which it is down are told, each once. */
  @Test
  void interruptionsAreToldWithTheirDays() {
    Scenario scenario =
        gas(
            Map.of(
                "north",
                Carrier.Imports.of(25).withInterruptions(Carrier.Interruptions.of(0.5, 20))));
    int told = 0;
    for (int number = 0; number < 20; number++) {
      SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), number);
      long days = 0;
      for (Event event : Story.of(path)) {
        if (event.kind() == Event.Kind.SOURCE) {
          Matcher matcher =
              Pattern.compile("The supply of gas from north is interrupted for (\\d+) days?\\b.*")
                  .matcher(event.text().replace(Amounts.NO_BREAK, ' '));
          assertThat(matcher.matches()).as(event.text()).isTrue();
          days += Long.parseLong(matcher.group(1));
          told++;
        }
      }
      double down = 0;
      for (int t = 0; t < path.months(); t++) {
        down += path.value("energy.gas.source.north.down", t) * path.month(t).lengthOfMonth();
      }
      assertThat(days).isEqualTo(Math.round(down));
    }
    assertThat(told).isPositive();
  }

  private static List<Integer> months(SimulatedPath path, Event.Kind kind) {
    return Story.of(path).stream().filter(event -> event.kind() == kind).map(Event::month).toList();
  }

  private static List<String> told(Scenario scenario, Event.Kind kind) {
    SimulatedPath path = SimulatedPath.of(scenario, Sample.random(SEED), 0);
    return Story.of(path).stream()
        .filter(event -> event.kind() == kind)
        .map(event -> path.month(event.month()) + ": " + event.text())
        .map(text -> text.replace(Amounts.NO_BREAK, ' '))
        .toList();
  }

  private static Scenario iranIraq(String... set) {
    ScenarioReader reader = ScenarioReader.create();
    for (int i = 0; i < set.length; i += 2) {
      reader = reader.withSet(set[i], set[i + 1]);
    }
    return reader.readShipped("iran-iraq-2019").scenario();
  }
}
