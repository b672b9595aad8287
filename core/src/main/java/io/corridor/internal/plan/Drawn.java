package io.corridor.internal.plan;

import io.corridor.internal.sampling.Dimensions;
import io.corridor.internal.sampling.Exchange;
import io.corridor.internal.sampling.Sampler;
import io.corridor.model.Sample;

/**
 * What paths draw.
 *
 * @param sample which paths
 * @param dimensions which coordinates of points are known to be which draws; those of what else is
 *     drawn follow
 * @param exchange whose random numbers paths have, by source
 * @param isMedian whether all paths are the median one: see {@link Sampler}
 */
public record Drawn(Sample sample, Dimensions dimensions, Exchange exchange, boolean isMedian) {

  /** Returns what random paths draw. */
  public static Drawn of(long seed) {
    return of(Sample.random(seed));
  }

  /** Returns what the paths of a sample draw. */
  public static Drawn of(Sample sample) {
    return new Drawn(sample, Dimensions.NONE, Exchange.NONE, false);
  }

  /** Returns what the median path draws. */
  public static Drawn median(long seed) {
    return new Drawn(Sample.random(seed), Dimensions.NONE, Exchange.NONE, true);
  }

  /** Returns the same with random numbers of other paths. */
  public Drawn exchanged(Exchange by) {
    return new Drawn(sample, dimensions, by, isMedian);
  }

  Drawn withDimensions(Dimensions known) {
    return new Drawn(sample, known, exchange, isMedian);
  }

  Sampler sampler() {
    return new Sampler(sample, dimensions, isMedian);
  }
}
