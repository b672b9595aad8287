package io.corridor.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Corridors;
import io.corridor.internal.numeric.Normal;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Energy;
import io.corridor.model.KeyPath;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Paths;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Replay;
import io.corridor.simulation.Settings;
import io.corridor.why.Cause;
import io.corridor.why.Target;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The joint law of delays that are late together, against closed forms: of two standard normals of
 * correlation ρ both are above 0 with probability 1/4 + arcsin(ρ)/2π. Shares of 40 000 paths stay
 * within 4.5 standard errors, which fails a right program once in 150 000 tries, each share.
 */
class LateTogetherTest {
  private static final int PATHS = 40_000;
  private static final double WITHIN = 4.5 * Math.sqrt(0.25 / PATHS);
  private static final String PROJECTS = "energy.carriers.power.projects.";

  private static final Distribution LATE = new Distribution.Lognormal(12, 0.8, Optional.empty());
  private static final Distribution EVEN = new Distribution.Uniform(2, 30);
  private static final YearMonth START = YearMonth.of(2020, 1);

  private static Scenario scenario(double rho) {
    Carrier carrier =
        Carrier.of(
                Carrier.Kind.ELECTRICITY,
                Quantity.of(100),
                Quantity.of(50),
                Carrier.Imports.of(40),
                Carrier.Price.of(90))
            .withProject("port", project(LATE).withCancel(0.5))
            .withProject("field", project(EVEN))
            .withProject("shared", project(new Value.Parameter("delay")))
            .withProject("fitted", project(fitted()));
    return Corridors.from("2020-01", 24)
        .parameter("delay", EVEN)
        .draws(DrawTable.ofFit(fittedKey()), table())
        .energy(Energy.of(1e8).withLateTogether(rho).withCarrier("power", carrier))
        .build();
  }

  private static Carrier.Project project(Value delay) {
    return Carrier.Project.of(10, START.plusMonths(1)).withDelay(delay);
  }

  private static KeyPath fittedKey() {
    return KeyPath.parse(PROJECTS + "fitted");
  }

  private static Value fitted() {
    return Value.draw(DrawTable.ofFit(fittedKey()), fittedKey().child("delay").toString());
  }

  /** The delays 1 to 1000 in no order. */
  private static DrawTable table() {
    List<Double> rows = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      rows.add((double) i);
    }
    Collections.shuffle(rows, new Random(1));
    return DrawTable.of("draws.csv").withColumn(fittedKey().child("delay").toString(), rows);
  }

  private static Paths paths(double rho) {
    return Replay.of(scenario(rho), 1, List.of()).paths(0, PATHS);
  }

  private static double[] delays(Paths paths, String project) {
    double[] delays = new double[PATHS];
    Arrays.setAll(delays, path -> paths.input(PROJECTS + project + ".delay", path));
    return delays;
  }

  private static double bothAbove(double[] first, double median, double[] other, double median2) {
    int both = 0;
    for (int path = 0; path < PATHS; path++) {
      both += first[path] > median && other[path] > median2 ? 1 : 0;
    }
    return (double) both / PATHS;
  }

  private static double quadrant(double rho) {
    return 0.25 + Math.asin(rho) / (2 * Math.PI);
  }

  @Test
  void delaysAreLateTogetherAsNormalsOfThatCorrelation() {
    for (double rho : new double[] {0, 0.5, 0.9, 1}) {
      Paths paths = paths(rho);
      assertThat(bothAbove(delays(paths, "port"), 12, delays(paths, "field"), 16))
          .isCloseTo(quadrant(rho), within(WITHIN));
    }
  }

  @Test
  void eachKeepsItsLaw() {
    Paths paths = paths(0.5);
    double[] lognormal = delays(paths, "port");
    double[] uniform = delays(paths, "field");
    for (double z : new double[] {-2, -1, 0, 1, 2}) {
      double u = Normal.cdf(z);
      assertThat(shareBelow(lognormal, 12 * Math.exp(0.8 * z))).isCloseTo(u, within(WITHIN));
      assertThat(shareBelow(uniform, 2 + 28 * u)).isCloseTo(u, within(WITHIN));
    }
  }

  private static double shareBelow(double[] values, double limit) {
    return (double) Arrays.stream(values).filter(value -> value < limit).count() / PATHS;
  }

  @Test
  void fittedDelaysAreLateTogetherToo() {
    Paths paths = paths(0.5);
    double[] fitted = delays(paths, "fitted");
    assertThat(bothAbove(fitted, 500, delays(paths, "field"), 16))
        .isCloseTo(quadrant(0.5), within(WITHIN));
    assertThat(shareBelow(fitted, 100.5)).isCloseTo(0.1, within(WITHIN));
  }

  @Test
  void cancellationsAndParametersStayOut() {
    Paths paths = paths(1);
    double[] uniform = delays(paths, "field");
    double[] shared = new double[PATHS];
    Arrays.setAll(shared, path -> paths.input("parameters.delay", path));
    assertThat(bothAbove(shared, 16, uniform, 16)).isCloseTo(0.25, within(WITHIN));
    double[] months = new double[PATHS];
    Arrays.setAll(months, path -> paths.input(PROJECTS + "port", path));
    assertThat(bothAbove(months, Double.MAX_VALUE, uniform, 16)).isCloseTo(0.25, within(WITHIN));
  }

  @Test
  void isACauseOfItsOwn() {
    Target supply = Target.metric("energy.power.domestic", START.plusMonths(20));
    List<String> causes =
        Causes.of(scenario(0.5), List.of(supply), Settings.of(scenario(0.5)).withPaths(2000))
            .outcomes()
            .values()
            .iterator()
            .next()
            .shares()
            .orElseThrow()
            .causes()
            .stream()
            .filter(cause -> cause.share().value() > 0.05)
            .map(Cause::id)
            .toList();
    assertThat(causes)
        .contains("energy.late-together", PROJECTS + "field")
        .doesNotContain(PROJECTS + "fitted.delay");
  }
}
