package io.corridor.internal.why;

import io.corridor.internal.random.RandomStream;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The runs of a function of independent uniform numbers, each or some of them a cause. */
final class ExchangedRuns implements Runs {
  private final int n;
  private final int[][] causes;
  private final ToDoubleFunction<double[]> function;
  private final double[][] x;
  private final short[][] turns;

  /** Makes runs of {@code n} paths; {@code causes} lists the numbers that each cause draws. */
  ExchangedRuns(long seed, int n, int[][] causes, ToDoubleFunction<double[]> function) {
    this.n = n;
    this.causes = causes;
    this.function = function;
    int numbers = 0;
    for (int[] cause : causes) {
      numbers += cause.length;
    }
    x = new double[2 * n][numbers];
    for (int i = 0; i < numbers; i++) {
      RandomStream.Key key = RandomStream.of(seed, "x" + i).key(0, 0);
      for (int p = 0; p < 2 * n; p++) {
        x[p][i] = key.uniform(p);
      }
    }
    turns = Orders.of(seed, 0, n, names(causes.length));
  }

  /** Each number a cause of its own. */
  static int[][] each(int numbers) {
    int[][] causes = new int[numbers][];
    for (int i = 0; i < numbers; i++) {
      causes[i] = new int[] {i};
    }
    return causes;
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "cause" + i).toList();
  }

  @Override
  public int causes() {
    return causes.length;
  }

  @Override
  public double[] a() {
    return run(p -> x[p]);
  }

  @Override
  public double[] b() {
    return run(p -> x[n + p]);
  }

  @Override
  public double[] aWithB(int cause) {
    return run(p -> mixed(p, n + p, cause));
  }

  @Override
  public double[] bWithA(int cause) {
    return run(p -> mixed(n + p, p, cause));
  }

  private double[] mixed(int path, int other, int cause) {
    double[] numbers = x[path].clone();
    for (int i : causes[cause]) {
      numbers[i] = x[other][i];
    }
    return numbers;
  }

  @Override
  public double[] after(int count) {
    return run(
        p -> {
          double[] numbers = x[p].clone();
          for (int turn = 1; turn <= count; turn++) {
            for (int i : causes[turns[turn - 1][p]]) {
              numbers[i] = x[n + p][i];
            }
          }
          return numbers;
        });
  }

  @Override
  public short[] turn(int turn) {
    return turns[turn - 1];
  }

  private double[] run(IntFunction<double[]> numbers) {
    double[] y = new double[n];
    for (int p = 0; p < n; p++) {
      y[p] = function.applyAsDouble(numbers.apply(p));
    }
    return y;
  }
}
