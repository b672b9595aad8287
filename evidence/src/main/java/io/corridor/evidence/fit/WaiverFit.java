package io.corridor.evidence.fit;

import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.series.Grant;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.model.Distribution;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Fits the chance that an expiring waiver is renewed to what was decided of it: binomial, by policy
 * regime or the same in each. A chance that is known stays; a distribution is its prior; one that
 * isn't given is Beta(1, 1) a priori.
 *
 * <p>The first grant renews nothing, nor does what was decided while none was in force, after a
 * refusal: these don't count. The chance is that of the start's situation; what a shortage or a
 * dependency did to it in the past isn't told apart.
 *
 * @param key where it stands: {@code waivers.energy}; decides the random numbers
 * @param regimes whose chances differ; empty: it is the same in all
 * @param numbers what is known or thought of the chances, by name; absent: nothing
 * @param series the table's name
 * @param renewals what was decided on renewals before the start
 * @param terms lengths that were granted, each with its count; empty: they are stated
 */
public record WaiverFit(
    String key,
    List<String> regimes,
    Map<String, Value> numbers,
    String series,
    List<Grant> renewals,
    List<Waiver.Term> terms)
    implements Fit.Request {
  /** More lengths aren't told one by one. */
  private static final int FEW_TERMS = 6;

  /** So many points of a prior make a mean to four digits. */
  private static final int QUANTILES = 2_000;

  /** Name of the chance, where it is the same in every regime. */
  public static final String RENEW = "renew";

  /** Returns the name of the chance in a regime: {@code renew.pressure}. */
  public static String renew(String regime) {
    return RENEW + "." + regime;
  }

  /**
   * Returns those of {@code grants} that decide on a renewal, oldest first: not the first, and none
   * that follows a refusal.
   */
  public static List<Grant> renewals(List<Grant> grants) {
    List<Grant> sorted = grants.stream().sorted(Comparator.comparing(Grant::from)).toList();
    List<Grant> renewals = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).granted()) {
        renewals.add(sorted.get(i));
      }
    }
    return renewals;
  }

  /** Returns the lengths that were granted, each with its count; shortest first. */
  public static List<Waiver.Term> terms(List<Grant> grants) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (Grant grant : grants) {
      if (grant.granted() && grant.days().isPresent()) {
        counts.merge(grant.days().getAsInt(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(count -> new Waiver.Term(count.getKey(), count.getValue()))
        .toList();
  }

  @Override
  public Supplier<Fit> prepare() {
    List<String> names =
        regimes.isEmpty() ? List.of(RENEW) : regimes.stream().map(WaiverFit::renew).toList();
    Unknowns unknowns =
        new Unknowns(names, numbers, name -> Prior.of(name, new Distribution.Uniform(0, 1)));
    // What is stated is counted only where nothing is left to be found.
    boolean known = unknowns.priors().isEmpty();
    Map<String, Tally> tallies = new LinkedHashMap<>();
    (known ? names : unknowns.priors().keySet()).forEach(name -> tallies.put(name, new Tally()));
    List<YearMonth> months = new ArrayList<>();
    for (Grant grant : renewals) {
      Optional<Tally> tally =
          Optional.ofNullable(
              tallies.get(
                  regimes.isEmpty() ? RENEW : grant.regime().map(WaiverFit::renew).orElse("")));
      tally.ifPresent(
          counted -> {
            counted.add(grant.granted());
            months.add(YearMonth.from(grant.from()));
          });
    }
    Unknowns.requireEnough(
        names,
        numbers,
        months.size(),
        series
            + " tells of %d renewals, granted or refused, to fit to; at least %d are needed: state"
            + " the chances");
    List<Tally> counts = List.copyOf(tallies.values());
    List<String> counted = new ArrayList<>();
    tallies.forEach((name, tally) -> counted.add(name + ": " + tally.words()));
    if (!terms.isEmpty()) {
      counted.add("terms: " + granted());
    }
    return () ->
        Fit.ofTable(
            key,
            series,
            months.get(0),
            months.get(months.size() - 1),
            months.size(),
            unknowns.priors(),
            PosteriorSampler.slice(key, unknowns.priors().values(), chances -> log(counts, chances))
                .requireDetermined(),
            counted);
  }

  /**
   * Returns how each renewal would have been foretold by the renewals before it: by the posterior
   * mean of the chance in its regime, against the share of all before, (1 + k)/(2 + n); empty
   * without renewals.
   */
  public Optional<TableScores> foretold() {
    List<TableScores.Row> rows = new ArrayList<>();
    for (int i = 0; i < renewals.size(); i++) {
      Grant grant = renewals.get(i);
      List<Grant> before = renewals.subList(0, i);
      double said = mean(grant.regime().orElse(""), before);
      double base = TableScores.rate((int) before.stream().filter(Grant::granted).count(), i);
      rows.add(
          new TableScores.Row(
              new double[] {said, 1 - said},
              new double[] {base, 1 - base},
              grant.granted() ? 0 : 1));
    }
    return rows.isEmpty() ? Optional.empty() : Optional.of(TableScores.of(rows));
  }

  /** Returns the posterior mean of the chance in a regime, by a sum over its prior's quantiles. */
  private double mean(String regime, List<Grant> before) {
    String name = regimes.isEmpty() ? RENEW : renew(regime);
    if (numbers.get(name) instanceof Value.Constant known) {
      return known.number();
    }
    Value thought = numbers.get(name);
    Prior prior =
        thought == null
            ? Prior.of(name, new Distribution.Uniform(0, 1))
            : Unknowns.prior(name, thought);
    Tally tally = new Tally();
    before.stream()
        .filter(grant -> regimes.isEmpty() || grant.regime().orElse("").equals(regime))
        .forEach(grant -> tally.add(grant.granted()));
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double chance = prior.percentile(100 * (i + 0.5) / QUANTILES);
      double weight = Exp.exp(tally.log(chance));
      sum += weight * chance;
      weights += weight;
    }
    return sum / weights;
  }

  /** Says which lengths are drawn, and how often each was granted. */
  private String granted() {
    if (terms.size() > FEW_TERMS) {
      return "%d lengths from %d to %d days, each as often as it was granted"
          .formatted(terms.size(), terms.get(0).days(), terms.get(terms.size() - 1).days());
    }
    return terms.stream()
        .map(term -> "%d days %s".formatted(term.days(), times((long) term.weight())))
        .collect(Collectors.joining(", "));
  }

  private static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  private static double log(List<Tally> counts, double[] chances) {
    double log = 0;
    for (int i = 0; i < chances.length; i++) {
      log += counts.get(i).log(chances[i]);
    }
    return log;
  }

  /** How often something happened of so many times. */
  static final class Tally {
    private int yes;
    private int no;

    void add(boolean happened) {
      yes += happened ? 1 : 0;
      no += happened ? 0 : 1;
    }

    double log(double chance) {
      return (yes == 0 ? 0 : yes * Log.log(chance)) + (no == 0 ? 0 : no * Log.log(1 - chance));
    }

    private String words() {
      return yes + " of " + (yes + no) + " renewed";
    }
  }
}
