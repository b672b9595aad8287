package io.corridor.internal.energy;

import static io.corridor.internal.engine.Corridors.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.Energy;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** Units that fail: loss of load and energy not supplied, against exact convolution. */
class UnitsLawTest {
  private static final long SEED = 20_260_911;
  private static final int PATHS = 40_000;
  private static final String SHORT = "energy.power.hours-short";
  private static final String UNSERVED = "energy.power.unserved";

  private static Scenario scenario(
      int months,
      double demand,
      List<Carrier.Block> blocks,
      Map<String, Carrier.Units> units,
      double imports) {
    Carrier power =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(demand),
                Quantity.of(0),
                Carrier.Imports.of(imports),
                Carrier.Price.of(1))
            .withDemand(new Carrier.Demand(Quantity.of(demand), blocks))
            .withSupply(Carrier.Supply.of(Quantity.of(0)).withUnits(units));
    return from("2021-01", months).energy(Energy.of(0).withCarrier("power", power)).build();
  }

  /** Returns the probabilities of what runs, in whole MW, of units added one by one. */
  private static double[] convolved(Map<String, Carrier.Units> units) {
    double[] law = {1};
    for (Carrier.Units sort : units.values()) {
      int size = (int) ((Value.Constant) sort.size()).number();
      double outage = ((Value.Constant) sort.outage()).number();
      for (int i = 0; i < sort.count(); i++) {
        double[] next = new double[law.length + size];
        for (int x = 0; x < law.length; x++) {
          next[x] += law[x] * outage;
          next[x + size] += law[x] * (1 - outage);
        }
        law = next;
      }
    }
    return law;
  }

  /** Known, or uncertain: an outage of 1 on some paths, of 0 on the others. */
  @Test
  void unitsOfOutageOneNeverRun() {
    Map<String, Carrier.Units> never = Map.of("a", Carrier.Units.of(3, 10, 1));
    assertThat(Paths.of(scenario(2, 30, List.of(), never, 0), SEED, 100, UNSERVED).at(UNSERVED, 1))
        .containsOnly(30);
    Value either = new Distribution.Choice(List.of(0.0, 1.0), List.of(1.0, 1.0));
    Map<String, Carrier.Units> some = Map.of("a", Carrier.Units.of(3, 10, 0.5).withOutage(either));
    assertThat(Paths.of(scenario(2, 30, List.of(), some, 0), SEED, 100, UNSERVED).at(UNSERVED, 1))
        .contains(0, 30)
        .containsOnly(0, 30);
  }

  private static double lossOfLoad(double[] law, double load) {
    double sum = 0;
    for (int x = 0; x < law.length && x < load - 1e-9; x++) {
      sum += law[x];
    }
    return sum;
  }

  private static double unserved(double[] law, double load) {
    double sum = 0;
    for (int x = 0; x < law.length && x < load; x++) {
      sum += law[x] * (load - x);
    }
    return sum;
  }

  /** Hours short and unserved energy of three blocks, of whose factors 27/25 … are exact. */
  @Test
  void lossOfLoadOfBlocksIsThatOfTheConvolution() {
    Map<String, Carrier.Units> units = new LinkedHashMap<>();
    units.put("large", Carrier.Units.of(5, 40, 0.08));
    units.put("small", Carrier.Units.of(12, 10, 0.2));
    List<Carrier.Block> blocks =
        List.of(
            new Carrier.Block(0.1, 1.3), new Carrier.Block(0.4, 1.1), new Carrier.Block(0.5, 0.86));
    Scenario scenario = scenario(2, 250, blocks, units, 15);
    Paths paths = Paths.of(scenario, SEED, PATHS, SHORT, UNSERVED, "energy.power.peak-unserved");
    double[] law = convolved(units);
    double hours = 0;
    double energy = 0;
    for (Carrier.Block block : blocks) {
      double load = 250 * block.factor() - 15;
      hours += 24 * block.hours() * lossOfLoad(law, load);
      energy += block.hours() * unserved(law, load);
    }
    for (int t = 0; t < 2; t++) {
      Significance.mean("LOLE", paths.at(SHORT, t), hours);
      Significance.mean("EUE", paths.at(UNSERVED, t), energy);
      Significance.mean("peak", paths.at("energy.power.peak-unserved", t), unserved(law, 310));
    }
    // Months and blocks are independent: nothing of one is known from another.
    Significance.covariance(
        "months", paths.at(UNSERVED, 0), energy, paths.at(UNSERVED, 1), energy, 0);
  }

  /**
   * The IEEE Reliability Test System, doi:10.1109/TPAS.1979.319398: 32 units of 3 405 MW, the daily
   * peaks of a year of 364 days. A block of hours stands for each day. Its loss of load expectation
   * of 1.36886 days a year is published by Allan, Billinton and Abdel-Gawad, IEEE Transactions on
   * Power Systems 1 (4), 1986, doi:10.1109/TPWRS.1986.4335006.
   */
  @Test
  void lossOfLoadOfTheReliabilityTestSystemIsThePublishedOne() {
    Map<String, Carrier.Units> units = new LinkedHashMap<>();
    int[] counts = {5, 4, 6, 4, 3, 4, 3, 1, 2};
    double[] sizes = {12, 20, 50, 76, 100, 155, 197, 350, 400};
    double[] outages = {0.02, 0.1, 0.01, 0.02, 0.04, 0.04, 0.05, 0.08, 0.12};
    for (int i = 0; i < counts.length; i++) {
      units.put("of-" + (int) sizes[i], Carrier.Units.of(counts[i], sizes[i], outages[i]));
    }
    double[] weeks = {
      86.2, 90, 87.8, 83.4, 88, 84.1, 83.2, 80.6, 74, 73.7, 71.5, 72.7, 70.4, 75, 72.1, 80, 75.4,
      83.7, 87, 88, 85.6, 81.1, 90, 88.7, 89.6, 86.1, 75.5, 81.6, 80.1, 88, 72.2, 77.6, 80, 72.9,
      72.6, 70.5, 78, 69.5, 72.4, 72.4, 74.3, 74.4, 80, 88.1, 88.5, 90.9, 94, 89, 94.2, 97, 100,
      95.2
    };
    double[] days = {93, 100, 98, 96, 94, 77, 75};
    List<Double> loads = new ArrayList<>();
    for (double week : weeks) {
      for (double day : days) {
        loads.add(2850 * week / 100 * day / 100);
      }
    }
    double[] law = convolved(units);
    double lole = loads.stream().mapToDouble(load -> lossOfLoad(law, load)).sum();
    assertThat(lole).isCloseTo(1.36886, within(5e-6));
    double mean = loads.stream().mapToDouble(load -> load).average().orElseThrow();
    List<Carrier.Block> blocks =
        loads.stream().map(load -> new Carrier.Block(1.0 / 364, load / mean)).toList();
    Paths paths = Paths.of(scenario(1, mean, blocks, units, 0), SEED, 8_192, SHORT, UNSERVED);
    double[] lost = Arrays.stream(paths.at(SHORT, 0)).map(hours -> hours / 24 * 364).toArray();
    Significance.mean("LOLE, days a year", lost, lole);
    double energy = loads.stream().mapToDouble(load -> unserved(law, load)).sum() / 364;
    Significance.mean("EUE", paths.at(UNSERVED, 0), energy);
  }

  /** An outage that is drawn once a path makes units fail together. */
  @Test
  void anUncertainOutageIsOneNumberAPath() {
    Distribution outage = new Distribution.Choice(List.of(0.1, 0.5), List.of(3.0, 1.0));
    Carrier.Units units =
        new Carrier.Units(20, Value.of(5), outage, Optional.empty(), Optional.empty());
    Paths paths =
        Paths.of(
            scenario(2, 1000, List.of(), Map.of("plant", units), 0),
            SEED,
            PATHS,
            "energy.power.domestic");
    double mean = 100 * (0.75 * 0.9 + 0.25 * 0.5);
    double between = 0.75 * 90 * 90 + 0.25 * 50 * 50 - mean * mean;
    double inside = 25 * 20 * (0.75 * 0.09 + 0.25 * 0.25);
    double[] first = paths.at("energy.power.domestic", 0);
    Significance.moments("domestic", first, mean, between + inside);
    Significance.covariance(
        "months", first, mean, paths.at("energy.power.domestic", 1), mean, between);
    double[] law = new double[101];
    for (double q : new double[] {0.1, 0.5}) {
      BinomialDistribution binomial = BinomialDistribution.of(20, 1 - q);
      for (int n = 0; n <= 20; n++) {
        law[5 * n] += (q == 0.1 ? 0.75 : 0.25) * binomial.probability(n);
      }
    }
    for (int n = 0; n <= 20; n++) {
      double supply = 5 * n;
      long hits = Arrays.stream(first).filter(x -> x == supply).count();
      Significance.share("running " + n, hits, PATHS, law[5 * n]);
    }
  }

  /** They come in their first month and go after their last; the day before has their mean. */
  @Test
  void unitsAreThereFromTheirFirstMonthThroughTheirLast() {
    Carrier.Units units =
        Carrier.Units.of(3, 10, 0).withFrom(YearMonth.of(2021, 2)).withUntil(YearMonth.of(2021, 3));
    Scenario scenario = scenario(5, 100, List.of(), Map.of("plant", units), 0);
    assertThat(Paths.of(scenario, SEED, 1, "energy.power.domestic").of("energy.power.domestic", 0))
        .containsExactly(0, 30, 30, 0, 0);
  }
}
