package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Steps that set a column at the start of a path. */
public final class Fill {

  private Fill() {}

  /** Sets every entry to one number. */
  public static final class WithNumber extends Step {
    private final double value;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param value the number
     * @param out where it goes
     */
    public WithNumber(double value, Real out) {
      this.value = value;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      Vectors.fill(block.of(out), value, block.paths());
    }
  }

  /** Sets every entry to one whole number. */
  public static final class WithWhole extends Step {
    private final int value;
    private final WholePort out;

    /**
     * Makes the step.
     *
     * @param value the number
     * @param out where it goes
     */
    public WithWhole(int value, Whole out) {
      this.value = value;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      Arrays.fill(block.of(out), 0, block.paths(), value);
    }
  }

  /** Copies a column. */
  public static final class WithColumn extends Step {
    private final RealPort from;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param from what is copied
     * @param out where it goes
     */
    public WithColumn(Real from, Real out) {
      this.from = ports.read(from);
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      Vectors.copy(block.of(from), block.of(out), block.paths());
    }
  }

  /** Copies a column of whole numbers. */
  public static final class WithWholeColumn extends Step {
    private final WholePort from;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param from what is copied
     * @param out where it goes
     */
    public WithWholeColumn(Whole from, Real out) {
      this.from = ports.read(from);
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      int[] whole = block.of(from);
      double[] real = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        real[p] = whole[p];
      }
    }
  }

  /** Computes a column from others, path by path; for what is done once a path. */
  public static final class WithFunction extends Step {
    private final RealPort[] inputs;
    private final ToDoubleFunction<double[]> function;
    private final RealPort out;

    /**
     * Makes the step.
     *
     * @param inputs what is computed from
     * @param function of the inputs of one path
     * @param out where it goes
     */
    public WithFunction(List<Real> inputs, ToDoubleFunction<double[]> function, Real out) {
      this.inputs = ports.read(inputs);
      this.function = function;
      this.out = ports.write(out);
    }

    @Override
    public void advance(Block block, int month) {
      double[] arguments = new double[inputs.length];
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = block.of(inputs[i])[p];
        }
        result[p] = function.applyAsDouble(arguments);
      }
    }
  }
}
