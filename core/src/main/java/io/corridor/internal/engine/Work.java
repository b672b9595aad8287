package io.corridor.internal.engine;

import io.corridor.run.Progress;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Something to simulate, in parts that can be simulated apart, and compiled where it is needed. The
 * part that was needed last is kept: mostly it is needed again.
 *
 * <p>For use by any number of threads.
 *
 * @param <T> what is collected of each part
 */
public final class Work<T extends Collected<T>> {
  private final Recipe<T> recipe;
  private volatile @Nullable Latest<T> latest;

  private record Latest<T>(int number, T part) {}

  /**
   * What the parts are made of. As records that hold records these can be sent.
   *
   * @param <T> what is collected of each part
   */
  public interface Recipe<T extends Collected<T>> {

    /** Returns how many parts there are, {@code >= 1}. */
    int parts();

    /** Compiles a part; the one before may be of use. */
    T part(int number, @Nullable T before);

    /** Returns how much of the work a part is, beside the others, {@code >= 1}. */
    default int weight(int part) {
      return 1;
    }
  }

  /** Makes work of a recipe. */
  public Work(Recipe<T> recipe) {
    this.recipe = recipe;
  }

  /** Returns what the parts are made of. */
  public Recipe<T> recipe() {
    return recipe;
  }

  /** Returns how many parts there are, {@code >= 1}. */
  public int parts() {
    return recipe.parts();
  }

  /** Returns a part of no paths, which stays so. */
  public T part(int number) {
    Latest<T> found = latest;
    if (found == null || found.number != number) {
      found = new Latest<>(number, recipe.part(number, found == null ? null : found.part));
      latest = found;
    }
    return found.part;
  }

  /** Simulates a range of a part's paths on this thread; returns what was collected as bytes. */
  public byte[] simulate(int part, long firstPath, long paths, Progress progress) {
    T collected = part(part).anew();
    collected.simulate(firstPath, paths, 1, progress);
    return collected.toBytes();
  }

  /** Returns what was collected of several ranges of a part's paths as one. */
  public byte[] merge(int part, Iterator<byte[]> ranges) {
    T collected = part(part).anew();
    ranges.forEachRemaining(bytes -> collected.merge(collected.fromBytes(bytes)));
    return collected.toBytes();
  }

  /** Returns how much of the work a part is, beside the others, {@code >= 1}. */
  public int weight(int part) {
    return recipe.weight(part);
  }

  /** Returns the weights of all parts together. */
  public long weight() {
    long weight = 0;
    for (int part = 0; part < parts(); part++) {
      weight += weight(part);
    }
    return weight;
  }
}
