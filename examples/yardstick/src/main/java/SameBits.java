import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Replay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Compares the paths of {@link Yardstick} with those of the engine, bit by bit. */
public final class SameBits {
  private static final int PATHS = 4_000;
  private static final long SEED = 20_261_201;

  private static final Map<String, Function<Yardstick.Path, double[]>> METRICS =
      new LinkedHashMap<>();

  static {
    METRICS.put("energy.electricity.need", path -> path.need);
    METRICS.put("energy.electricity.imports", path -> path.imports);
    METRICS.put("energy.electricity.unserved", path -> path.unserved);
    METRICS.put("energy.electricity.unserved-share", path -> path.unservedShare);
    METRICS.put("energy.electricity.dependency", path -> path.dependency);
    METRICS.put("energy.electricity.price", path -> path.price);
    METRICS.put("energy.electricity.value", path -> path.value);
    METRICS.put("total", path -> path.total);
    METRICS.put("total.12m", path -> path.total12);
  }

  public static void main(String[] args) {
    Scenario scenario = ShippedScenarios.read("yardstick").scenario();
    if (!scenario.start().equals(Yardstick.START) || scenario.months() != Yardstick.MONTHS) {
      throw new AssertionError("the scenario has other months");
    }
    Paths engine = Replay.of(scenario, Sample.random(SEED), METRICS.keySet()).paths(0, PATHS);
    for (int i = 0; i < PATHS; i++) {
      Yardstick.Path path = Yardstick.simulate(SEED, i);
      for (String metric : METRICS.keySet()) {
        double[] values = METRICS.get(metric).apply(path);
        for (int t = 0; t < values.length; t++) {
          double theirs = engine.value(metric, t, i);
          if (Double.doubleToLongBits(values[t]) != Double.doubleToLongBits(theirs)) {
            throw new AssertionError(
                "%s of path %d in month %d: %s here, %s by the engine"
                    .formatted(metric, i, t, values[t], theirs));
          }
        }
      }
    }
    System.out.printf("%d paths have the same bits.%n", PATHS);
  }
}
