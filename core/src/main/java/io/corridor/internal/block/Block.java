package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Columns of numbers for up to {@link #PATHS} neighbouring paths. One block serves one thread for
 * the whole of a run: simulating the next paths overwrites it.
 */
public final class Block {

  /**
   * Paths of a full block. Part of what makes results reproducible: moments are folded by block.
   * Small enough for the columns of a step to stay in a near cache; large enough to make the visits
   * of the histograms rare, which don't all fit into one.
   */
  public static final int PATHS = 2048;

  private final double[][] real;
  private final int[][] whole;
  private final double[][] ownReal;
  private final int[][] ownWhole;
  private final long[] words = new long[PATHS];
  private final double[] scratch = new double[PATHS];
  private final int[] chosen = new int[PATHS];
  private final Map<Object, Object> rooms = new IdentityHashMap<>();
  private long firstPath;
  private int paths;

  /**
   * Makes a block.
   *
   * @param reals number of real columns
   * @param wholes number of whole columns
   * @param constants columns that hold one number for good
   */
  public Block(int reals, int wholes, Map<Real, Double> constants) {
    real = new double[reals][PATHS];
    whole = new int[wholes][PATHS];
    ownReal = real.clone();
    ownWhole = whole.clone();
    constants.forEach((column, value) -> Arrays.fill(real[column.index()], value));
  }

  /**
   * Makes a block that has some of its columns in common with another of the same paths, and so
   * doesn't set them.
   *
   * @param reals by real column the other's column that it is, or −1
   * @param wholes the same by whole column
   * @param constants columns that hold one number for good
   * @param other block
   */
  public Block(int[] reals, int[] wholes, Map<Real, Double> constants, Block other) {
    real = new double[reals.length][];
    Arrays.setAll(real, i -> reals[i] < 0 ? new double[PATHS] : other.real[reals[i]]);
    whole = new int[wholes.length][];
    Arrays.setAll(whole, i -> wholes[i] < 0 ? new int[PATHS] : other.whole[wholes[i]]);
    ownReal = real.clone();
    ownWhole = whole.clone();
    constants.forEach(
        (column, value) -> {
          if (reals[column.index()] < 0) {
            Arrays.fill(real[column.index()], value);
          }
        });
  }

  /** Has a column be {@code entries}, until it is its own again. */
  public void take(RealPort column, double[] entries) {
    real[column.index] = entries;
  }

  /** Has a column be {@code entries}, until it is its own again. */
  public void take(WholePort column, int[] entries) {
    whole[column.index] = entries;
  }

  /** Has all columns be the block's own again. */
  public void takeOwn() {
    System.arraycopy(ownReal, 0, real, 0, real.length);
    System.arraycopy(ownWhole, 0, whole, 0, whole.length);
  }

  /** Turns to {@code paths} paths from {@code firstPath} on. */
  public void start(long firstPath, int paths) {
    this.firstPath = firstPath;
    this.paths = paths;
  }

  /** Returns the number of the first path. */
  public long firstPath() {
    return firstPath;
  }

  /** Returns how many entries of each column are live. */
  public int paths() {
    return paths;
  }

  /** Returns the entries of {@code column}. */
  public double[] of(RealPort column) {
    return real[column.index];
  }

  /** Returns the entries of {@code column}. */
  public int[] of(WholePort column) {
    return whole[column.index];
  }

  /**
   * Sets each entry of {@code out} to that of one column.
   *
   * @param choice which column, by path: the index of one of {@code columns}
   * @param columns to choose from
   * @param out the chosen entries; none of {@code columns}
   */
  public void choose(int[] choice, RealPort[] columns, double[] out) {
    for (int p = 0; p < paths; p++) {
      out[p] = real[columns[choice[p]].index][p];
    }
  }

  /** Returns the size of the columns in bytes. */
  public long bytes() {
    return PATHS * ((long) real.length * Double.BYTES + (long) whole.length * Integer.BYTES);
  }

  /**
   * Returns what a step works in beside columns, made where it asks for the first time: for one
   * that needs more than the scratch.
   *
   * @param of what belongs to the step alone
   * @param maker makes it
   */
  @SuppressWarnings("unchecked") // a step makes the same for each block
  public <R> R room(Object of, Supplier<R> maker) {
    R room = (R) rooms.get(of);
    if (room == null) {
      room = maker.get();
      rooms.put(of, room);
    }
    return room;
  }

  /** Returns room for random words; any step may overwrite it. */
  public long[] words() {
    return words;
  }

  /** Returns room for intermediate numbers; any step may overwrite it. */
  public double[] scratch() {
    return scratch;
  }

  /** Returns room for the numbers of chosen entries; any step may overwrite it. */
  public int[] chosen() {
    return chosen;
  }
}
