package io.corridor.evidence.fit;

import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which numbers of a law are known, and the priors of those that aren't. */
final class Unknowns {
  private final double[] known;
  private final List<Integer> places = new ArrayList<>();
  private final Map<String, Prior> priors = new LinkedHashMap<>();

  /**
   * Splits numbers.
   *
   * @param names of the numbers, in the order of the law
   * @param given what is known or thought of them, by name; absent: nothing
   * @param standard the prior of a number of which nothing is thought
   * @throws FitException if data can't update one
   */
  Unknowns(List<String> names, Map<String, Value> given, Function<String, Prior> standard) {
    known = new double[names.size()];
    for (int i = 0; i < known.length; i++) {
      String name = names.get(i);
      Value value = given.get(name);
      if (value instanceof Value.Constant constant) {
        known[i] = constant.number();
      } else {
        places.add(i);
        priors.put(name, value == null ? standard.apply(name) : prior(name, value));
      }
    }
  }

  /** Returns what is thought of a number in the file, which data are to update. */
  static Prior prior(String name, Value value) {
    if (value instanceof Distribution law && !(value instanceof Distribution.Choice)) {
      law.defect()
          .ifPresent(
              defect -> {
                throw new FitException(name, defect);
              });
      return Prior.of(name, law);
    }
    throw new FitException(
        name,
        "can't be updated by data; must be a number, which stays, a distribution, which is the"
            + " prior, or fit");
  }

  /** Returns the priors by name, in the order of the law; none if every number is known. */
  Map<String, Prior> priors() {
    return Collections.unmodifiableMap(priors);
  }

  /**
   * Checks that there are enough observations to fit to; where every number is known, any will do.
   *
   * @param names of the numbers
   * @param given what is known or thought of them
   * @param tooFew says how many observations there are, how many are needed, and what would help
   * @throws FitException if there are too few
   */
  static void requireEnough(
      List<String> names, Map<String, Value> given, int observations, String tooFew) {
    if (observations < (areKnown(names, given) ? 1 : DriverFit.FEWEST)) {
      throw new FitException(tooFew.formatted(observations, DriverFit.FEWEST));
    }
  }

  /** Returns whether nothing is left to find: then data still give sizes and starts. */
  static boolean areKnown(List<String> names, Map<String, Value> given) {
    return names.stream().allMatch(name -> given.get(name) instanceof Value.Constant);
  }

  /**
   * Checks that a number isn't held at 0, where the law allows no data but one series, or has no
   * level.
   *
   * @throws FitException if it is
   */
  static void requireAboveZero(Map<String, Value> given, String name) {
    if (given.get(name) instanceof Value.Constant constant && constant.number() == 0) {
      throw new FitException(
          name,
          "must be above 0 beside a fit, as of a law with 0 there data tell nothing: leave it"
              + " out, so that data decide, or state another");
    }
  }

  /** Returns the likelihood of the numbers that aren't known, given that of all. */
  Likelihood ofFree(Likelihood ofAll) {
    return free -> ofAll.log(completed(free));
  }

  /** Returns all numbers of the law, given those that aren't known, in the order of the priors. */
  double[] completed(double[] free) {
    double[] all = known.clone();
    for (int i = 0; i < free.length; i++) {
      all[places.get(i)] = free[i];
    }
    return all;
  }

  /** Returns all numbers of the law at the posterior medians. */
  double[] atMedians(Posterior posterior) {
    return completed(
        priors.keySet().stream().mapToDouble(name -> posterior.percentile(name, 50)).toArray());
  }

  /** Returns the rows with what they say of spread multiplied. */
  static double[][] widened(List<String> names, double[][] rows, double factor) {
    for (int i = 0; i < names.size(); i++) {
      if (Fit.SPREADS.contains(names.get(i))) {
        for (double[] row : rows) {
          row[i] *= factor;
        }
      }
    }
    return rows;
  }

  /** Returns all numbers of the law by row of the posterior. */
  double[][] rows(Posterior posterior) {
    double[][] columns = priors.keySet().stream().map(posterior::draws).toArray(double[][]::new);
    double[][] rows = new double[Posterior.ROWS][];
    Arrays.setAll(
        rows, row -> completed(Arrays.stream(columns).mapToDouble(c -> c[row]).toArray()));
    return rows;
  }
}
