package io.corridor.report.screen;

import io.corridor.model.Metric;
import io.corridor.model.Scenario;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Scale;
import io.corridor.review.StartCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** What a scenario reproduces at its start, on the screen. */
public final class StartTable {
  private static final String NONE = "-";

  private StartTable() {}

  /** Returns the lines: an explanation, then a row for each figure. */
  public static List<String> lines(Scenario scenario, StartCheck check, Screen screen) {
    List<String> names = new ArrayList<>(List.of(""));
    List<String> stated = new ArrayList<>(List.of("stated"));
    List<String> before = new ArrayList<>(List.of("before"));
    List<String> year = new ArrayList<>(List.of("first year"));
    PhraseBook phrases = new PhraseBook(scenario);
    for (StartCheck.Line line : check.lines()) {
      Scale scale = scale(line);
      String subject = line.metric().equals("energy") ? "energy" : phrases.subject(line.metric());
      String unit = scale.unit();
      names.add(
          subject.replace("monthly ", "").replaceFirst("^the ", "")
              + (unit.isEmpty() ? "" : ", " + unit));
      stated.add(cell(line.stated(), scale));
      before.add(cell(line.before(), scale));
      year.add(cell(line.firstYear(), scale));
    }
    List<String> lines =
        new ArrayList<>(
            screen.wrapped(
                "",
                "The start, every shock at zero and uncertain numbers at their medians. Stated: in"
                    + " the file. Before: what follows under the measures in force on the day"
                    + " before; of flows the rate of a year, of energy the twelve months from the"
                    + " start. First year: as the scenario goes on, the first "
                    + check.months()
                    + " months."));
    List<TextColumn> numbers =
        List.of(TextColumn.right(stated), TextColumn.right(before), TextColumn.right(year));
    List<TextColumn> columns = new ArrayList<>(List.of(cut(names, numbers, screen)));
    columns.addAll(numbers);
    lines.addAll(screen.table(columns));
    return lines;
  }

  /** Names may be as long as a scenario makes them; they get the room that numbers leave. */
  private static TextColumn cut(List<String> names, List<TextColumn> numbers, Screen screen) {
    int room = screen.width() - TextColumn.width(numbers) - TextColumn.GAP;
    return TextColumn.left(
        names.stream()
            .map(name -> name.length() <= room ? name : name.substring(0, room - 1) + "…")
            .toList());
  }

  private static Scale scale(StartCheck.Line line) {
    double largest =
        DoubleStream.of(
                line.stated().orElse(0), line.before().orElse(0), line.firstYear().orElse(0))
            .map(Math::abs)
            .max()
            .orElse(0);
    Scale scale =
        Scale.of(new Metric(line.metric(), line.unit(), line.unit().equals("place")), largest);
    return line.unit().equals("fraction") ? new Scale(scale.divisor(), 1, scale.unit()) : scale;
  }

  private static String cell(OptionalDouble value, Scale scale) {
    return value.isPresent() ? scale.text(value.getAsDouble()) : NONE;
  }
}
