package io.corridor.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.TradeMatrix;
import io.corridor.model.Value;
import io.corridor.model.World;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What measures do to a world, in closed form (section 11 of the model). */
class WorldLawTest {
  private static final YearMonth START = YearMonth.of(2020, 1);
  private static final YearMonth SECOND = YearMonth.of(2020, 2);

  private static String id(int i) {
    return "C" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
  }

  private static TradeMatrix matrix(double[][] trade) {
    List<TradeMatrix.Row> rows = new ArrayList<>();
    for (int i = 0; i < trade.length; i++) {
      for (int j = 0; j < trade.length; j++) {
        rows.add(new TradeMatrix.Row(0, 2019, id(i), id(j), trade[i][j], 0));
      }
    }
    return TradeMatrix.ofMillions(rows);
  }

  /** Two of the same size, of which each spends {@code abroad} of its income on the other. */
  private static double[][] alike(double abroad) {
    return new double[][] {{1 - abroad, abroad}, {abroad, 1 - abroad}};
  }

  private static double[][] drawn(SplittableRandom random, int n) {
    double[][] trade = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        trade[i][j] = (i == j ? 10 * n : 1) * (0.1 + random.nextDouble());
      }
    }
    return trade;
  }

  /** Two months, of which the second has measures, each by its place. */
  private static Paths paths(World world, List<Sanction> measures, String... metrics) {
    Scenario.Builder scenario = Scenario.builder("world", "CAA", "CAB", START, 2).world(world);
    for (int i = 0; i < measures.size(); i++) {
      scenario.sanction("measure-" + i, measures.get(i));
    }
    return Paths.of(scenario.build(), 1, 1, metrics);
  }

  private static Sanction tariff(double rate, String pair) {
    return Sanction.cost(SECOND, 0, pair).withTariff(Value.of(rate));
  }

  private static double at(Paths paths, String metric) {
    return paths.of(metric, 0)[1];
  }

  /**
   * Both tax the other alike, so that no price moves: a foreign share m becomes b = m T^−(1+θ)/(1 −
   * m + m T^−(1+θ)) of what is spent net of tariffs.
   */
  @ParameterizedTest
  @CsvSource({"0.2, 4, 0.3", "0.45, 0.5, 1", "0.01, 12, 0.1", "0.3, 8, 20"})
  void aTariffEachWayBetweenTwoAlike(double abroad, double theta, double rate) {
    Paths paths =
        paths(
            World.of(matrix(alike(abroad)), theta),
            List.of(tariff(rate, "world.CAA.CAB"), tariff(rate, "world.CAB.CAA")),
            "world.factory-price.CAA",
            "world.welfare.CAB",
            "world.revenue.CAB",
            "world.home.CAA");
    double weight = Math.max(1e-6, Math.pow(1 + rate, -1 - theta));
    double all = 1 - abroad + abroad * weight;
    double share = abroad * weight / all;
    double price = Math.pow(1 - abroad + abroad * weight * (1 + rate), -1 / theta);
    assertThat(at(paths, "world.factory-price.CAA")).isCloseTo(1, within(1e-14));
    assertThat(at(paths, "world.home.CAA")).isCloseTo(1 - share, within(1e-13));
    assertThat(at(paths, "world.revenue.CAB") / 1e6).isCloseTo(share * rate, within(1e-12));
    assertThat(at(paths, "world.welfare.CAB")).isCloseTo((1 + share * rate) / price, within(1e-12));
  }

  /** Cut off but for what leaks, a country is as well off as its home share to the power 1/θ. */
  @Test
  void autarky() {
    List<Sanction> all =
        List.of(Sanction.cut(SECOND, 1, "world.CAA.all"), Sanction.cut(SECOND, 1, "world.all.CAA"));
    World world = World.of(matrix(alike(0.3)), 4);
    double welfare = at(paths(world, all, "world.welfare.CAA"), "world.welfare.CAA");
    assertThat(welfare).isCloseTo(Math.pow(0.7, 0.25), within(1e-6));
  }

  /**
   * Without tariffs, and where all spend what they earn, welfare is the home share’s change to the
   * power −1/θ (Arkolakis, Costinot and Rodríguez-Clare 2012).
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 20, 44})
  void welfareIsTheHomeShare(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double theta = 1 + 8 * random.nextDouble();
    World world = World.of(matrix(drawn(random, n)), theta).withDeficits(World.Deficits.ZERO);
    List<Sanction> measures =
        List.of(
            Sanction.cost(SECOND, 0.4, "world.CAA.CAB"),
            Sanction.cut(SECOND, 0.9, "world.all.CAA"),
            Sanction.cost(SECOND, 0.1, "world.CAB.all"));
    Paths paths =
        paths(
            world,
            measures,
            "world.home.CAA",
            "world.welfare.CAA",
            "world.home.CAB",
            "world.welfare.CAB");
    for (String country : List.of("CAA", "CAB")) {
      double[] home = paths.of("world.home." + country, 0);
      double welfare = at(paths, "world.welfare." + country);
      assertThat(welfare / Math.pow(home[1] / home[0], -1 / theta)).isCloseTo(1, within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 20, 44})
  void aTariffMovesPricesAsACostDoes(int n) {
    SplittableRandom random = new SplittableRandom(-n);
    double theta = 1 + 8 * random.nextDouble();
    double rate = random.nextDouble();
    World world = World.of(matrix(drawn(random, n)), theta);
    double cost = Math.pow(1 + rate, 1 + 1 / theta) - 1;
    Paths taxed = paths(world, List.of(tariff(rate, "world.CAA.CAB")), "world.factory-price.CAA");
    Paths dearer =
        paths(
            world,
            List.of(Sanction.cost(SECOND, cost, "world.CAA.CAB")),
            "world.factory-price.CAA");
    assertThat(at(taxed, "world.factory-price.CAA"))
        .isCloseTo(at(dearer, "world.factory-price.CAA"), within(1e-12))
        .isNotCloseTo(1, within(1e-6));
  }

  /** A country that is small and moves only what it earns abroad gains most by 1/θ (Gros 1987). */
  @ParameterizedTest
  @ValueSource(doubles = {1.5, 3, 6})
  void aSmallCountrysBestTariff(double theta) {
    double small = 1e-5;
    World world =
        World.of(matrix(new double[][] {{0.7 * small, 0.3 * small}, {0.3 * small, 1}}), theta);
    UnaryOperator<Double> welfare =
        rate ->
            at(
                paths(world, List.of(tariff(rate, "world.CAB.CAA")), "world.welfare.CAA"),
                "world.welfare.CAA");
    double best = 1 / theta;
    double step = 0.02;
    double low = welfare.apply(best - step);
    double middle = welfare.apply(best);
    double high = welfare.apply(best + step);
    double top = best + step / 2 * (high - low) / (2 * middle - low - high);
    assertThat(middle).isGreaterThan(1).isGreaterThan(low).isGreaterThan(high);
    assertThat(top).isCloseTo(best, within(2e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 44})
  void withNothingChangedEveryHatIsOne(int n) {
    Paths paths =
        paths(
            World.of(matrix(drawn(new SplittableRandom(n), n)), 4),
            List.of(),
            "world.welfare.CAA",
            "world.factory-price.CAB",
            "world.price.CAA",
            "world.real-income.CAB");
    for (String metric :
        List.of("welfare.CAA", "factory-price.CAB", "price.CAA", "real-income.CAB")) {
      assertThat(paths.of("world." + metric, 0)).containsExactly(1, 1);
    }
  }
}
