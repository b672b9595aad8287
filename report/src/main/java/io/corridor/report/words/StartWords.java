package io.corridor.report.words;

import io.corridor.model.MetricUnit;
import io.corridor.model.Scenario;
import io.corridor.review.StartCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What a scenario reproduces at its start, in words. */
public final class StartWords {
  private StartWords() {}

  /**
   * A figure.
   *
   * @param name what it is of, with its unit
   * @param stated in the file
   * @param before what follows under the measures of the day before
   * @param firstYear as the scenario goes on
   */
  public record Row(String name, String stated, String before, String firstYear) {}

  /** Returns what the figures are. */
  public static String explanation(StartCheck check) {
    return "The start, every shock at zero and uncertain numbers at their medians. Stated: in the"
        + " file. Before: what follows under the measures in force on the day before; of flows the"
        + " rate of a year, of energy the twelve months from the start. First year: as the scenario"
        + " goes on, the first "
        + check.months()
        + " months.";
  }

  /**
   * Returns the figures.
   *
   * @param scenario that was checked
   * @param check of it
   * @param none what stands where there is no number
   */
  public static List<Row> rows(Scenario scenario, StartCheck check, String none) {
    PhraseBook phrases = new PhraseBook(scenario);
    List<Row> rows = new ArrayList<>();
    for (StartCheck.Line line : check.lines()) {
      UnitScale scale = scale(line);
      String subject = line.metric().equals("energy") ? "energy" : phrases.subject(line.metric());
      String unit = scale.unit();
      rows.add(
          new Row(
              subject.replace("monthly ", "").replaceFirst("^the ", "")
                  + (unit.isEmpty() ? "" : ", " + unit),
              cell(line.stated(), scale, none),
              cell(line.before(), scale, none),
              cell(line.firstYear(), scale, none)));
    }
    return rows;
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

  private static String cell(OptionalDouble value, UnitScale scale, String none) {
    return value.isPresent() ? scale.text(value.getAsDouble()) : none;
  }
}
