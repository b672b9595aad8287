package io.corridor.internal.policy;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import io.corridor.internal.numeric.Exp;
import io.corridor.internal.numeric.Log;
import io.corridor.internal.numeric.Sign;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.RandomStream;
import io.corridor.run.SimulationException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One month of a waiver, to the day (section 4 of the model).
 *
 * <p>Most waivers of most months run on undisturbed. A first loop finds the paths on which there is
 * something to decide, the second decides; only there are random numbers made, which a
 * counter-based generator gives in any order.
 */
public final class WaiverStep extends Step {

  /** Expiry of a lapsed waiver, the only negative one: before any day. */
  public static final int LAPSED = -1;

  private final Terms terms;
  private final int[] firstDay;
  private final int[] days;
  private final WholePort regime;
  private final WholePort expiry;
  private final RealPort coverage;
  private final MonthlyWords reinstatements;
  private final MonthlyWords renewals;
  private final MonthlyWords termDraws;
  private final @Nullable RegimeNumber reinstate;
  private final long @Nullable [] reinstateBounds;
  private final Renewal renewal;

  /**
   * Makes the step.
   *
   * @param decisions how grants and renewals are decided
   * @param firstDay number of the first day of each month; the start's first day is day 0
   * @param days length of each month
   * @param regime R
   * @param expiry E, the number of the first day without the waiver, or {@link #LAPSED}
   * @param coverage w, the share of the month's days on which it was in force
   */
  public WaiverStep(
      Decisions decisions, int[] firstDay, int[] days, Whole regime, Whole expiry, Real coverage) {
    this.terms = decisions.terms;
    this.reinstatements = ports.draw(decisions.reinstatements);
    this.renewals = ports.draw(decisions.renewals);
    this.termDraws = ports.draw(decisions.termDraws);
    this.firstDay = firstDay.clone();
    this.days = days.clone();
    this.regime = ports.read(regime);
    this.expiry = ports.update(expiry);
    this.coverage = ports.write(coverage);
    this.reinstate = decisions.reinstate == null ? null : decisions.reinstate.apply(ports);
    this.reinstateBounds = reinstate == null ? null : reinstate.bounds();
    this.renewal = new Renewal(ports, decisions);
    made(
        decisions.id,
        this.firstDay,
        this.days,
        terms.days,
        terms.cumulative,
        reinstate == null ? "never" : reinstate.made(),
        renewal.renew.made(),
        decisions.reactions.size());
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    int[] e = block.of(expiry);
    double[] w = block.of(coverage);
    int[] chosen = block.chosen();
    int nextMonth = firstDay[month] + days[month];
    int count;
    if (month == 0 || reinstate == null) {
      count = choose(e, nextMonth, chosen, w, n);
    } else {
      long[] words = block.words();
      reinstatements.of(month).fill(block.firstPath(), n, words);
      count =
          reinstateBounds != null
              ? choose(e, words, reinstateBounds, block.of(regime), nextMonth, chosen, w, n)
              : choose(e, words, chances(reinstate, block, n), nextMonth, chosen, w, n);
    }
    int[] r = block.of(regime);
    for (int i = 0; i < count; i++) {
      int p = chosen[i];
      w[p] = decide(block, month, p, r[p], e);
    }
  }

  private double[] chances(RegimeNumber reinstate, Block block, int n) {
    int[] r = block.of(regime);
    double[] chance = block.scratch();
    for (int p = 0; p < n; p++) {
      chance[p] = reinstate.at(block, r[p], p);
    }
    return chance;
  }

  /**
   * Lists the paths whose waiver expires in the month or is granted again, without branches that
   * could not be foretold, and gives all others their coverage.
   */
  private static int choose(
      int[] e,
      long[] words,
      long[] bounds,
      int[] r,
      int nextMonth,
      int[] chosen,
      double[] w,
      int n) {
    int count = 0;
    for (int p = 0; p < n; p++) {
      int held = e[p] >>> 31 ^ 1;
      int granted = RandomStream.isBelow(words[p], bounds[r[p]]);
      w[p] = held;
      chosen[count] = p;
      count += (held | granted) & (e[p] - nextMonth) >>> 31;
    }
    return count;
  }

  /** The same for chances that differ by path. */
  private static int choose(
      int[] e, long[] words, double[] chance, int nextMonth, int[] chosen, double[] w, int n) {
    int count = 0;
    for (int p = 0; p < n; p++) {
      int held = e[p] >>> 31 ^ 1;
      int granted = Sign.bit(RandomStream.uniform(words[p]) - chance[p]);
      w[p] = held;
      chosen[count] = p;
      count += (held | granted) & (e[p] - nextMonth) >>> 31;
    }
    return count;
  }

