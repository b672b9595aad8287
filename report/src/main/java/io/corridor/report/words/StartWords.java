package io.corridor.report.words;

import io.corridor.model.MetricUnit;
import io.corridor.model.Scenario;
import io.corridor.review.StartCheck;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What a scenario reproduces at its start, in words. */
public final class StartWords {
  private StartWords() {}

  /** Returns what the figures are. */
  public static String explanation(StartCheck check) {
    return "The start, every shock at zero and uncertain numbers at their medians. Stated: in the"
        + " file. Before: what follows under the measures in force on the day before; of"
        + " flows the rate of a year, of energy the twelve months from the start, without"
        + " what only opens then. First year: as the scenario goes on, the first "
        + check.months()
        + " months.";
  }

  /** Returns a row for each figure: what it is of, then its three numbers. */
  public static List<TableColumn> table(Scenario scenario, StartCheck check) {
    PhraseBook phrases = new PhraseBook(scenario);
    List<StartCheck.Line> lines = check.lines();
    return List.of(
        TableColumn.text("", lines, line -> name(line, phrases)),
        TableColumn.number("stated", lines, line -> cell(line.stated(), line)),
        TableColumn.number("before", lines, line -> cell(line.before(), line)),
        TableColumn.number("first year", lines, line -> cell(line.firstYear(), line)));
  }

  private static String name(StartCheck.Line line, PhraseBook phrases) {
    String subject = line.metric().equals("energy") ? "energy" : phrases.subject(line.metric());
    return subject.replace("monthly ", "").replaceFirst("^the ", "") + scale(line).unitAfterComma();
  }

  private static UnitScale scale(StartCheck.Line line) {
    double largest =
        DoubleStream.of(
                line.stated().orElse(0), line.before().orElse(0), line.firstYear().orElse(0))
            .map(Math::abs)
            .max()
            .orElse(0);
    UnitScale scale = UnitScale.of(line.unit(), largest);
    return MetricUnit.of(line.unit()) == MetricUnit.FRACTION
        ? new UnitScale(scale.divisor(), 1, scale.unit())
        : scale;
  }

  private static String cell(OptionalDouble value, StartCheck.Line line) {
    return value.isPresent() ? scale(line).text(value.getAsDouble()) : Digits.NONE;
  }
}
