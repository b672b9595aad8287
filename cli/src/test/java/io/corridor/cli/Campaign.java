package io.corridor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/**
 * A number of trials, each with random numbers of its own, so that one that fails can be tried
 * again by its number alone. How many there are: few in every build, many with the profile {@code
 * campaign}; see docs/robustness.md.
 */
final class Campaign {
  private static final boolean LONG = Boolean.getBoolean("corridor.campaign");
  private static final long SEED = Long.getLong("corridor.campaign.seed", 20_261_125);
  private static final int MOST_FAILURES = 10;

  /** Which part of the trials is tried: {@code 1/1} is all, {@code 2/4} every fourth from 1 on. */
  private static final String[] PART =
      System.getProperty("corridor.campaign.part", "1/1").split("/", 2);

  private static final int FIRST = Integer.parseInt(PART[0]) - 1;
  private static final int PARTS = Integer.parseInt(PART[1]);

  /** A long campaign says how far it is, so often. */
  private static final long PATIENCE = 60_000_000_000L;

  private Campaign() {}

  /** A trial, which throws whatever shows that something is wrong. */
  @FunctionalInterface
  interface Trial {

    /** Tries, and returns in a word how it came out. */
    String run(SplittableRandom random) throws Exception;
  }

  /** Returns how many trials there are to be. */
  static int trials(int few, int many) {
    return LONG ? many : few;
  }

  /**
   * Makes trials number 0 to {@code count} − 1, or those of the part that is asked for, and says
   * how they came out; fails if any did.
   */
  static void of(String name, int count, Trial trial) {
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    long slowest = 0;
    int slowestNumber = 0;
    long told = System.nanoTime();
    for (int number = FIRST; number < count && failures.size() < MOST_FAILURES; number += PARTS) {
      long start = System.nanoTime();
      if (start - told > PATIENCE) {
        System.out.printf("campaign of %d %s: so far %s%n", count, name, outcomes);
        told = start;
      }
      try {
        outcomes.merge(trial.run(random(name, number)), 1, Integer::sum);
      } catch (Throwable e) { // also those that a campaign is to find: of memory and stack
        failures.add(name + " " + number + ": " + e + at(e));
      }
      long nanos = System.nanoTime() - start;
      if (nanos > slowest) {
        slowest = nanos;
        slowestNumber = number;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "campaign of %d %s: %s; the slowest, number %d, took %.1f s%n",
        count,
        name,
        outcomes,
        slowestNumber,
        slowest / 1e9);
    Assertions.assertThat(failures).as("failures of %d %s", count, name).isEmpty();
  }

  /** Returns the random numbers of a trial. */
  static SplittableRandom random(String name, int number) {
    return new SplittableRandom(
        SEED + ((long) name.hashCode() << 32) + number * 0x9E3779B97F4A7C15L);
  }

  private static String at(Throwable failure) {
    StringBuilder at = new StringBuilder();
    StackTraceElement[] trace = failure.getStackTrace();
    for (int i = 0; i < Math.min(8, trace.length); i++) {
      at.append("\n    at ").append(trace[i]);
    }
    return at.toString();
  }

  /** Requires what must be so, whatever was tried. */
  static void require(boolean condition, Supplier<String> otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise.get());
    }
  }
}
