package io.corridor.report.screen;

import com.google.common.collect.ContiguousSet;
import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.report.story.SimulatedPath;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A row for each month of a path. Where the columns don't fit in the screen, there are several
 * tables, one after the other.
 */
public final class PathTable {
  private final SimulatedPath path;
  private final Screen screen;

  private PathTable(SimulatedPath path, Screen screen) {
    this.path = path;
    this.screen = screen;
  }

  /** Returns the lines of the metrics that tell most: trade, regime, waivers, energy, arrears. */
  public static List<String> of(SimulatedPath path, Screen screen) {
    Scenario scenario = path.scenario();
    Set<String> metrics = new LinkedHashSet<>(List.of(MetricKind.TOTAL_OF_YEAR.id()));
    addAll(MetricKind.REGIME, path, metrics);
    addAll(MetricKind.COVERAGE, path, metrics);
    scenario
        .energy()
        .ifPresent(
            energy -> {
              metrics.add(MetricKind.UNSERVED_SHARE.id(energy.unservedCarrier()));
              metrics.add(MetricKind.DEPENDENCY.id(energy.dependencyCarrier()));
            });
    addAll(MetricKind.ARREARS, path, metrics);
    addAll(MetricKind.UNREST, path, metrics);
    addAll(MetricKind.RANK, path, metrics);
    return of(path, metrics, screen);
  }

  private static void addAll(MetricKind kind, SimulatedPath path, Set<String> metrics) {
    path.metrics().values().stream()
        .filter(metric -> metric.kind() == kind)
        .forEach(metric -> metrics.add(metric.id()));
  }

  /**
   * Returns the lines of some metrics.
   *
   * @param path the path
   * @param metrics ids of metrics that the scenario has
   * @param screen where they go
   */
  public static List<String> of(SimulatedPath path, Collection<String> metrics, Screen screen) {
    return new PathTable(path, screen).lines(metrics);
  }

  private List<String> lines(Collection<String> metrics) {
    List<String> lines = new ArrayList<>(StoryLines.title(path, screen));
    List<TableColumn> columns = new ArrayList<>(List.of(months()));
    List<String> legend = new ArrayList<>();
    for (String metric : metrics) {
      TableColumn column = column(metric, legend.size() + 1);
      List<TableColumn> more = new ArrayList<>(columns);
      more.add(column);
      if (columns.size() > 1 && !screen.fits(more)) {
        addTable(lines, columns, legend);
        columns = new ArrayList<>(List.of(months()));
        legend.clear();
        column = column(metric, 1);
      }
      columns.add(column);
      legend.add("  (" + (legend.size() + 1) + ") " + described(metric));
    }
    addTable(lines, columns, legend);
    return lines;
  }

  private void addTable(List<String> lines, List<TableColumn> columns, List<String> legend) {
    lines.add("");
    legend.forEach(entry -> lines.addAll(screen.wrapped("", entry)));
    lines.addAll(screen.table(columns));
  }

  private TableColumn months() {
    return TableColumn.text("", indices(), t -> Amounts.shortMonth(path.scenario().month(t)));
  }

  private TableColumn column(String metric, int number) {
    UnitScale scale = scale(metric);
    return TableColumn.number(
        "(" + number + ")", indices(), t -> scale.text(path.value(metric, t)));
  }

  private Set<Integer> indices() {
    return ContiguousSet.closedOpen(0, path.scenario().months());
  }

  private String described(String id) {
    String unit = scale(id).unit();
    Metric metric = Objects.requireNonNull(path.metrics().get(id));
    boolean isRegime = metric.kind() == MetricKind.REGIME;
    String subject =
        isRegime ? "1 under " + metric.owner() : new PhraseBook(path.scenario()).subject(id);
    boolean plain = unit.isEmpty() || isRegime;
    return subject + (plain ? "" : ", " + unit);
  }

  private UnitScale scale(String id) {
    double largest =
        indices().stream()
            .mapToDouble(t -> Math.abs(path.value(id, t)))
            .filter(Double::isFinite)
            .reduce(0, Math::max);
    Metric metric = path.metrics().get(id);
    if (metric == null) {
      throw new IllegalArgumentException("no metric '" + id + "'");
    }
    return UnitScale.of(metric, largest);
  }
}
