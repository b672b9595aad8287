package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Steps that set a column, most of them once, at the start of a path. */
public final class Fill {

  private Fill() {}

  /** Sets every entry to one number. */
  public static Step number(double value, Real out) {
    return Step.of(
            "Fill",
            ports -> {
              RealPort to = ports.write(out);
              return (block, month) -> Vectors.fill(block.of(to), value, block.paths());
            })
        .made(value);
  }

  /** Sets every entry to one whole number. */
  public static Step whole(int value, Whole out) {
    return Step.of(
            "Fill",
            ports -> {
              WholePort to = ports.write(out);
              return (block, month) -> Arrays.fill(block.of(to), 0, block.paths(), value);
            })
        .made(value);
  }

  /** Copies a column. */
  public static Step copy(Real from, Real out) {
    return Loop.of("Copy", Loop.in(from), Loop.out(out), (a, b, n, month) -> Vectors.copy(a, b, n));
  }

  /** Copies a column of whole numbers. */
  public static Step copy(Whole from, Real out) {
    return Step.of(
            "Copy",
            ports -> {
              WholePort in = ports.read(from);
              RealPort to = ports.write(out);
              return (block, month) -> {
                int[] whole = block.of(in);
                double[] real = block.of(to);
                for (int p = 0; p < block.paths(); p++) {
                  real[p] = whole[p];
                }
              };
            })
        .made();
  }

  /**
   * Computes a column from others, path by path; for what is done once a path.
   *
   * @param inputs what is computed from
   * @param function of the inputs of one path
   * @param equation whose class tells the function from others
   * @param out where it goes
   */
  public static Step function(
      List<Real> inputs, ToDoubleFunction<double[]> function, Object equation, Real out) {
    return Step.of(
            "Function",
            ports -> {
              RealPort[] in = ports.read(inputs);
              RealPort to = ports.write(out);
              return (block, month) -> {
                double[] arguments = new double[in.length];
                double[] result = block.of(to);
                for (int p = 0; p < block.paths(); p++) {
                  for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = block.of(in[i])[p];
                  }
                  result[p] = function.applyAsDouble(arguments);
                }
              };
            })
        .made(equation.getClass());
  }
}
