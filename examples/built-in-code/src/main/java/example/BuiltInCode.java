package example;

import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Question;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Waiver;
import io.corridor.projection.Answer;
import io.corridor.projection.Projection;
import io.corridor.projection.Series;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Does trade between A and B reach 10 billion dollars a year, under a ban that a waiver eases? */
public final class BuiltInCode {
  private static final YearMonth START = YearMonth.of(2025, 1);

  private BuiltInCode() {}

  static Scenario scenario() {
    return Scenario.builder("A and B", "A", "B", START, 60)
        .driver("income", Driver.Gbm.of(100, 0.03, 0.04))
        .flow(
            "machines",
            Flow.of("A", "B", 6e9)
                .withRivals(0.2, 3.8)
                .withElasticity("income", 1.2)
                .withNoise(Noise.of(2, 0.2)))
        .flow("return", Flow.of("B", "A", 1e9).withGrowth(0.05))
        .sanction("ban", Sanction.cut(START.minusYears(1), 0.6, "machines"))
        .waiver("ease", Waiver.of(LocalDate.of(2025, 4, 1), Waiver.Terms.of(180), 0.9, "machines"))
        .question(
            "reaches-10bn",
            Question.of("total.12m", Question.Band.atLeast(10e9))
                .withWindow(Question.Window.by(START.plusMonths(59))))
        .build();
  }

  /** Prints the answer, and the median of each December. */
  public static void main(String[] args) {
    Scenario scenario = scenario();
    Projection projection =
        Simulator.run(scenario, Settings.of(scenario).withPaths(20_000).withSeed(2025));
    Answer.Probability answer = projection.probability("reaches-10bn");
    System.out.printf(Locale.ROOT, "reaches 10 bn: %.3f%n", answer.probability().orElseThrow());
    Series total = projection.series("total.12m");
    for (int month = 11; month < total.months(); month += 12) {
      System.out.printf(
          Locale.ROOT, "%s: %.2f bn%n", total.month(month), total.percentile(50, month) / 1e9);
    }
  }
}
