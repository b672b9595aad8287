package io.corridor.internal.policy;

import static io.corridor.internal.engine.Corridors.electricity;
import static io.corridor.internal.engine.Corridors.energy;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.engine.Paths;
import io.corridor.internal.engine.Significance;
import io.corridor.model.ByRegime;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waivers, day by day, against the law of the days they hold on (section 4 of the model). */
class WaiverLawTest {
  private static final long SEED = 20_260_903;
  private static final int PATHS = 100_000;

  @ParameterizedTest(name = "start {0}, expires {1}, {2} days, renewed {3}, granted again {4}")
  @CsvSource({
    "2020-01, 2020-02-15, 30, 0, 0, 1 14/29 0 0",
    "2019-01, 2019-02-15, 30, 0, 0, 1 14/28 0 0",
    "1900-01, 1900-02-15, 30, 0, 0, 1 14/28 0 0",
    "2000-01, 2000-02-29, 30, 0, 0, 1 28/29 0 0",
    "2020-01, 2020-02-01, 30, 0, 0, 1 0 0 0",
    "2020-01, 2020-01-02, 30, 0, 0, 1/31 0 0 0",
    "2020-01, 2020-01-01, 30, 1, 0, 0 0 0 0",
    "2020-01, 2020-01-01, 10, 0, 1, 0 10/29 10/31 10/30",
    "2019-12, 2019-06-01, 45, 0, 1, 0 1 14/29 1 14/30 1",
    "2020-01, 2020-01-05, 7, 1, 0, 1 1 1 1",
    "2020-02, 2020-02-29, 1, 1, 0, 1 1 1",
    "2020-01, 2020-01-31, 400, 1, 0, 1 1 1 1 1 1 1 1 1 1 1 1 1"
  })
  void coverageCountsDays(
      String start, String expires, int days, double renew, double reinstate, String expected) {
    String[] fractions = expected.split(" ");
    Scenario scenario =
        from(start, fractions.length)
            .waiver("w", waiver(expires, Waiver.Terms.of(days), renew, reinstate))
            .build();
    Paths paths = Paths.of(scenario, SEED, 3, "waiver.w.coverage");
    for (int t = 0; t < fractions.length; t++) {
      String[] fraction = fractions[t].split("/");
      double coverage = Double.parseDouble(fraction[0]);
      if (fraction.length > 1) {
        coverage /= Double.parseDouble(fraction[1]);
      }
      assertThat(paths.at("waiver.w.coverage", t)).as("month %d", t).containsOnly(coverage);
    }
  }

