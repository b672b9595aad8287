package io.corridor.cli;

import io.corridor.model.Scenario;
import io.corridor.projection.Profile;
import io.corridor.projection.Projection.Timing;
import io.corridor.report.data.Speed;
import io.corridor.report.files.SpeedJson;
import io.corridor.report.screen.SpeedLines;
import io.corridor.run.CancelledException;
import io.corridor.run.Progress;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bench}: measures how fast a scenario is simulated. */
@Command(
    name = "bench",
    header = "Measures how fast a scenario is simulated.",
    description = {
      "",
      "Prints path-months a second by number of threads, then where the time of one",
      "thread goes and what memory it holds. Nothing else should run meanwhile."
    },
    footer = {
      "",
      "Examples:",
      "  corridor bench iran-iraq-2019",
      "  corridor bench my.yaml --set months=240 --seconds 10",
      "  corridor bench my.yaml --json | jq .threads"
    })
final class BenchCommand implements Callable<Integer> {
  private static final long LEAST_PATHS = 4_096;
  private static final long MOST_PATHS = 1L << 30;
  private static final int RUNS = 3;

  /** Up to so many threads each number is measured, then its doubles. */
  private static final int EACH = 4;

  private final Console console;
  private final Runner runner;

  @Mixin private ScenarioOptions scenario;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Seconds that each number of threads is measured for, at least. Default: 3.")
  private double seconds = 3;

  @Option(names = "--json", description = "Print the figures as JSON, and nothing else.")
  private boolean json;

  BenchCommand(Console console, Runner runner) {
    this.console = console;
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException {
    int most = threads.threads().orElse(Runtime.getRuntime().availableProcessors());
    if (!(seconds > 0 && seconds <= 3_600)) {
      throw CommandException.wrong("--seconds is " + seconds + ", must be above 0, up to 3600");
    }
    LoadedScenario loaded = scenario.read();
    try (Interruption interruption = Interruption.listen(Progress.NONE)) {
      print(measure(loaded.scenario(), most, interruption));
      return ExitStatus.DONE;
    } catch (CancelledException e) {
      console.note("interrupted");
      return ExitStatus.INTERRUPTED;
    }
  }

  private Speed measure(Scenario subject, int most, Progress progress) {
    Settings settings = Settings.of(subject).withProgress(progress);
    long paths = warmUp(subject, settings.withThreads(1));
    List<Timing> timings = new ArrayList<>();
    for (int count : counts(most)) {
      timings.add(best(subject, settings.withThreads(count).withPaths(paths * count)));
    }
    Profile profile = Simulator.profile(subject, settings, 2 * seconds);
    return new Speed(subject, timings, profile);
  }

  /** Returns how many paths one thread simulates in a run's share of the time. */
  private long warmUp(Scenario subject, Settings settings) {
    long paths = LEAST_PATHS;
    while (paths < MOST_PATHS
        && runner.run(subject, settings.withPaths(paths)).timing().seconds() < seconds / RUNS) {
      paths *= 2;
    }
    return paths;
  }

  private static List<Integer> counts(int most) {
    List<Integer> counts = new ArrayList<>();
    for (int count = 1; count < most; count += count < EACH ? 1 : count) {
      counts.add(count);
    }
    counts.add(most);
    return counts;
  }

  /** Returns the fastest of some runs: other work of the machine can only slow one down. */
  private Timing best(Scenario subject, Settings settings) {
    Timing best = runner.run(subject, settings).timing();
    for (int run = 1; run < RUNS; run++) {
      Timing timing = runner.run(subject, settings).timing();
      best = timing.pathMonthsPerSecond() > best.pathMonthsPerSecond() ? timing : best;
    }
    return best;
  }

  private void print(Speed speed) throws IOException {
    if (json) {
      SpeedJson.write(speed, console.out());
    } else {
      console.print(SpeedLines.of(speed, console.screen()));
    }
  }
}
