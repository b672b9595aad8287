package io.corridor.benchmarks.why;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.why.Directions;
import io.corridor.internal.why.Discovery;
import io.corridor.internal.why.PathSet;
import io.corridor.internal.why.Ranking;
import io.corridor.why.Box;
import io.corridor.why.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is done with outcomes once they are simulated: ordering the numbers of 32 768 paths, telling
 * what goes together with an outcome, and finding boxes on half of them; 50 numbers. Milliseconds,
 * lower is better; {@code java -jar benchmarks/target/benchmarks.jar WhyBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class WhyBenchmark {
  private static final int PATHS = 32_768;
  private static final int NUMBERS = 50;

  private double[] number;
  private double[] outcome;
  private Map<String, Ranking> ordered;
  private PathSet found;
  private PathSet measured;

  /** Draws the numbers; the outcome is that two of them are large, or small at random. */
  @Setup
  public void draw() {
    ordered = new TreeMap<>();
    double[][] numbers = new double[NUMBERS][PATHS];
    for (int i = 0; i < NUMBERS; i++) {
      RandomStream.Key key = RandomStream.of(1, "number " + i).key(0, 0);
      for (int p = 0; p < PATHS; p++) {
        numbers[i][p] = key.uniform(p);
      }
      ordered.put("number " + i, Ranking.of(numbers[i]));
    }
    number = numbers[0];
    outcome = new double[PATHS];
    boolean[] hits = new boolean[PATHS];
    for (int p = 0; p < PATHS; p++) {
      hits[p] = numbers[0][p] > 0.6 && numbers[1][p] > 0.4 || numbers[2][p] < 0.05;
      outcome[p] = hits[p] ? 1 : 0;
    }
    int half = PATHS / 2;
    found = PathSet.of(ordered, 0, half, Arrays.copyOf(hits, half));
    measured = PathSet.of(ordered, half, PATHS, Arrays.copyOfRange(hits, half, PATHS));
  }

  /** Orders one number. */
  @Benchmark
  public Ranking order() {
    return Ranking.of(number);
  }

  /** Tells how all numbers go together with the outcome. */
  @Benchmark
  public List<Direction> directions() {
    return Directions.of(outcome, true, ordered);
  }

  /** Finds the boxes of an outcome. */
  @Benchmark
  public List<Box> boxes() {
    return Discovery.boxes(found, measured, 0.8);
  }
}