  /** A waiver of terms of T days, renewed with probability r, survives k expiries with r^k. */
  @ParameterizedTest(name = "{0} days")
  @CsvSource({"7", "30", "45", "90", "120"})
  void survivalIsThePowerOfTheChanceOfRenewal(int days) {
    double renew = 0.9;
    YearMonth start = YearMonth.of(2019, 3);
    LocalDate first = LocalDate.of(2019, 4, 9);
    Scenario scenario =
        from("2019-03", 30)
            .waiver("w", waiver(first.toString(), Waiver.Terms.of(days), renew, 0))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "waiver.w.coverage");
    for (int t = 0; t < 30; t++) {
      YearMonth month = start.plusMonths(t);
      long expiries =
          month.atEndOfMonth().isBefore(first)
              ? 0
              : ChronoUnit.DAYS.between(first, month.atEndOfMonth()) / days + 1;
      long whole = Arrays.stream(paths.at("waiver.w.coverage", t)).filter(w -> w == 1).count();
      Significance.share("survives " + t, whole, PATHS, Math.pow(renew, expiries));
    }
  }

  /** Several terms with weights, renewals and reinstatements: the law of E, date by date. */
  @Test
  void meanCoverageFollowsTheLawOfTheExpiryDate() {
    List<Waiver.Term> terms =
        List.of(
            new Waiver.Term(5, 0.5),
            new Waiver.Term(30, 1),
            new Waiver.Term(45, 0),
            new Waiver.Term(120, 2.5));
    Scenario scenario =
        from("2019-03", 36)
            .waiver("w", waiver("2019-03-11", Waiver.Terms.of(terms), 0.8, 0.15))
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "waiver.w.coverage");
    NavigableMap<LocalDate, Double> inForce = new TreeMap<>();
    inForce.put(LocalDate.of(2019, 3, 11), 1.0);
    double lapsed = 0;
    for (int t = 0; t < 36; t++) {
      YearMonth month = YearMonth.of(2019, 3).plusMonths(t);
      if (t > 0) {
        grant(inForce, month.atDay(1), lapsed * 0.15, terms);
        lapsed *= 0.85;
      }
      double days = 0;
      while (!inForce.isEmpty() && !inForce.firstKey().isAfter(month.atEndOfMonth())) {
        Map.Entry<LocalDate, Double> earliest = inForce.pollFirstEntry();
        grant(inForce, earliest.getKey(), earliest.getValue() * 0.8, terms);
        double ends = earliest.getValue() * (1 - 0.8);
        lapsed += ends;
        days += ends * (earliest.getKey().getDayOfMonth() - 1);
      }
      days += inForce.values().stream().mapToDouble(p -> p).sum() * month.lengthOfMonth();
      double[] coverage = paths.at("waiver.w.coverage", t);
      Significance.mean("month " + t, coverage, days / month.lengthOfMonth());
    }
  }

  private static void grant(
      Map<LocalDate, Double> inForce, LocalDate from, double p, List<Waiver.Term> terms) {
    double total = terms.stream().mapToDouble(Waiver.Term::weight).sum();
    for (Waiver.Term term : terms) {
      inForce.merge(from.plusDays(term.days()), p * term.weight() / total, Double::sum);
    }
  }

  /** Shares of D(t−1) − D(−1) = 0.1 − 0.4 and U(t−1) − U(−1) = 0.4 − 0.1 move the logit. */
  @Test
  void renewalListensToLastMonthsDependencyAndShortage() {
    Carrier.Imports failing =
        Carrier.Imports.of(
            DatedPoints.of(Map.of(YearMonth.of(2020, 1), 40.0, YearMonth.of(2020, 2), 5.0)));
    Scenario scenario =
        from("2020-01", 5)
            .energy(energy(electricity(100, 50, failing, Map.of())))
            .waiver("w", listening("2020-02-10", ByRegime.everywhere(0.7)))
            .waiver("v", listening("2020-03-10", ByRegime.everywhere(0.7)))
            .waiver("sure", listening("2020-03-10", ByRegime.everywhere(1)))
            .waiver("lost", listening("2020-03-10", ByRegime.everywhere(0)))
            .build();
    Paths paths =
        Paths.of(
            scenario,
            SEED,
            PATHS,
            "waiver.w.coverage",
            "waiver.v.coverage",
            "waiver.sure.coverage",
            "waiver.lost.coverage");
    // In month 1 the exporter still sells as at the start; month 2 looks back at the failure.
    Significance.share("as at the start", renewed(paths, "w", 1), PATHS, 0.7);
    double shift = 4 * (5.0 / 55 - 40.0 / 90) + 3 * (0.45 - 0.10);
    double logit = Math.log(0.7 / 0.3) + shift;
    Significance.share("shifted", renewed(paths, "v", 2), PATHS, 1 / (1 + Math.exp(-logit)));
    assertThat(renewed(paths, "sure", 2)).isEqualTo(PATHS);
    assertThat(renewed(paths, "lost", 2)).isZero();
  }

  private static Waiver listening(String expires, ByRegime renew) {
    return Waiver.of(LocalDate.parse(expires), Waiver.Terms.of(300), 0, "goods")
        .withRenew(renew)
        .withOnDependency(4)
        .withOnUnserved(3);
  }

  private static long renewed(Paths paths, String waiver, int month) {
    return Arrays.stream(paths.at("waiver." + waiver + ".coverage", month))
        .filter(w -> w == 1)
        .count();
  }

  /** The regime of the month decides on the chance and the term. */
  @Test
  void chancesAndTermsAreThoseOfTheRegime() {
    Map<String, List<Waiver.Term>> terms = new LinkedHashMap<>();
    terms.put("calm", List.of(new Waiver.Term(300, 1)));
    terms.put("harsh", List.of(new Waiver.Term(3, 1)));
    Waiver waiver =
        Waiver.of(LocalDate.of(2020, 2, 10), Waiver.Terms.of(terms), 0, "goods")
            .withRenew(ByRegime.of(Map.of("calm", Value.of(0.9), "harsh", Value.of(0.4))))
            .withReinstate(ByRegime.of(Map.of("calm", Value.ZERO, "harsh", Value.ZERO)));
    Scenario scenario =
        from("2020-01", 2)
            .regime(
                new Regime(
                    List.of("calm", "harsh"),
                    "calm",
                    Map.of(),
                    List.of(new Regime.Event(YearMonth.of(2020, 2), "harsh", 0.5))))
            .waiver("w", waiver)
            .build();
    Paths paths = Paths.of(scenario, SEED, PATHS, "waiver.w.coverage");
    // The harsh regime renews by three days at a time, from the 10th to the end of February.
    for (int k = 0; k < 7; k++) {
      double covered = (9.0 + 3 * k) / 29;
      long lapses =
          Arrays.stream(paths.at("waiver.w.coverage", 1)).filter(w -> w == covered).count();
      double calm = k == 0 ? 0.5 * 0.1 : 0;
      Significance.share(
          "lapses at renewal " + k, lapses, PATHS, calm + 0.5 * 0.6 * Math.pow(0.4, k));
    }
  }
}
