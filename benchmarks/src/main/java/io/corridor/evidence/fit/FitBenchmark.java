package io.corridor.evidence.fit;

import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.internal.random.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A fit of each law by the priors of {@code fit}, from its data to its 4 000 rows; the same taken
 * from a folder that keeps it; and one value of its likelihood. Milliseconds and microseconds,
 * lower is better; {@code java -jar benchmarks/target/benchmarks.jar FitBenchmark}.
 *
 * <p>In the package of what it measures, which nobody else sees.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(5)
public class FitBenchmark {
  private static final YearMonth START = YearMonth.of(2019, 3);
  private static final int DECADES = 382;

  /** The law, and how long its data's periods are. */
  @Param({
    "gbm-months",
    "log-ou-months",
    "log-ou-years",
    "jump-months",
    "flow-months",
    "flow-quarters",
    "flow-years",
    "season-months"
  })
  String subject;

  private Every every;
  private Optional<Process> process;
  private Volume volume;
  private DataSeries.Values values;
  private Likelihood likelihood;
  private double[] numbers;
  private Fit.Request request;
  private Path folder;
  private FitCache cache;

  /** Draws the data: 382 months of a driver, or 20 years of months, quarters, years. */
  @Setup
  public void draw() throws IOException {
    String law = subject.substring(0, subject.lastIndexOf('-'));
    every =
        switch (subject.substring(law.length() + 1)) {
          case "years" -> Every.YEAR;
          case "quarters" -> Every.QUARTER;
          default -> Every.MONTH;
        };
    process =
        switch (law) {
          case "gbm" -> Optional.of(Process.GBM);
          case "log-ou" -> Optional.of(Process.LOG_OU);
          case "jump" -> Optional.of(Process.JUMP);
          default -> Optional.empty();
        };
    boolean seasonal = law.equals("season");
    volume = new Volume("annual-value", true, Optional.empty(), List.of(), seasonal, Map.of());
    int months = process.isPresent() ? DECADES : seasonal ? 60 : 240;
    values = values(months);
    if (process.isPresent()) {
      Observed observed = Observed.of(process.get(), values, Of.MEAN);
      likelihood =
          observed.means()
              ? new MeansOfMonths(process.get(), observed)
              : new SingleMonths(process.get(), observed);
    } else {
      likelihood = new SumsOfMonths(volume, values, Of.SUM, START);
    }
    numbers =
        switch (law) {
          case "gbm" -> new double[] {0.02, 0.3};
          case "log-ou" -> new double[] {60, 0.5, 0.3};
          case "jump" -> new double[] {0.02, 0.25, 1, 0.05, 0.1};
          case "flow" -> new double[] {700, 0.02, 1, 0.3};
          default -> new double[] {700, 0.02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0.3};
        };
    request =
        process.isPresent()
            ? new DriverFit(
                "drivers.x",
                process.get(),
                Map.of(),
                "x",
                values,
                Of.MEAN,
                START,
                Optional.empty(),
                1)
            : new VolumeFit("flows.x", volume, Map.of(), "x", values, Of.SUM, START, 1);
    folder = Files.createTempDirectory("fits");
    cache = FitFolder.of(folder, 1 << 30);
  }

  /** Removes what was kept. */
  @TearDown
  public void removeFits() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** About 60, with the odd jump. */
  private DataSeries.Values values(int months) {
    RandomStream.Key normals = RandomStream.of(1, "benchmark").key(0, 0);
    TreeMap<Period, Double> drawn = new TreeMap<>();
    double x = 0;
    double sum = 0;
    for (int t = 0; t < months; t++) {
      double jump = t % 17 == 16 ? 0.15 : 0;
      x = 0.95 * x + 0.08 * normals.normal(t) + jump;
      sum += 60 * Math.exp(x);
      if ((t + 1) % every.months() == 0) {
        double value = process.isPresent() ? sum / every.months() : sum;
        drawn.put(new Period(every, START.minusMonths(months - t)), value);
        sum = 0;
      }
    }
    return new DataSeries.Values(drawn);
  }

  /** The fit. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Fit fit() {
    return request.make();
  }

  /** The fit, which the first call of the warm-up keeps. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Fit kept() {
    return cache.fit(request);
  }

  /** One value of the likelihood. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public double likelihood() {
    return likelihood.log(numbers);
  }
}
