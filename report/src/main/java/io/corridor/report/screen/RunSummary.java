package io.corridor.report.screen;

import io.corridor.model.Sample;
import io.corridor.projection.Projection;
import io.corridor.projection.Reached;
import io.corridor.report.data.Source;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.ScoredWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run says on the screen: the questions first, then a table a year, then how it was made.
 */
public final class RunSummary {
  private RunSummary() {}

  /**
   * Returns the lines.
   *
   * @param projection the results
   * @param source where the scenario came from
   * @param screen where they go
   */
  public static List<String> lines(Projection projection, Source source, Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.addAll(screen.title(projection.scenario().name() + source.changes()));
    lines.add("");
    lines.addAll(AnswerLines.of(projection, screen));
    if (!projection.answers().isEmpty()) {
      lines.add("");
    }
    List<String> table = new YearTable(projection, screen).lines();
    if (!table.isEmpty()) {
      lines.addAll(table);
      lines.add("");
    }
    projection.reached().ifPresent(reached -> lines.addAll(screen.wrapped("", precision(reached))));
    ScoredWords words = ScoredWords.of(Optional.of(projection.scenario()));
    words.widened(source.widened()).forEach(line -> lines.addAll(screen.wrapped("", line)));
    lines.addAll(screen.aside(making(projection)));
    return lines;
  }

  private static String precision(Reached reached) {
    String asked = percent(reached.asked().target());
    if (reached.isEnough()) {
      return "Precise to " + asked + ", as asked: " + percent(reached.widest());
    }
    List<String> tooWide = new ArrayList<>();
    reached
        .shortQuestions()
        .forEach((id, width) -> tooWide.add("question " + id + " " + percent(width)));
    reached
        .shortMetrics()
        .forEach((id, error) -> tooWide.add("metric " + id + " " + percent(error)));
    return "Not precise to "
        + asked
        + " at the maximum number of paths: "
        + String.join(", ", tooWide);
  }

  private static String percent(double fraction) {
    return Double.isInfinite(fraction)
        ? "(too few paths to say)"
        : BigDecimal.valueOf(fraction)
                .movePointRight(2)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString()
            + Amounts.NO_BREAK
            + '%';
  }

  /** Says how many paths were simulated, and how fast. */
  static String making(Projection projection) {
    Projection.Timing timing = projection.timing();
    return Amounts.whole(projection.paths())
        + (projection.paths() == 1 ? " path" : " paths")
        + " of "
        + projection.scenario().months()
        + " months"
        + random(projection.sample())
        + "; "
        + Amounts.decimal(timing.seconds(), 1)
        + " s on "
        + timing.threads()
        + (timing.threads() == 1 ? " thread" : " threads");
  }

  /**
   * Says what random numbers there were: {@code , seed 7}, and the sampling unless it is random.
   */
  static String random(Sample sample) {
    return ", seed "
        + sample.seed()
        + (sample.sampling().isReplicated() ? ", sampling " + sample.sampling().word() : "");
  }
}
