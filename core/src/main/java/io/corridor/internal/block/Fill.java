package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import java.util.Arrays;
import java.util.List;

/** Steps that set a column at the start of a path. */
public final class Fill {

  private Fill() {}

  /**
   * Sets every entry to one number.
   *
   * @param value the number
   * @param out where it goes
   */
  public record WithNumber(double value, Real out) implements Step {
    @Override
    public void advance(Block block, int month) {
      Vectors.fill(block.of(out), value, block.paths());
    }

    @Override
    public List<Column> reads() {
      return List.of();
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }

  /**
   * Sets every entry to one whole number.
   *
   * @param value the number
   * @param out where it goes
   */
  public record WithWhole(int value, Whole out) implements Step {
    @Override
    public void advance(Block block, int month) {
      Arrays.fill(block.of(out), 0, block.paths(), value);
    }

    @Override
    public List<Column> reads() {
      return List.of();
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }

  /**
   * Copies a column.
   *
   * @param from what is copied
   * @param out where it goes
   */
  public record WithColumn(Real from, Real out) implements Step {
    @Override
    public void advance(Block block, int month) {
      Vectors.copy(block.of(from), block.of(out), block.paths());
    }

    @Override
    public List<Column> reads() {
      return List.of(from);
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }

  /**
   * Copies a column of whole numbers.
   *
   * @param from what is copied
   * @param out where it goes
   */
  public record WithWholeColumn(Whole from, Real out) implements Step {
    @Override
    public void advance(Block block, int month) {
      int[] whole = block.of(from);
      double[] real = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        real[p] = whole[p];
      }
    }

    @Override
    public List<Column> reads() {
      return List.of(from);
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }

  /**
   * Computes a column from others, path by path; for what is done once a path.
   *
   * @param inputs what is computed from
   * @param function of the inputs of one path
   * @param out where it goes
   */
  public record WithFunction(
      List<Real> inputs, java.util.function.ToDoubleFunction<double[]> function, Real out)
      implements Step {
    @Override
    public void advance(Block block, int month) {
      double[] arguments = new double[inputs.size()];
      double[] result = block.of(out);
      for (int p = 0; p < block.paths(); p++) {
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = block.of(inputs.get(i))[p];
        }
        result[p] = function.applyAsDouble(arguments);
      }
    }

    @Override
    public List<Column> reads() {
      return List.copyOf(inputs);
    }

    @Override
    public List<Column> writes() {
      return List.of(out);
    }
  }
}
