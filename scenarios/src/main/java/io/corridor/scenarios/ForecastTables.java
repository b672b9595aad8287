package io.corridor.scenarios;

import static io.corridor.evidence.forecast.Scoring.QUESTION;

import io.corridor.evidence.forecast.Scoring.Actuals;
import io.corridor.evidence.forecast.Scoring.Forecast;
import io.corridor.evidence.series.Every;
import io.corridor.evidence.series.Period;
import io.corridor.model.Metric;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvColumns.Row;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.csv.CsvTable.Cell;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.Quotes;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened, and the draws of forecasts that others have made, from tidy CSV files.
 *
 * <p>Whatever is wrong with a file is said at once, by a {@link ScenarioFileException} that names
 * file, line and column of each mistake.
 */
public final class ForecastTables {
  /** What a file of what happened is called after its scenario, beside which it stands. */
  public static final String ACTUALS = ".actuals.csv";

  private static final int MOST_PROBLEMS = 50;

  /** Largest file that is read. */
  private static final int LARGEST = 1 << 28;

  /** A first line is no longer than this. */
  private static final int FIRST_LINE = 1 << 12;

  private final CsvTable table;
  private final CsvColumns columns;
  private final String file;
  private final List<FileProblem> problems = new ArrayList<>();

  private ForecastTables(CsvTable table, String file) {
    this.table = table;
    this.file = file;
    this.columns =
        new CsvColumns(
            table,
            (cell, message) -> {
              if (cell != null && problems.size() < MOST_PROBLEMS) {
                problems.add(
                    new FileProblem(file, cell.at().line(), cell.at().column(), "", message));
              }
            });
  }

  /**
   * Reads what happened: the columns {@code metric}, {@code period}, {@code value} and maybe {@code
   * unit}.
   *
   * @param path of the file
   * @param known the metrics that there are, by id, whose units figures are converted to; empty:
   *     any, in any unit
   * @throws ScenarioFileException naming every problem, if the file is wrong
   */
  public static Actuals readActuals(Path path, Map<String, Metric> known) {
    return open(path).actuals(known);
  }

  /**
   * Reads what came of a shipped scenario; empty if nothing of that is shipped.
   *
   * @param name of the scenario
   * @param known the metrics that there are, by id, whose units figures are converted to
   * @throws ScenarioFileException naming every problem, if the file is wrong
   */
  public static Optional<Actuals> readShippedActuals(String name, Map<String, Metric> known) {
    String file = name + ACTUALS;
    return ShippedScenarios.class.getResource(file) == null
        ? Optional.empty()
        : Optional.of(open(ShippedScenarios.resource(file)::bytes, file).actuals(known));
  }

  /**
   * Reads the draws of forecasts: the columns {@code metric}, {@code origin}, {@code period},
   * {@code draw} and {@code value}; of a question 0 or 1. Draws of one name are of one path, so
   * that those of an origin's forecasts come in the same order, NaN where a forecast lacks one.
   *
   * @param path of the file
   * @throws ScenarioFileException naming every problem, if the file is wrong
   */
  public static Map<Forecast, double[]> readDraws(Path path) {
    return open(path).draws();
  }

