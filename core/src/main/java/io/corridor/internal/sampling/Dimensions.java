package io.corridor.internal.sampling;

import io.corridor.internal.sampling.Agenda.Draw;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which dimension of a Sobol point each draw is. There are more draws than dimensions; those that
 * get none are random. Immutable.
 */
public final class Dimensions {

  /** Those of no draws. */
  public static final Dimensions NONE = new Dimensions(Map.of());

  private final Map<Draw, Integer> places;

  private Dimensions(Map<Draw, Integer> places) {
    this.places = places;
  }

  /**
   * Returns these dimensions, with the next ones for draws of {@code agenda} that have none. So
   * scenarios that are compared draw alike whatever they both draw.
   */
  public Dimensions with(Agenda agenda) {
    Map<Draw, Integer> all = new LinkedHashMap<>(places);
    for (Draw draw : agenda.byImportance()) {
      all.putIfAbsent(draw, all.size());
    }
    return new Dimensions(all);
  }

  /** Returns how many draws there are. */
  public int draws() {
    return places.size();
  }

  /** Returns how many of the draws have a dimension. */
  public int spread() {
    return Math.min(draws(), SobolWords.DIMENSIONS);
  }

  /** Returns the dimension of a draw, from 0; empty if it is to be random. */
  OptionalInt of(String stream, int month, int draw) {
    Integer place = places.get(new Draw(stream, month, draw));
    return place == null || place >= SobolWords.DIMENSIONS
        ? OptionalInt.empty()
        : OptionalInt.of(place);
  }
}
