package io.corridor.reference;

import static java.time.temporal.ChronoUnit.DAYS;

import io.corridor.internal.random.StreamName;
import io.corridor.model.Scenario;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Section 4: one waiver, day by day. For months in their order. */
final class WaiverPath {
  private final String id;
  private final Waiver waiver;
  private final Draws draws;
  private final Map<String, Double> renew;
  private final Map<String, Double> reinstate;
  private final double onDependency;
  private final double onUnserved;

  /** E, while the waiver is in force; null while it is lapsed. */
  private LocalDate e;

  private int decisions;
  private int grants;

  WaiverPath(String id, Scenario scenario, Numbers numbers, Draws draws) {
    this.id = id;
    this.waiver = scenario.waivers().get(id);
    this.draws = draws;
    String key = "waivers." + id + ".";
    this.renew = numbers.at(key + "renew", waiver.renew());
    this.reinstate = numbers.at(key + "reinstate", waiver.reinstate());
    this.onDependency = numbers.at(key + "on-dependency", waiver.onDependency());
    this.onUnserved = numbers.at(key + "on-unserved", waiver.onUnserved());
    this.e = waiver.expires().isAfter(scenario.start().atDay(1)) ? waiver.expires() : null;
  }

  /** Returns w(0⁻): 1 if it is in force on the start's first day, else 0. */
  double dayBefore() {
    return e != null ? 1 : 0;
  }

  /**
   * Returns the coverage w(t).
   *
   * @param dependency D(t−1) − D(−1)
   * @param unserved U(t−1) − U(−1)
   */
  double step(Month month, double dependency, double unserved) {
    LocalDate first = month.calendar().atDay(1);
    LocalDate last = month.calendar().atEndOfMonth();
    decisions = 0;
    grants = 0;

    // 1
    if (e == null && month.t() >= 1 && isReinstated(month)) {
      e = first.plusDays(term(month));
    }
    if (e == null) {
      return 0;
    }

    // 2
    double p = renewalProbability(month, dependency, unserved);
    while (!e.isAfter(last)) {
      if (!isRenewed(month, p)) {
        double days = DAYS.between(first, e);
        e = null;
        return days / month.d();
      }
      e = e.plusDays(term(month));
    }

    // 3
    return 1;
  }

  private boolean isReinstated(Month month) {
    double u = draws.uniform(StreamName.REINSTATEMENT.of(id), month.t(), 0);
    return u < reinstate.get(month.regime());
  }

  private boolean isRenewed(Month month, double p) {
    return draws.uniform(StreamName.RENEWAL.of(id), month.t(), decisions++) < p;
  }

  private double renewalProbability(Month month, double dependency, double unserved) {
    double atStart = renew.get(month.regime());
    if (atStart == 0 || atStart == 1) {
      return atStart;
    }
    double logit = StrictMath.log(atStart / (1 - atStart));
    double x = logit + onDependency * dependency + onUnserved * unserved;
    return 1 / (1 + StrictMath.exp(-x));
  }

  private int term(Month month) {
    List<Waiver.Term> terms = waiver.terms().in(month.regime());
    double u = draws.uniform(StreamName.TERM.of(id), month.t(), grants++);
    double total = terms.stream().mapToDouble(Waiver.Term::weight).sum();
    double sum = 0;
    for (Waiver.Term term : terms) {
      sum += term.weight();
      if (u * total < sum) {
        return term.days();
      }
    }
    throw new IllegalStateException("terms of " + id + ": weights are all 0");
  }
}
