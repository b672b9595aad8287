package io.corridor.report.screen;

import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Scenario;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.TableColumn;
import java.util.Collection;
import java.util.List;

/** The metrics of a scenario on the screen: id, unit and meaning, a line each. */
public final class MetricTable {
  private MetricTable() {}

  /** Returns the lines; those that are too long for the screen are cut by nothing. */
  public static List<String> lines(Scenario scenario, Screen screen) {
    PhraseBook phrases = new PhraseBook(scenario);
    Collection<Metric> metrics = Metrics.of(scenario).values();
    List<TableColumn> columns =
        List.of(
            TableColumn.text("metric", metrics, Metric::id),
            TableColumn.text("unit", metrics, Metric::unit),
            TableColumn.text("meaning", metrics, metric -> meaning(metric, phrases)));
    return screen.table(columns).stream().map(line -> line.replace(Amounts.NO_BREAK, ' ')).toList();
  }

  private static String meaning(Metric metric, PhraseBook phrases) {
    String subject = phrases.subject(metric.id());
    return metric.kind().ofYear() ? subject + ", over twelve months" : subject;
  }
}
