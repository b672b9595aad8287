package io.corridor.benchmarks.yardstick;

import com.sun.management.OperatingSystemMXBean;
import io.corridor.benchmarks.Subjects;
import io.corridor.model.Scenario;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Runs a scenario through the public API again and again, and prints for each run what a path-month
 * took: nanoseconds of wall time and of CPU time of the whole process, compiler and garbage
 * collector included.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.corridor.benchmarks.yardstick.Repetitions
 * PATHS THREADS REPEATS [SCENARIO]}. With REPEATS 0, it waits for a line on its standard input
 * before each run and ends with the input, so that a script can take turns with other programs.
 */
public final class Repetitions {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Scenario scenario;
  private final Settings settings;

  private Repetitions(Scenario scenario, Settings settings) {
    this.scenario = scenario;
    this.settings = settings;
  }

  /** Runs as {@code args} say. */
  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: Repetitions PATHS THREADS REPEATS [SCENARIO]");
      System.exit(2);
    }
    Scenario scenario = Subjects.shipped(args.length > 3 ? args[3] : Subjects.YARDSTICK);
    Settings settings =
        Settings.of(scenario)
            .withPaths(Long.parseLong(args[0]))
            .withThreads(Integer.parseInt(args[1]));
    Repetitions repetitions = new Repetitions(scenario, settings);
    int repeats = Integer.parseInt(args[2]);
    if (repeats == 0) {
      repetitions.runOnDemand();
    } else {
      for (int i = 0; i < repeats; i++) {
        repetitions.run();
      }
    }
  }

  private void runOnDemand() throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (in.readLine() != null) {
        run();
      }
    }
  }

  private void run() {
    long started = System.nanoTime();
    long startedCpu = SYSTEM.getProcessCpuTime();
    Simulator.run(scenario, settings);
    double cpu = SYSTEM.getProcessCpuTime() - startedCpu;
    double wall = System.nanoTime() - started;
    double pathMonths = (double) settings.paths() * scenario.months();
    System.out.printf(
        Locale.ROOT,
        "corridor N=%d threads=%d wall %.2f ns/pm  cpu %.2f ns/pm%n",
        settings.paths(),
        settings.threads(),
        wall / pathMonths,
        cpu / pathMonths);
  }
}
