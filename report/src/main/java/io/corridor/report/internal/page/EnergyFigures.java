package io.corridor.report.internal.page;

import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.MetricKind;
import io.corridor.projection.Series;
import io.corridor.report.data.ReportData;
import io.corridor.report.internal.chart.HeatChart;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Sentences;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where energy comes from, in typical years and in bad ones, and when it is short. */
final class EnergyFigures {
  /** A part that is smaller than this share of the demand, always, is left out. */
  private static final double VISIBLE = 1e-3;

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final Ink STORAGE = new Ink("storage");

  private static final String TYPICAL = "-typical";

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
              List<Double> scale = energy.scale(carrier, balances);
              figures.add(energy.supply(carrier, balances, false, scale));
              figures.add(energy.supply(carrier, balances, true, scale));
            });
    run.data()
        .balances()
        .keySet()
        .forEach(
            carrier -> {
              for (MetricKind what : List.of(MetricKind.DEPENDENCY, MetricKind.WITHOUT_LARGEST)) {
                new ShareFigures(run)
                    .places(what.id(carrier), Figure.Place.HALF)
                    .or(() -> FanFigure.of(run, what.id(carrier), Figure.Place.HALF))
                    .ifPresent(figures::add);
              }
              run.series(MetricKind.HOURS_SHORT.id(carrier))
                  .ifPresent(series -> figures.add(energy.hours(carrier, series)));
            });
    run.scenario()
        .energy()
        .map(Energy::unservedCarrier)
        .ifPresent(
            carrier ->
                run.series(MetricKind.UNSERVED_SHARE.id(carrier))
                    .ifPresent(series -> figures.add(energy.unserved(carrier, series))));
    return figures;
  }

  /** Returns the id of the figure that says what demand is met from, where it is not all met. */
  static String main(Run run) {
    return "supply-" + run.scenario().energy().map(Energy::unservedCarrier).orElse("") + TYPICAL;
  }

  private Figure supply(
      String carrier, ReportData.Balances balances, boolean bad, List<Double> scale) {
    ReportData.Balance balance = bad ? balances.dry() : balances.typical();
    List<Mark.Layer> layers = layers(carrier, balance);
    Mark.Line demand = new Mark.Line("demand", new Ink("ink"), balance.demand(), "");
    return new Figure(
        "supply-" + carrier + (bad ? "-worst" : TYPICAL),
        Sentences.capitalised(run.phrases().carrier(carrier))
            + (bad ? " in the worst tenth of years, " : " in typical years, ")
            + balances.unit(),
        note(carrier, balance, layers, bad),
        Figure.Place.HALF,
        table(balance, layers),
        new Plot(run.months().axis(), List.of(new Mark.Stack(layers), demand), scale));
  }

  /** The parts that are large enough to be seen, from the bottom up. */
  private List<Mark.Layer> layers(String carrier, ReportData.Balance balance) {
    List<Mark.Layer> layers = new ArrayList<>();
    layers.add(new Mark.Layer("domestic", new Ink("domestic"), balance.domestic()));
    layers.add(new Mark.Layer("new projects", new Ink("projects"), balance.projects()));
    if (balance.sources().isEmpty()) {
      layers.add(new Mark.Layer("imports", new Ink("imports"), balance.imports()));
    } else {
      layers.addAll(sources(carrier, balance));
    }
    layers.add(new Mark.Layer("from storage", STORAGE, balance.storage()));
    layers.add(new Mark.Layer("unserved", new Ink("unserved"), balance.unserved()));
    layers.removeIf(layer -> largest(layer.values()) < VISIBLE * largest(balance.demand()));
    return layers;
  }

  /**
   * The sources in the order of use. Each has its colour by its place among its like in the file,
   * so that it keeps it in all figures of the carrier.
   */
  private List<Mark.Layer> sources(String carrier, ReportData.Balance balance) {
    List<Mark.Layer> layers = new ArrayList<>();
    int own = 0;
    int rivals = 0;
    for (Map.Entry<String, double[]> source : balance.sources().entrySet()) {
      boolean isRival = isRival(carrier, source.getKey());
      Ink ink = Ink.source(isRival ? rivals++ : own++, isRival);
      String name = run.phrases().source(carrier, source.getKey());
      layers.add(new Mark.Layer(name, ink, source.getValue()));
    }
    return layers;
  }

  private boolean isRival(String carrier, String source) {
    return run.scenario()
        .energy()
        .flatMap(energy -> Optional.ofNullable(energy.carriers().get(carrier)))
        .flatMap(found -> Optional.ofNullable(found.sources().get(source)))
        .flatMap(Carrier.Source::from)
        .filter(from -> !from.equals(run.scenario().parties().exporter()))
        .isPresent();
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).reduce(0, Math::max);
  }

  private String note(
      String carrier, ReportData.Balance balance, List<Mark.Layer> layers, boolean bad) {
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
    String store =
        layers.stream().anyMatch(layer -> layer.ink().equals(STORAGE))
            ? " Below zero: into storage."
            : "";
    return who + ": " + share + " of the demand isn’t met." + families(carrier, balance) + store;
  }

  /** Says which colours are whose. */
  private String families(String carrier, ReportData.Balance balance) {
    String exporter = run.phrases().party(run.scenario().parties().exporter());
    long rivals = balance.sources().keySet().stream().filter(id -> isRival(carrier, id)).count();
    if (balance.sources().isEmpty()) {
      return "";
    }
    return rivals == 0
        ? " Orange and brown: from " + exporter + "."
        : rivals == balance.sources().size()
            ? " Violet: from others than " + exporter + "."
            : " Orange and brown: from " + exporter + "; violet: from others.";
  }

  private Table table(ReportData.Balance balance, List<Mark.Layer> layers) {
    List<String> columns = new ArrayList<>(List.of("demand"));
    layers.forEach(layer -> columns.add(layer.name()));
    Table table = Table.of("Mean over", columns);
    int from = 0;
    for (int last : run.months().rows()) {
      List<String> cells = new ArrayList<>(List.of(mean(balance.demand(), from, last)));
      for (Mark.Layer layer : layers) {
        cells.add(mean(layer.values(), from, last));
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
  private List<Double> scale(String carrier, ReportData.Balances balances) {
    double most = 0;
    double least = 0;
    for (ReportData.Balance balance : List.of(balances.typical(), balances.dry())) {
      List<Mark.Layer> layers = layers(carrier, balance);
      for (int month = 0; month < balance.demand().length; month++) {
        double up = 0;
        double down = 0;
        for (Mark.Layer layer : layers) {
          up += Math.max(0, layer.values()[month]);
          down += Math.min(0, layer.values()[month]);
        }
        most = Math.max(most, Math.max(up, balance.demand()[month]));
        least = Math.min(least, down);
      }
    }
    return List.of(least, most);
  }

  private Figure unserved(String carrier, Series series) {
    String name = run.phrases().carrier(carrier);
    int worst = worst(series);
    return heat(
        "dryness",
        "Unserved share of " + name + " by month and year, mean over the paths, %",
        "The worst month is "
            + run.months().words(worst)
            + ": on average "
            + ShareFigures.percent(100 * series.mean(worst))
            + " of the demand for "
            + name
            + " is not met.",
        series,
        100,
        "%");
  }

  private Figure hours(String carrier, Series series) {
    String name = run.phrases().carrier(carrier);
    int worst = worst(series);
    return heat(
        "hours-short-" + carrier,
        "Hours a day short of " + name + " by month and year, mean over the paths",
        "The worst month is "
            + run.months().words(worst)
            + ": on average in "
            + Amounts.decimal(series.mean(worst), 1)
            + " hours a day somebody goes without "
            + name
            + ".",
        series,
        1,
        "h a day");
  }

  private static int worst(Series series) {
    int worst = 0;
    for (int month = 0; month < series.months(); month++) {
      worst = series.mean(month) > series.mean(worst) ? month : worst;
    }
    return worst;
  }

  /** Means times {@code factor} by month and year. */
  private Figure heat(
      String id, String title, String note, Series series, double factor, String unit) {
    double most = factor * series.mean(worst(series));
    int decimals = most < 10 ? 1 : 0;
    double deepest = decimals == 0 ? Math.ceil(most) : Math.max(1, Math.ceil(10 * most)) / 10;
    // As on an axis: where half of the shades would be of nothing, they begin with the least.
    double least = factor * Arrays.stream(new Bands(series).mean(1)).min().orElse(0);
    double digit = decimals == 0 ? 1 : 10;
    double palest = 2 * least < most ? 0 : Math.floor(digit * least) / digit;
    List<String> years = new ArrayList<>();
    List<HeatChart.Cell> cells = new ArrayList<>();
    Table table = Table.of("Year", MONTHS);
    for (int year = run.months().start().getYear();
        year <= run.months().month(run.months().last()).getYear();
        year++) {
      List<String> texts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        int index = series.index(YearMonth.of(year, month));
        boolean is = index >= 0 && index < series.months();
        double value = is ? factor * series.mean(index) : Double.NaN;
        texts.add(is ? Amounts.decimal(value, 1) : "–");
        String text = is ? Amounts.decimal(value, decimals) : "";
        cells.add(new HeatChart.Cell(value, text, "", false));
      }
      years.add(Integer.toString(year));
      table.add(Integer.toString(year), texts);
    }
    return new Figure(
        id,
        title,
        note,
        Figure.Place.HALF,
        table,
        new HeatChart("", MONTHS, "", years, cells, unit, palest < deepest ? palest : 0, deepest));
  }
}
