package io.corridor.internal.world;

/**
 * What came of worlds that were solved, by what moved them: regimes and measures make few, again
 * and again. A world that takes the place of another has it solved anew when it comes again, to the
 * same bits, since what comes of a world depends on what moves it alone.
 */
final class SolvedWorlds {
  private static final int MOST = 1 << 15;

  /** So many numbers are kept in all: eight megabytes. */
  private static final int NUMBERS = 1 << 20;

  private final int inputs;
  private final int outputs;
  private final int shift;
  private final double[] moved;
  private final double[] came;

  /** What moves the world that is looked up; the first number is never 0. */
  final double[] key;

  /**
   * Makes room.
   *
   * @param inputs how many numbers move a world
   * @param outputs how many come of it
   */
  SolvedWorlds(int inputs, int outputs) {
    int entries = Integer.highestOneBit(Math.max(1, NUMBERS / (inputs + outputs)));
    entries = Math.min(MOST, entries);
    this.inputs = inputs;
    this.outputs = outputs;
    this.shift = Long.numberOfLeadingZeros(entries) + 1;
    this.moved = new double[entries * inputs];
    this.came = new double[entries * outputs];
    this.key = new double[inputs];
  }

  /** Returns the place of the world with the key. */
  int place() {
    long mix = 0;
    for (double number : key) {
      mix = (mix ^ Double.doubleToRawLongBits(number)) * 0x9E3779B97F4A7C15L;
      mix ^= mix >>> 29;
    }
    mix *= 0x9E3779B97F4A7C15L;
    return shift == Long.SIZE ? 0 : (int) (mix >>> shift);
  }

  /** Returns whether the world with the key stands at its place. */
  boolean has(int place) {
    int from = place * inputs;
    for (int i = 0; i < inputs; i++) {
      if (Double.doubleToRawLongBits(moved[from + i]) != Double.doubleToRawLongBits(key[i])) {
        return false;
      }
    }
    return true;
  }

  /** Has the world with the key stand at its place. */
  void put(int place) {
    System.arraycopy(key, 0, moved, place * inputs, inputs);
  }

  /** Returns a number that came of the world at a place. */
  double get(int place, int output) {
    return came[place * outputs + output];
  }

  /** Keeps a number that came of the world at a place. */
  void set(int place, int output, double number) {
    came[place * outputs + output] = number;
  }
}
