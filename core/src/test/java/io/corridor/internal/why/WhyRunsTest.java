package io.corridor.internal.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.block.Block;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.internal.sampling.Exchange;
import io.corridor.internal.sampling.Swaps;
import io.corridor.model.Metrics;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Paths;
import io.corridor.run.Progress;
import io.corridor.simulation.Replay;
import io.corridor.why.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests the runs that tell why on random scenarios that hold everything. */
class WhyRunsTest {
  private static final int SCENARIOS = 60;
  private static final int PATHS = 64;

  /** More than a piece has. */
  private static final int MANY = WhyRuns.PATHS + 9;

  private static final long FAR = 100_003;

  /**
   * Path p that has the numbers of path p + d from every source is path p + d, to the last bit: so
   * there is no random number that no source gives away.
   */
  @Test
  void whoeverHasAllNumbersOfAnotherIsTheOther() {
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      Swaps swaps = new Swaps();
      Plan swapped = plan(scenario, swaps);
      Plan plain = plan(scenario, Exchange.NONE);
      long[] distances = new long[PATHS];
      for (int p = 0; p < PATHS; p++) {
        distances[p] = p % 3 == 0 ? 0 : FAR;
      }
      List<double[]> far = values(plain, FAR);
      List<double[]> near = values(plain, 0);
      swapped.sources().keySet().forEach(source -> swaps.set(source, FAR));
      List<double[]> all = values(swapped, 0);
      swapped.sources().keySet().forEach(source -> swaps.set(source, 0, distances));
      List<double[]> some = values(swapped, 0);
      for (int i = 0; i < far.size(); i++) {
        assertThat(all.get(i)).as("scenario %d", seed).isEqualTo(far.get(i));
        for (int p = 0; p < PATHS; p++) {
          double expected = (p % 3 == 0 ? near : far).get(i)[p];
          assertThat(some.get(i)[p]).as("scenario %d, path %d", seed, p).isEqualTo(expected);
        }
      }
      swaps.reset();
      List<double[]> own = values(swapped, 0);
      for (int i = 0; i < near.size(); i++) {
        assertThat(own.get(i)).isEqualTo(near.get(i));
      }
    }
  }

  /** A source that nothing asked for depends on changes nothing of it. */
  @Test
  void whatIsNotLiveChangesNothing() {
    int idle = 0;
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      for (String metric : List.of("total", "exports")) {
        Swaps swaps = new Swaps();
        Plan plan =
            PlanCompiler.compile(
                scenario,
                Drawn.of(Sample.random(7)).exchanged(swaps),
                Wanted.outcomes(List.of(), List.of(metric)));
        List<double[]> before = values(plan, 0);
        Set<String> others = new LinkedHashSet<>(plan.sources().keySet());
        others.removeAll(plan.liveSources());
        idle += others.size();
        others.forEach(source -> swaps.set(source, FAR));
        List<double[]> after = values(plan, 0);
        for (int i = 0; i < before.size(); i++) {
          assertThat(after.get(i)).isEqualTo(before.get(i));
        }
      }
    }
    assertThat(idle).isGreaterThan(SCENARIOS);
  }

  /**
   * Steps that are looked up rather than taken again change nothing of any run, to the last bit.
   */
  @Test
  void runsAreThoseOfPlansThatTakeAllSteps() {
    for (int seed = 0; seed < SCENARIOS / 10; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      Target target = Target.metric("total", scenario.month(scenario.months() - 1));
      WhyRuns runs = new WhyRuns(scenario, Sample.random(7), List.of(target), MANY, true);
      WhyStore store = new WhyStore(runs);
      // From the middle on first, as a machine of a cluster may be asked to
      long middle = runs.pieces() / 2;
      store.simulate(
          middle * Block.PATHS, (runs.pieces() - middle) * Block.PATHS, 1, Progress.NONE);
      store.simulate(0, middle * Block.PATHS, 1, Progress.NONE);
      int causes = runs.causes().size();
      Swaps swaps = new Swaps();
      Plan plan =
          PlanCompiler.compile(
              scenario,
              Drawn.of(Sample.random(7)).exchanged(swaps),
              Wanted.outcomes(List.of(), List.of("total")));
      for (int cause = 0; cause < causes; cause++) {
        swaps.reset();
        swaps.set(runs.causes().get(cause), MANY);
        assertThat(store.runs(target).aWithB(cause)).isEqualTo(total(plan, 0));
        swaps.set(runs.causes().get(cause), -MANY);
        assertThat(store.runs(target).bWithA(cause)).isEqualTo(total(plan, MANY));
      }
      long[][] distances = new long[causes][MANY];
      for (int turn = 1; turn < causes; turn++) {
        short[] next = store.runs(target).turn(turn);
        for (int p = 0; p < MANY; p++) {
          distances[next[p]][p] = MANY;
        }
        for (int cause = 0; cause < causes; cause++) {
          swaps.set(runs.causes().get(cause), 0, distances[cause]);
        }
        assertThat(store.runs(target).after(turn)).isEqualTo(total(plan, 0));
      }
    }
  }

  /** Returns the only metric in the last month. */
  private static double[] total(Plan plan, long firstPath) {
    List<double[]> values = values(plan, firstPath, MANY);
    return values.get(values.size() - 1);
  }

  private static Plan plan(Scenario scenario, Exchange exchange) {
    List<String> metrics = List.copyOf(Metrics.of(scenario).keySet());
    return PlanCompiler.compile(
        scenario,
        Drawn.of(Sample.random(7)).exchanged(exchange),
        Wanted.outcomes(List.of(), metrics));
  }

  /** Returns all metrics in all months. */
  private static List<double[]> values(Plan plan, long firstPath) {
    return values(plan, firstPath, PATHS);
  }

  private static List<double[]> values(Plan plan, long firstPath, int paths) {
    List<double[]> values = new ArrayList<>();
    Block block = plan.newBlock();
    block.start(firstPath, paths);
    plan.open(block);
    for (int month = 0; month < plan.months(); month++) {
      plan.advance(block, month);
      for (int metric = 0; metric < plan.metrics().size(); metric++) {
        values.add(Arrays.copyOf(plan.values(block, metric), paths));
      }
    }
    return values;
  }

  // Numbers of a path, against the same made of a replay, month by month

  @Test
  void numbersAreThoseOfAReplay() {
    Set<String> kinds = new LinkedHashSet<>();
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.of(seed);
      int end = Math.min(scenario.months() - 1, 5 + seed % 7);
      Target target = Target.metric("total", scenario.month(end));
      WhyRuns runs = new WhyRuns(scenario, Sample.random(7), List.of(target), PATHS / 2, false);
      WhyStore store = new WhyStore(runs);
      store.simulate(0, runs.pieces() * Block.PATHS, 1, Progress.NONE);
      Replay replay = Replay.of(scenario, 7, metrics(scenario));
      Paths paths = replay.paths(0, PATHS);
      for (String id : store.numbers()) {
        double[] number = store.number(target, id);
        for (int p = 0; p < PATHS; p++) {
          double expected = expected(id, scenario, replay.inputs(), paths, p, end);
          if (!Double.isNaN(expected)) {
            kinds.add(id.replaceAll(".*\\.", ""));
            assertThat(number[p])
                .as("scenario %d, path %d, %s", seed, p, id)
                .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
          }
        }
      }
    }
    assertThat(kinds).contains("mean", "end", "months", "covered", "refusals", "month");
  }

  private static List<String> metrics(Scenario scenario) {
    List<String> metrics = new ArrayList<>(Metrics.of(scenario).keySet());
    scenario.waivers().keySet().forEach(id -> metrics.add("waiver." + id + ".expires"));
    return metrics;
  }

  /** NaN where nothing else tells the number. */
  private static double expected(
      String id, Scenario scenario, Set<String> inputs, Paths paths, int p, int end) {
    String[] parts = id.split("\\.");
    String last = parts[parts.length - 1];
    boolean isValueOfDriver = parts[0].equals("drivers") && last.equals("end");
    // What a driver has come to is called as the key of a value that its path goes on from.
    if (inputs.contains(id) && !isValueOfDriver) {
      return paths.input(id, p);
    }
    if (last.equals("month")) {
      return Math.min(end + 1, paths.input(id.substring(0, id.length() - ".month".length()), p));
    }
    if (isValueOfDriver) {
      return paths.value("driver." + parts[1], end, p);
    }
    double sum = 0;
    double days = 0;
    boolean held = held(scenario, parts);
    for (int month = 0; month <= end; month++) {
      int length = scenario.month(month).lengthOfMonth();
      days += length;
      switch (parts[0] + "." + last) {
        case "drivers.mean" -> sum += paths.value("driver." + parts[1], month, p) / (end + 1);
        case "regime.months" -> sum += paths.value("regime." + parts[1], month, p);
        case "unrest.months" -> sum += paths.value("unrest", month, p);
        case "waivers.covered" ->
            sum += length * paths.value("waiver." + parts[1] + ".coverage", month, p);
        case "waivers.refusals" -> {
          boolean holds = paths.value("waiver." + parts[1] + ".expires", month, p) >= 0;
          double coverage = paths.value("waiver." + parts[1] + ".coverage", month, p);
          sum += !holds && (held || coverage > 0) ? 1 : 0;
          held = holds;
        }
        default -> {
          return Double.NaN;
        }
      }
    }
    return last.equals("covered") ? sum / days : sum;
  }

  private static boolean held(Scenario scenario, String[] parts) {
    return parts[0].equals("waivers")
        && scenario.waivers().containsKey(parts[1])
        && scenario.waivers().get(parts[1]).expires().isAfter(scenario.start().atDay(1));
  }
}
