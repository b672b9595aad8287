package io.corridor.evidence.fit;

import io.corridor.internal.numeric.Log;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits the chance that a waiver is renewed to decisions of the past: binomial by regime, without the
 * first and those that follow a refusal, which are grants anew. A chance of which nothing is thought
 * is Beta(1, 1), even, before.
 */
public final class Waivers {
  private static final String RENEW = "renew";

  private Waivers() {}

  /**
   * A decision.
   *
   * @param from the day from which it holds
   * @param regime in which it was taken
   * @param days for which the waiver was granted; empty: it was refused
   */
  public record Decision(LocalDate from, String regime, Optional<Integer> days) {}

  /** Returns the name of the chance in a regime: {@code renew.pressure}. */
  public static String renew(String regime) {
    return RENEW + "." + regime;
  }

  /**
   * Fits a waiver.
   *
   * @param key where it stands: {@code waivers.energy}; decides the random numbers
   * @param regimes whose chances are wanted, in order
   * @param renew what is known or thought of the chance, by regime; absent: nothing
   * @param table the table's name
   * @param decisions that were known at the start, oldest first
   * @return draws of the chances that aren't known
   * @throws FitException if there is too little to fit
   */
  public static Fit fit(
      String key,
      List<String> regimes,
      Map<String, Value> renew,
      String table,
      List<Decision> decisions) {
    List<Decision> renewals = renewals(decisions);
    if (renewals.size() < DriverFit.FEWEST) {
      throw new FitException(
          "%s has %d decisions on a renewal to fit to; at least %d are needed: state the chance"
              .formatted(table, renewals.size(), DriverFit.FEWEST));
    }
    Map<String, Value> given = new LinkedHashMap<>();
    renew.forEach((regime, value) -> given.put(renew(regime), value));
    List<String> names = regimes.stream().map(Waivers::renew).toList();
    Unknowns unknowns =
        new Unknowns(
            names,
            given,
            name -> Prior.of(name, new Distribution.Beta(1, 1, Optional.empty())));
    double[] granted = new double[names.size()];
    double[] refused = new double[names.size()];
    for (Decision decision : renewals) {
      int at = regimes.indexOf(decision.regime());
      (decision.days().isPresent() ? granted : refused)[at]++;
    }
    Posterior posterior =
        Sampler.sample(
                key,
                List.copyOf(unknowns.priors().values()),
                free -> binomial(unknowns.completed(free), granted, refused))
            .requireDetermined();
    return Fit.ofTable(
        key,
        table,
        unknowns.priors(),
        posterior,
        YearMonth.from(decisions.get(0).from()),
        YearMonth.from(decisions.get(decisions.size() - 1).from()),
        renewals.size());
  }

  private static List<Decision> renewals(List<Decision> decisions) {
    List<Decision> renewals = new ArrayList<>();
    for (int i = 1; i < decisions.size(); i++) {
      if (decisions.get(i - 1).days().isPresent()) {
        renewals.add(decisions.get(i));
      }
    }
    return renewals;
  }

  static double binomial(double[] chances, double[] successes, double[] failures) {
    double log = 0;
    for (int i = 0; i < chances.length; i++) {
      log += times(successes[i], chances[i]) + times(failures[i], 1 - chances[i]);
    }
    return log;
  }

  /** What never happened says nothing, even of a chance of 0. */
  private static double times(double count, double chance) {
    return count == 0 ? 0 : count * Log.log(chance);
  }

  /** Returns how often each length was granted, by days, ascending. */
  public static Map<Integer, Integer> terms(List<Decision> decisions) {
    Map<Integer, Integer> terms = new TreeMap<>();
    decisions.forEach(decision -> decision.days().ifPresent(days -> terms.merge(days, 1, Integer::sum)));
    return terms;
  }
}
