package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.model.KeyPath;
import io.corridor.model.Metric;
import io.corridor.model.Metrics;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a scenario's `backtest`. */
public final class BacktestReader {
  private static final String KEY = "backtest";
  private static final List<String> KEYS =
      List.of("origins", "horizons", "series", "questions", "variant");
  private static final int MOST_ORIGINS = 1_000;

  private final KeyReader part;

  private BacktestReader(KeyReader part) {
    this.part = part;
  }

  /** Returns the variant that a backtest is of; empty: the file as it stands, or there is none. */
  public static Optional<String> variant(Node.Mapping root) {
    return root.get(KEY) instanceof Node.Mapping mapping
            && mapping.get("variant") instanceof Node.Scalar name
            && !name.isNull()
        ? Optional.of(name.text())
        : Optional.empty();
  }

  /** Returns whether there is a backtest. */
  public static boolean isIn(Node.Mapping root) {
    Node plan = root.get(KEY);
    return plan != null && !plan.isNull();
  }

  /**
   * Reads the backtest of {@code root}; empty, and told, if it can't be.
   *
   * @param scenario what it is of
   * @param series the scenario's data, by id
   */
  public static Optional<Backtest.Plan> read(
      Node.Mapping root, Scenario scenario, Map<String, DataSeries> series, Consumer<Flaw> flaws) {
    return KeyReader.of(
            KeyPath.of(KEY),
            root.entry(KEY).value(),
            flaws,
            "a mapping with origins, horizons and series")
        .flatMap(part -> new BacktestReader(part).read(scenario, series));
  }

  private Optional<Backtest.Plan> read(Scenario scenario, Map<String, DataSeries> series) {
    part.refuseUnknown(KEYS);
    List<YearMonth> origins = origins();
    List<Integer> horizons = horizons();
    Map<String, DataSeries> metrics = metrics(scenario, series);
    boolean questions = truth("questions");
    metrics.forEach((metric, data) -> refuseApart(metric, data, origins, horizons));
    if (origins.isEmpty() || horizons.isEmpty() || metrics.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Backtest.Plan(origins, horizons, metrics, questions));
  }

  private List<YearMonth> origins() {
    Node node = part.node().get("origins");
    if (node instanceof Node.Items items) {
      List<YearMonth> months = new ArrayList<>();
      for (Node item : items.items()) {
        Optional<YearMonth> month =
            item instanceof Node.Scalar scalar
                ? KeyReader.monthOf(scalar.text())
                : Optional.empty();
        if (month.isEmpty()) {
          part.flaws()
              .accept(
                  new Flaw(
                      item.at(), part.key().child("origins"), "must be a month such as 2010-01"));
          return List.of();
        }
        months.add(month.get());
      }
      return months.stream().distinct().sorted().toList();
    }
    if (node == null) {
      part.wrong(
          "origins",
          "is missing; must be {from: 2010-01, to: 2017-01, every: 12}, or a list of months");
      return List.of();
    }
    Optional<KeyReader> range =
        KeyReader.of(
            part.key().child("origins"),
            node,
            part.flaws(),
            "{from: 2010-01, to: 2017-01, every: 12}, or a list of months");
    if (range.isEmpty()) {
      return List.of();
    }
    range.get().refuseUnknown(List.of("from", "to", "every"));
    Optional<YearMonth> from = range.get().month("from");
    Optional<YearMonth> to = range.get().month("to");
    Optional<Integer> every = range.get().whole("every", 1);
    if (from.isEmpty() || to.isEmpty() || every.isEmpty() || to.get().isBefore(from.get())) {
      range.get().wrong("", "must have from, to (not before it) and every, months between origins");
      return List.of();
    }
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = from.get();
        !month.isAfter(to.get());
        month = month.plusMonths(every.get())) {
      months.add(month);
      if (months.size() > MOST_ORIGINS) {
        range.get().wrong("", "are more than " + MOST_ORIGINS + " origins");
        return List.of();
      }
    }
    return months;
  }

  private List<Integer> horizons() {
    List<Integer> horizons = new ArrayList<>();
    if (part.node().get("horizons") instanceof Node.Items items) {
      for (Node item : items.items()) {
        if (item instanceof Node.Scalar scalar && scalar.text().matches("[1-9]\\d{0,2}")) {
          horizons.add(Integer.valueOf(scalar.text()));
        } else {
          part.flaws()
              .accept(
                  new Flaw(
                      item.at(),
                      part.key().child("horizons"),
                      "must be a number of months, from 1 to 999"));
        }
      }
    }
    if (horizons.isEmpty()) {
      part.wrong("horizons", "must be a list of months ahead, such as [3, 6, 12]");
    }
    return horizons.stream().distinct().sorted().toList();
  }

  private boolean truth(String name) {
    if (!part.has(name)) {
      return false;
    }
    Optional<Boolean> truth =
        part.node().get(name) instanceof Node.Scalar scalar ? scalar.truth() : Optional.empty();
    if (truth.isEmpty()) {
      part.wrong(name, "must be true or false");
    }
    return truth.orElse(false);
  }

  private Map<String, DataSeries> metrics(Scenario scenario, Map<String, DataSeries> series) {
    Map<String, DataSeries> found = new LinkedHashMap<>();
    Map<String, Metric> known = Metrics.of(scenario);
    Map<String, String> named = part.texts("series");
    if (named.isEmpty()) {
      part.wrong("series", "must be a mapping of metrics to series of `data`");
    }
    named.forEach(
        (id, name) -> {
          Metric metric = known.get(id);
          DataSeries data = series.get(name);
          if (metric == null) {
            part.wrong(
                "series", "there is no metric " + quote(id) + Nearest.hint(id, known.keySet()));
          } else if (data == null) {
            part.wrong(
                "series",
                "there is no series "
                    + quote(name)
                    + " in `data`"
                    + Nearest.hint(name, series.keySet()));
          } else {
            inUnitOf(metric, data).ifPresent(fitting -> found.put(id, fitting));
          }
        });
    return found;
  }

  /** Tells of a series that nothing of the backtest meets. */
  private void refuseApart(
      String metric, DataSeries data, List<YearMonth> origins, List<Integer> horizons) {
    boolean meets =
        origins.stream()
            .anyMatch(
                origin ->
                    horizons.stream()
                        .map(ahead -> new Period(data.every(), origin.plusMonths(ahead - 1L)))
                        .anyMatch(
                            period ->
                                !period.first().isBefore(origin)
                                    && data.actual().at(period).isPresent()));
    if (!meets && !origins.isEmpty() && !horizons.isEmpty()) {
      part.wrong(
          "series",
          "%s and %s don't overlap: no horizon ends, counted from an origin, with a %s of %s that begins at the origin or later"
              .formatted(metric, data.id(), data.every().word(), data.id()));
    }
  }

  private Optional<DataSeries> inUnitOf(Metric metric, DataSeries data) {
    if (metric.kind().ofYear() && data.every() != Every.YEAR) {
      part.wrong(
          "series",
          metric.id()
              + " is of twelve months; its series must be one of years, not of "
              + data.every().word()
              + "s");
      return Optional.empty();
    }
    Optional<DataSeries> series = Shown.inUnitOf(metric, data);
    if (series.isEmpty()) {
      part.wrong("series", Shown.otherUnits(metric, data));
    }
    return series;
  }
}
