package io.corridor.model;

import io.corridor.internal.withers.Withers;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario is run where nobody says otherwise.
 *
 * @param paths number of paths. At least 1; where no precision is asked for
 * @param seed of the random numbers; any. 0 too
 * @param sampling how random numbers are chosen
 * @param precision instead of a number of paths: goes on until half the width of every question's
 *     95 % interval is below this. The {@link Precision#target()}, above 0 and below 1; absent:
 *     none is asked for
 * @param precisionMetrics reported metrics whose mean's relative standard error must be below the
 *     precision too. The {@link Precision#metrics()}
 * @param maxPaths where a run for a precision ends at the latest. At least 1
 */
@Section("a run section")
@Withers
public record RunDefaults(
    @Key(range = Range.PATHS, absent = "100000") long paths,
    @Key(absent = "1") long seed,
    @Key(absent = "random") Sampling sampling,
    @Key(unit = Dimension.FRACTION, range = Range.PRECISION) Optional<Double> precision,
    @Key(absent = Key.NONE, form = "a list of metrics") List<String> precisionMetrics,
    @Key(range = Range.PATHS, absent = "" + Precision.MAX_PATHS) long maxPaths)
    implements RunDefaultsWithers {

  /** 100 000 random paths of seed 1. */
  public static final RunDefaults STANDARD = Declaration.of(RunDefaults.class).of();

  /** Copies the list. */
  public RunDefaults {
    precisionMetrics = List.copyOf(precisionMetrics);
  }

  /** Makes the defaults of a scenario that asks for no precision. */
  public RunDefaults(long paths, long seed, Sampling sampling) {
    this(paths, seed, sampling, Optional.empty(), List.of(), Precision.MAX_PATHS);
  }
}
