package io.corridor.why;

import io.corridor.projection.Answer.Interval;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Ranges of some numbers of a path in which a question mostly comes true, or mostly fails: found on
 * one half of the paths, measured on the other.
 *
 * @param restrictions that make the box, each an end of a number's range; ordered by id, the lower
 *     end first
 * @param paths in the box, and in none of those before it
 * @param hits of these, how many come out as asked
 * @param density hits / paths; NaN without paths
 * @param density95 its interval
 * @param coverage share of all hits that the box has
 * @param coverage95 its interval
 * @param mass share of all paths that the box has
 * @param trajectory the boxes on the way from all paths to the smallest, each measured as this is
 */
public record Box(
    List<Restriction> restrictions,
    long paths,
    long hits,
    double density,
    Interval density95,
    double coverage,
    Interval coverage95,
    double mass,
    List<Peeled> trajectory) {

  /** Copies the lists. */
  public Box {
    restrictions = List.copyOf(restrictions);
    trajectory = List.copyOf(trajectory);
  }

  /**
   * An end of a number's range.
   *
   * @param id of the number
   * @param lower whether the number must be at least, rather than at most, {@code bound}
   * @param bound the end itself, which belongs to the range
   * @param quasiP chance of so many hits if the restriction meant nothing (Bryant and Lempert
   *     2010); absent in a trajectory
   * @param below share of all paths on which the number lies below the range, of a lower end, or
   *     not above it; absent in a trajectory
   */
  public record Restriction(
      String id, boolean lower, double bound, OptionalDouble quasiP, OptionalDouble below) {}

  /**
   * A box of the trajectory.
   *
   * @param density hits / paths; NaN without paths
   * @param coverage share of all hits
   * @param mass share of all paths
   * @param restrictions without quasi-p values
   */
  public record Peeled(
      double density, double coverage, double mass, List<Restriction> restrictions) {

    /** Copies the list. */
    public Peeled {
      restrictions = List.copyOf(restrictions);
    }
  }
}