  /** Returns whether a file's first line names the columns of draws. */
  public static boolean areDraws(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      String start = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
      String line = start.lines().findFirst().orElse("");
      return line.contains("metric") && line.contains("origin") && line.contains("draw");
    } catch (IOException e) {
      return false;
    }
  }

  /** The bytes of a file. */
  @FunctionalInterface
  private interface Bytes {
    byte[] read() throws IOException;
  }

  private static ForecastTables open(Path path) {
    return open(() -> FileFolder.read(path, LARGEST, "is larger than 256 MiB"), path.toString());
  }

  private static ForecastTables open(Bytes bytes, String name) {
    SourceText origin = SourceText.file(name, Folder.NONE);
    try {
      String text = Utf8.decode(bytes.read(), origin);
      return new ForecastTables(CsvTable.parse(text, origin).withoutEmptyLines(), name);
    } catch (IOException e) {
      throw new ScenarioFileException(new FileProblem(name, 0, 0, "", Folder.reason(e)));
    } catch (YamlException e) {
      throw new ScenarioFileException(
          new FileProblem(name, e.flaw().at().line(), e.flaw().at().column(), "", e.getMessage()));
    }
  }

  private Actuals actuals(Map<String, Metric> known) {
    Map<String, Map<Period, Double>> metrics = new LinkedHashMap<>();
    Map<String, Map<Optional<Period>, Boolean>> questions = new LinkedHashMap<>();
    List<String> blanks = new ArrayList<>();
    for (Row row : rows("metric", "period", "value")) {
      Cell metric = row.cell("metric");
      Cell value = row.cell("value");
      if (value.isMissing()) {
        Position at = value.at();
        blanks.add(
            new FileProblem(file, at.line(), at.column(), "", "no value; the row is left out")
                .toString());
        continue;
      }
      if (metric.text().startsWith(QUESTION)) {
        answer(metric, row.cell("period"), value, questions);
        continue;
      }
      if (!known.isEmpty() && !known.containsKey(metric.text())) {
        columns.wrong(
            metric,
            "there is no metric "
                + Quotes.quote(metric.text())
                + Nearest.hint(metric.text(), known.keySet()));
        continue;
      }
      Optional<BigDecimal> number = number(value);
      Optional<Period> period = period(row.cell("period"));
      if (number.isEmpty() || period.isEmpty()) {
        continue;
      }
      Cell unit = row.has("unit") ? row.cell("unit") : null;
      Optional<Double> converted =
          converted(number.get(), period.get(), unit, known.get(metric.text()));
      Map<Period, Double> values = metrics.computeIfAbsent(metric.text(), m -> new TreeMap<>());
      if (converted.isPresent() && values.put(period.get(), converted.get()) != null) {
        columns.wrong(metric, metric.text() + " of " + period.get() + " is there twice");
      }
    }
    throwIfAny();
    return new Actuals(
        file,
        Collections.unmodifiableMap(metrics),
        Collections.unmodifiableMap(questions),
        List.copyOf(blanks));
  }

  private void answer(
      Cell question,
      Cell asked,
      Cell value,
      Map<String, Map<Optional<Period>, Boolean>> questions) {
    Optional<Period> period = asked.text().isEmpty() ? Optional.empty() : period(asked);
    Map<Optional<Period>, Boolean> answers =
        questions.computeIfAbsent(
            question.text().substring(QUESTION.length()), q -> new LinkedHashMap<>());
    Optional<Boolean> cameTrue = zeroOrOne(value).map(number -> number.signum() > 0);
    if (cameTrue.isPresent() && answers.put(period, cameTrue.get()) != null) {
      columns.wrong(
          question, question.text() + period.map(of -> " of " + of).orElse("") + " is there twice");
    }
  }

  private Optional<BigDecimal> zeroOrOne(Cell cell) {
    Optional<BigDecimal> number = number(cell);
    if (number.filter(n -> n.signum() != 0 && n.compareTo(BigDecimal.ONE) != 0).isEmpty()) {
      return number;
    }
    return columns.mustBe("1, where a question came true, or 0", cell);
  }

  /** Returns a figure in the unit of its metric; money of a period in US dollars. */
  private Optional<Double> converted(
      BigDecimal number, Period period, @Nullable Cell cell, @Nullable Metric metric) {
    if (cell == null || cell.text().isEmpty() || metric == null) {
      return Optional.of(number.doubleValue());
    }
    SeriesUnit unit = SeriesUnit.parse(cell.text());
    SeriesUnit wanted = SeriesUnit.of(metric);
    if (!wanted.unit().equals(unit.unit())) {
      return columns.wrong(
          cell,
          "unit "
              + cell.text()
              + " doesn't fit: "
              + metric.id()
              + " is in "
              + (metric.unit().isEmpty() ? "no unit" : metric.unit()));
    }
    // A figure of twelve months is one, whatever the month in which they end.
    Period of = metric.kind().ofYear() ? period.ending(Every.YEAR) : period;
    return Optional.of(unit.convert(number, of) * wanted.each(of));
  }

  private Map<Forecast, double[]> draws() {
    Map<Forecast, Map<String, Double>> draws = new LinkedHashMap<>();
    Map<YearMonth, Set<String>> ids = new LinkedHashMap<>();
    for (Row row : rows("metric", "origin", "period", "draw", "value")) {
      String metric = row.cell("metric").text();
      Optional<YearMonth> month = columns.month(row.cell("origin"));
      Optional<Period> period = period(row.cell("period"));
      Cell drawn = row.cell("value");
      Optional<BigDecimal> value = metric.startsWith(QUESTION) ? zeroOrOne(drawn) : number(drawn);
      if (month.isPresent() && period.isPresent() && value.isPresent()) {
        Forecast forecast = new Forecast(metric, month.get(), period.get());
        Cell draw = row.cell("draw");
        ids.computeIfAbsent(month.get(), origin -> new LinkedHashSet<>()).add(draw.text());
        if (draws
                .computeIfAbsent(forecast, f -> new HashMap<>())
                .put(draw.text(), value.get().doubleValue())
            != null) {
          columns.wrong(
              draw,
              "draw %s of %s of %s is there twice".formatted(draw.text(), metric, period.get()));
        }
      }
    }
    throwIfAny();
    Map<Forecast, double[]> arrays = new LinkedHashMap<>();
    draws.forEach(
        (forecast, values) ->
            arrays.put(
                forecast,
                ids.getOrDefault(forecast.origin(), Set.of()).stream()
                    .mapToDouble(id -> values.getOrDefault(id, Double.NaN))
                    .toArray()));
    return arrays;
  }

  private List<Row> rows(String... names) {
    if (table.header(List.of(names)).isEmpty()) {
      String message = "the first line must name the columns " + String.join(", ", names);
      throw new ScenarioFileException(new FileProblem(file, 1, 1, "", message));
    }
    return columns.rows(List.of(names), Map.of()).orElseThrow();
  }

  private Optional<BigDecimal> number(Cell cell) {
    return columns.number(cell, "");
  }

  private Optional<Period> period(Cell cell) {
    return columns.period(
        cell.text(),
        "a month (2019-03), a quarter (2019Q1), a year (2019) or months with a slash"
            + " (2018-04/2019-03)",
        cell);
  }

  private void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ScenarioFileException(problems);
    }
  }
}