  /** The same where nothing is granted again. */
  private static int choose(int[] e, int nextMonth, int[] chosen, double[] w, int n) {
    int count = 0;
    for (int p = 0; p < n; p++) {
      int held = e[p] >>> 31 ^ 1;
      w[p] = held;
      chosen[count] = p;
      count += held & (e[p] - nextMonth) >>> 31;
    }
    return count;
  }

  /**
   * Grants the waiver of path {@code p} again if it was lapsed, moves it through the month and
   * returns its coverage.
   */
  private double decide(Block block, int month, int p, int r, int[] e) {
    int first = firstDay[month];
    int nextMonth = first + days[month];
    long path = block.firstPath() + p;
    int until = e[p];
    int grants = 0;
    if (until == LAPSED) {
      until = first + term(month, grants++, r, path);
    }
    if (until < nextMonth) {
      double chance = renewal.chance(block, r, p);
      if (Double.isNaN(chance)) {
        throw new SimulationException(
            "waivers."
                + renewal.id
                + ".renew: on path "
                + path
                + " the chance is not a number; some growth, volatility or elasticity is out of"
                + " proportion");
      }
      for (int draw = 0; until < nextMonth; draw++) {
        if (!renewed(month, draw, path, chance)) {
          e[p] = LAPSED;
          return (double) (until - first) / days[month];
        }
        until += term(month, grants++, r, path);
      }
    }
    e[p] = until;
    return 1;
  }

  private boolean renewed(int month, int draw, long path, double chance) {
    return renewals.of(month, draw).uniform(path) < chance;
  }

  private int term(int month, int draw, int regime, long path) {
    return terms.days[regime].length == 1
        ? terms.days[regime][0]
        : terms.at(regime, termDraws.of(month, draw).uniform(path));
  }

  /**
   * The terms of a waiver in each regime.
   *
   * @param days lengths, by regime
   * @param cumulative sums of their weights, by regime
   */
  public record Terms(int[][] days, double[][] cumulative) {

    /** Returns the length at uniform {@code u}. */
    int at(int regime, double u) {
      double[] sums = cumulative[regime];
      double place = u * sums[sums.length - 1];
      int i = 0;
      while (i < sums.length - 1 && place >= sums[i]) {
        i++;
      }
      return days[regime][i];
    }
  }

  /**
   * What grants and renewals depend on, with the situation of the start as it was on each path.
   *
   * @param id of the waiver
   * @param reinstatements stream of uniforms
   * @param renewals stream of uniforms, a draw for each decision of a month
   * @param termDraws stream of uniforms, a draw for each grant of a month
   * @param terms lengths of a grant
   * @param reinstate chance of reinstatement, by regime; null: none
   * @param renew chance of renewal in the situation of the start, by regime
   * @param reactions to dependency and to the unserved share, those of them that matter
   */
  public record Decisions(
      String id,
      Chance<MonthlyWords> reinstatements,
      Chance<MonthlyWords> renewals,
      Chance<MonthlyWords> termDraws,
      Terms terms,
      @Nullable Function<Ports, RegimeNumber> reinstate,
      Function<Ports, RegimeNumber> renew,
      List<Reaction> reactions) {}

  /**
   * What the situation adds to the logit of a renewal: coefficient · (now − start).
   *
   * @param coefficient of the change
   * @param now last month's value
   * @param start value on the day before the start
   */
  public record Reaction(Real coefficient, Real now, Real start) {}

  /**
   * p(t) = logistic(logit(renew) + onDependency (D(t−1) − D(−1)) + onUnserved (U(t−1) − U(−1))); 0
   * and 1 stay.
   */
  private static final class Renewal {
    private final String id;
    private final RegimeNumber renew;
    private final RealPort[] coefficients;
    private final RealPort[] now;
    private final RealPort[] start;

    Renewal(Ports ports, Decisions decisions) {
      id = decisions.id;
      renew = decisions.renew.apply(ports);
      coefficients = ports.read(decisions.reactions.stream().map(Reaction::coefficient).toList());
      now = ports.read(decisions.reactions.stream().map(Reaction::now).toList());
      start = ports.read(decisions.reactions.stream().map(Reaction::start).toList());
    }

    double chance(Block block, int regime, int p) {
      double chance = renew.at(block, regime, p);
      if (coefficients.length == 0 || chance <= 0 || chance >= 1) {
        return chance;
      }
      double shift = 0;
      for (int i = 0; i < coefficients.length; i++) {
        shift += block.of(coefficients[i])[p] * (block.of(now[i])[p] - block.of(start[i])[p]);
      }
      return 1 / (1 + Exp.exp(-(Log.log(chance / (1 - chance)) + shift)));
    }
  }
}
