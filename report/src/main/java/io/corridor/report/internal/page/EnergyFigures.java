package io.corridor.report.internal.page;

import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.HeatChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.StackChart;
import io.corridor.report.internal.chart.TimeChart;
import io.corridor.report.words.Amounts;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where energy comes from, in typical years and in bad ones, and when it is short. */
final class EnergyFigures {
  /** A part that is smaller than this share of the demand, always, is left out. */
  private static final double VISIBLE = 1e-3;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private final Run run;

  private EnergyFigures(Run run) {
    this.run = run;
  }

  /** Returns the figures; none without energy. */
  static List<Figure> of(Run run) {
    EnergyFigures energy = new EnergyFigures(run);
    List<Figure> figures = new ArrayList<>();
    run.data()
        .balances()
        .forEach(
            (carrier, balances) -> {
              List<Double> scale = scale(balances);
              figures.add(energy.supply(carrier, balances, false, scale));
              figures.add(energy.supply(carrier, balances, true, scale));
            });
    run.scenario()
        .energy()
        .flatMap(e -> run.series("energy." + e.unservedCarrier() + ".unserved-share"))
        .ifPresent(series -> figures.add(energy.heat(series)));
    return figures;
  }

  private Figure supply(
      String carrier, ReportData.Balances balances, boolean bad, List<Double> scale) {
    ReportData.Balance balance = bad ? balances.dry() : balances.typical();
    List<StackChart.Layer> layers = new ArrayList<>();
    parts(balance)
        .forEach((name, values) -> layers.add(new StackChart.Layer(name, ink(name), values)));
    TimeChart.Line demand = new TimeChart.Line("demand", new Ink("ink"), balance.demand(), "");
    return new Figure(
        "supply-" + carrier + (bad ? "-worst" : "-typical"),
        Run.capitalised(run.phrases().carrier(carrier))
            + (bad ? " in the worst tenth of years, " : " in typical years, ")
            + balances.unit(),
        note(carrier, balance, bad),
        Figure.Place.HALF,
        table(balance),
        new StackChart(run.months().axis(), balances.unit(), layers, Optional.of(demand), scale));
  }

  private static Ink ink(String part) {
    return new Ink(
        switch (part) {
          case "new projects" -> "projects";
          case "from storage" -> "storage";
          case "unserved" -> "unserved";
          default -> part;
        });
  }

  private static Map<String, double[]> parts(ReportData.Balance balance) {
    Map<String, double[]> parts = new LinkedHashMap<>();
    parts.put("domestic", balance.domestic());
    parts.put("new projects", balance.projects());
    parts.put("imports", balance.imports());
    parts.put("from storage", balance.storage());
    parts.put("unserved", balance.unserved());
    parts.values().removeIf(values -> largest(values) < VISIBLE * largest(balance.demand()));
    return parts;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private String note(String carrier, ReportData.Balance balance, boolean bad) {
    double demand = 0;
    double unserved = 0;
    for (int month = 0; month < run.months().count(); month++) {
      demand += balance.demand()[month];
      unserved += balance.unserved()[month];
    }
    String name = run.phrases().carrier(carrier);
    String who =
        bad
            ? "The tenth of the paths with most unserved " + name + " in each year"
            : "The middle fifth of the paths by unserved " + name + " in each year";
    String share = ShareFigures.percent(demand > 0 ? 100 * unserved / demand : 0);
    String store = parts(balance).containsKey("from storage") ? " Below zero: into storage." : "";
    return who + ": " + share + " of the demand isn’t met." + store;
  }

  private Table table(ReportData.Balance balance) {
    Map<String, double[]> parts = parts(balance);
    List<String> head = new ArrayList<>(List.of("Mean over", "demand"));
    head.addAll(parts.keySet());
    Table table = Table.of(head.toArray(String[]::new));
    int from = 0;
    for (int last : run.months().rows()) {
      List<String> cells = new ArrayList<>(List.of(mean(balance.demand(), from, last)));
      for (double[] values : parts.values()) {
        cells.add(mean(values, from, last));
      }
      String to = run.months().shortWords(last);
      table.add(from == last ? to : run.months().shortWords(from) + " – " + to, cells);
      from = last + 1;
    }
    return table;
  }

  private static String mean(double[] values, int from, int last) {
    double sum = 0;
    for (int month = from; month <= last; month++) {
      sum += values[month];
    }
    double mean = sum / (last + 1 - from);
    return Amounts.decimal(mean, Math.abs(mean) >= 100 ? 0 : 1);
  }

  /** Returns the ends that hold both of a carrier's figures. */
  private static List<Double> scale(ReportData.Balances balances) {
    double most = 0;
    double least = 0;
    for (ReportData.Balance balance : List.of(balances.typical(), balances.dry())) {
      for (int month = 0; month < balance.demand().length; month++) {
        double up = 0;
        double down = 0;
        for (double[] values : parts(balance).values()) {
          up += Math.max(0, values[month]);
          down += Math.min(0, values[month]);
        }
        most = Math.max(most, Math.max(up, balance.demand()[month]));
        least = Math.min(least, down);
      }
    }
    return List.of(least, most);
  }

  private Figure heat(Series series) {
    int worst = 0;
    double most = 0;
    for (int month = 0; month < series.months(); month++) {
      worst = series.mean(month) > series.mean(worst) ? month : worst;
      most = Math.max(most, 100 * series.mean(month));
    }
    String carrier =
        run.scenario().energy().map(e -> run.phrases().carrier(e.unservedCarrier())).orElse("");
    List<String> years = new ArrayList<>();
    List<HeatChart.Cell> cells = new ArrayList<>();
    Table table = Table.of(head());
    for (int year = run.months().start().getYear();
        year <= run.months().month(run.months().last()).getYear();
        year++) {
      List<String> texts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        int index = series.index(YearMonth.of(year, month));
        boolean is = index >= 0 && index < series.months();
        double percent = is ? 100 * series.mean(index) : Double.NaN;
        texts.add(is ? Amounts.decimal(percent, 1) : "–");
        String name = MONTHS.get(month - 1) + " " + year;
        cells.add(new HeatChart.Cell(percent, is ? Amounts.decimal(percent, 0) : "", name, false));
      }
      years.add(Integer.toString(year));
      table.add(Integer.toString(year), texts);
    }
    return new Figure(
        "dryness",
        "Unserved share of " + carrier + " by month and year, mean over the paths, %",
        "The worst month is "
            + run.months().words(worst)
            + ": on average "
            + ShareFigures.percent(most)
            + " of the demand for "
            + carrier
            + " is not met.",
        Figure.Place.WIDE,
        table,
        new HeatChart("", MONTHS, "", years, cells, "%", 0, Math.max(most, 1e-9)));
  }

  private static String[] head() {
    List<String> head = new ArrayList<>(List.of("Year"));
    head.addAll(MONTHS);
    return head.toArray(String[]::new);
  }
}
