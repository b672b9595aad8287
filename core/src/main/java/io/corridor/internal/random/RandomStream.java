package io.corridor.internal.random;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One named stream of random words: a function of (seed, name, month, draw, path) alone.
 *
 * <p>For each month and draw, {@link Philox4x64} makes two keys of 64 bits from the seed and the
 * name's SHA-256. The word of a path is then the finaliser of SplitMix64 (Steele, Lea and Flood,
 * OOPSLA 2014, doi:10.1145/2660193.2660195, with Stafford's variant 13) of the path's place on the
 * Weyl sequence that starts at the first key, with the second key added between its two rounds. Two
 * streams of different second keys are different permutations of the same 2⁶⁴ words, not stretches
 * of one sequence, so that they can't overlap. Words of neighbouring paths cost two multiplications
 * each and vectorise.
 *
 * <p>Immutable; for use by any number of threads.
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long THREE_BITS = Double.doubleToRawLongBits(3);

  /** Multiples of the step of the Weyl sequence: to multiply by an index does not vectorise. */
  private static final long[] STEPS = new long[4096];

  static {
    Arrays.setAll(STEPS, i -> i * GOLDEN_GAMMA);
  }

  private final long seed;
  private final String name;
  private final long name0;
  private final long name1;

  private RandomStream(long seed, String name, long name0, long name1) {
    this.seed = seed;
    this.name = name;
    this.name0 = name0;
    this.name1 = name1;
  }

  /** Returns the stream {@code name} under {@code seed}. */
  public static RandomStream of(long seed, String name) {
    byte[] hash = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).asBytes();
    ByteBuffer words = ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN);
    return new RandomStream(seed, name, words.getLong(0), words.getLong(8));
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the stream {@code other} under the same seed. */
  public RandomStream sibling(String other) {
    return of(seed, other);
  }

  /**
   * The two keys of one month's words.
   *
   * @param start where the Weyl sequence of the paths starts
   * @param twist added between the rounds of the finaliser
   */
  public record Key(long start, long twist) implements Words {

    @Override
    public long word(long path) {
      return RandomStream.word(start + path * GOLDEN_GAMMA, twist);
    }

    @Override
    public void fill(long firstPath, int count, long[] words) {
      long base = start + firstPath * GOLDEN_GAMMA;
      long key = twist;
      int tabulated = Math.min(count, STEPS.length);
      for (int i = 0; i < tabulated; i++) {
        words[i] = RandomStream.word(base + STEPS[i], key);
      }
      for (int i = tabulated; i < count; i++) {
        words[i] = RandomStream.word(base + i * GOLDEN_GAMMA, key);
      }
    }
  }

  /**
   * Returns the key of a month's words.
   *
   * @param month index of the month, from 0
   * @param draw which of the month's draws, from 0, where the stream has several
   */
  public Key key(int month, int draw) {
    long[] block = Philox4x64.block(seed, 0, name0, name1, month, draw);
    return new Key(block[0], block[1]);
  }

  private static long word(long weyl, long twist) {
    long z = (weyl ^ (weyl >>> 30)) * 0xBF58476D1CE4E5B9L + twist;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns {@code word} as an odd multiple of 2⁻⁵² in (−1, 1). */
  public static double signed(long word) {
    return signedOfPlaced(placed(word));
  }

  /** Returns {@code word} as an odd multiple of 2⁻⁵³ in (0, 1): (1 + signed) / 2, exactly. */
  public static double uniform(long word) {
    return 0.5 + 0.5 * signed(word);
  }

  /**
   * Returns the bound that decides, without making the uniform, whether it is below {@code
   * probability}: it is if {@link #isBelow} returns 1.
   *
   * @param probability in [0, 1]
   */
  public static long bound(double probability) {
    // The uniform is j/2⁵³ with j odd: it is below p if j is at most the last odd number before
    // p·2⁵³.
    long last = (long) Math.ceil(probability * 0x1p53) - 1;
    return (last - 1 | 1) + 1 - (1L << 52);
  }

  /** Returns 1 if the uniform of {@code word} is below the probability of {@code bound}, else 0. */
  public static int isBelow(long word, long bound) {
    return (int) ((word >> 11) - bound >>> 63);
  }

  /** Sets {@code out[i]} to the uniform of {@code words[i]}, for i below {@code count}. */
  public static void uniforms(long[] words, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = placed(words[i]);
    }
    for (int i = 0; i < count; i++) {
      out[i] = 0.5 + 0.5 * signedOfPlaced(out[i]);
    }
  }

  /**
   * Returns a number in [2, 4) with the word's upper bits in its mantissa, which becomes the word's
   * number in (−1, 1) by {@link #signedOfPlaced}: a way to turn an integer into a number that costs
   * four simple instructions, and leaves the rest to loops that vectorise.
   */
  static double placed(long word) {
    return Double.longBitsToDouble((word >> 12) + THREE_BITS);
  }

  /** Returns a placed word as an odd multiple of 2⁻⁵² in (−1, 1). */
  static double signedOfPlaced(double placed) {
    return (placed - 3) + 0x1p-52;
  }
}
