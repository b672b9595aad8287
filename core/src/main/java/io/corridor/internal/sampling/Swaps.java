package io.corridor.internal.sampling;

import io.corridor.internal.random.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Exchange} that can be changed between blocks of paths: a plan that was compiled with it
 * simulates with the numbers that it says at the time. For use by one thread.
 */
public final class Swaps implements Exchange {
  private final Map<String, Swap> bySource = new LinkedHashMap<>();

  /** Where the numbers of a source come from. */
  private static final class Swap {
    /** Distance to the path whose numbers a path has, where it is the same for all. */
    private long distance;

    /** That distance by place in the block; null where it is the same for all. */
    private long @Nullable [] distances;

    private long firstPath;
  }

  @Override
  public Words of(String source, Words words) {
    return new Swapped(bySource.computeIfAbsent(source, id -> new Swap()), words);
  }

  /** Gives every path its own numbers of all sources. */
  public void reset() {
    bySource.values().forEach(swap -> set(swap, 0));
  }

  /** Gives every path the numbers of the path {@code distance} farther, of one source. */
  public void set(String source, long distance) {
    set(bySource.computeIfAbsent(source, id -> new Swap()), distance);
  }

  private static void set(Swap swap, long distance) {
    swap.distance = distance;
    swap.distances = null;
  }

  /**
   * Gives each path of a block the numbers of another, of one source.
   *
   * @param source which
   * @param firstPath of the block
   * @param distances to the paths whose numbers they have; not copied
   */
  public void set(String source, long firstPath, long[] distances) {
    Swap swap = bySource.computeIfAbsent(source, id -> new Swap());
    swap.firstPath = firstPath;
    swap.distances = distances;
  }

  private record Swapped(Swap swap, Words words) implements Words {
    @Override
    public long word(long path) {
      long[] distances = swap.distances;
      return words.word(
          path + (distances == null ? swap.distance : distances[(int) (path - swap.firstPath)]));
    }

    @Override
    public void fill(long firstPath, int count, long[] out) {
      if (swap.distances == null) {
        words.fill(firstPath + swap.distance, count, out);
      } else {
        for (int i = 0; i < count; i++) {
          out[i] = word(firstPath + i);
        }
      }
    }
  }
}
