package io.corridor.internal.random;

/**
 * The random words of one draw: one of 64 bits for each path, which makes its uniform or its
 * normal. A function of the path's number. Immutable.
 */
@FunctionalInterface
public interface Words {

  /** Returns the word of {@code path}. */
  long word(long path);

  /** Fills {@code words} with the words of {@code count} paths from {@code firstPath} on. */
  default void fill(long firstPath, int count, long[] words) {
    for (int i = 0; i < count; i++) {
      words[i] = word(firstPath + i);
    }
  }

  /** Returns the uniform of {@code path}, in (0, 1). */
  default double uniform(long path) {
    return RandomStream.uniform(word(path));
  }

  /** Returns the standard normal of {@code path}. */
  default double normal(long path) {
    return NormalQuantile.ofSigned(RandomStream.signed(word(path)));
  }
}
