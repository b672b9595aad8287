package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.Parties;
import io.corridor.model.Scenario;
import io.corridor.model.TradeYear;
import io.corridor.model.World;
import io.corridor.projection.Series;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.PhraseBook;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.UnitScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Who gains and who loses in a world of countries, and what is sold to whom. */
final class WorldFigures {
  /** What the figure of a run is called that says who gains; drawn again with each change. */
  static final String GAINS = "world-gains";

  /** What its section is called. */
  static final String TITLE = "Who gains, who loses";

  /** So many partners stand side by side. */
  private static final int MOST = 12;

  /** What moves by less than this part of the largest is a flat line beside it. */
  private static final double VISIBLE = 0.02;

  /** Welfare is 1 on the day before. */
  private static final double PERCENT = 0.01;

  private final PhraseBook phrases;
  private final Months months;

  WorldFigures(Scenario scenario) {
    this.phrases = new PhraseBook(scenario);
    this.months = Months.of(scenario);
  }

  /** Returns the reported metrics that the figure of a run is made of. */
  static List<String> wanted(Collection<String> metrics) {
    return metrics.stream().filter(MetricKind.WORLD_WELFARE::is).toList();
  }

  /** Returns the welfare of each country against the day before; empty where none is reported. */
  static Optional<Figure> gains(Run run) {
    List<Gain> gains = new ArrayList<>();
    for (String metric : wanted(run.projection().series().keySet())) {
      run.series(metric).ifPresent(now -> gains.add(Gain.of(now, run.before(metric))));
    }
    WorldFigures figures = new WorldFigures(run.scenario());
    Mark.Level level = new Mark.Level(0, "the day before");
    return gains.isEmpty()
        ? Optional.empty()
        : Optional.of(
            figures.gains(
                GAINS,
                "Welfare against the day before, %",
                figures.legend(gains.get(0).fan()),
                Figure.Place.WIDE,
                level,
                gains,
                List.of()));
  }

  /**
   * A country's welfare, less what it is held against.
   *
   * @param fan of it
   * @param origin what it is 0 at
   * @param before the same in the report, where that isn't what the page shows
   */
  record Gain(Series fan, double origin, Optional<Series> before) {
    static Gain of(Series now, Optional<Series> before) {
      return new Gain(now, MetricKind.WORLD_WELFARE.origin(), before);
    }

    /** Returns the middle, and the ends of the widest band, in per cent. */
    double[] percent(Series series, int month) {
      Bands bands = new Bands(series);
      double middle = bands.middle(1)[month];
      return bands.all().stream()
          .findFirst()
          .map(
              band ->
                  DoubleStream.of(
                      middle,
                      series.percentile(band.low(), month),
                      series.percentile(band.high(), month)))
          .orElseGet(() -> DoubleStream.of(middle, middle, middle))
          .map(value -> (value - origin) / PERCENT)
          .toArray();
    }
  }

  /** Returns the ends of an axis that holds what all of them come to. */
  List<Double> ends(Collection<Gain> all) {
    double[] values =
        all.stream()
            .flatMapToDouble(gain -> DoubleStream.of(gain.percent(gain.fan(), months.last())))
            .toArray();
    return List.of(
        DoubleStream.of(values).reduce(0, Math::min), DoubleStream.of(values).reduce(0, Math::max));
  }

  /**
   * Ranks countries by what they gain: a row each, a mark of one shape for gains, of another for
   * losses.
   */
  Figure gains(
      String id,
      String title,
      String note,
      Figure.Place place,
      Mark.Level level,
      List<Gain> gains,
      List<Double> scale) {
    int last = months.last();
    Bands bands = new Bands(gains.get(0).fan());
    UnitScale digits =
        UnitScale.of(
            "",
            gains.stream()
                .mapToDouble(g -> Math.abs(g.percent(g.fan(), last)[0]))
                .reduce(0, Math::max));
    Table table = Table.of("Country", bands.middleName(), "low", "high", "standard error");
    List<DotChart.Row> rows = new ArrayList<>();
    List<Gain> ranked = new ArrayList<>(gains);
    ranked.sort(Comparator.comparingDouble(gain -> -gain.percent(gain.fan(), last)[0]));
    for (Gain gain : ranked) {
      double[] now = gain.percent(gain.fan(), last);
      boolean loses = now[0] < 0;
      List<DotChart.Dot> dots = new ArrayList<>();
      dots.add(new DotChart.Dot(loses ? "loses" : "gains", loses ? 1 : 0, now[0], now[1], now[2]));
      gain.before()
          .map(before -> gain.percent(before, last)[0])
          .ifPresent(
              before -> dots.add(new DotChart.Dot("in the report", DotChart.REFERENCE, before)));
      String country = country(gain.fan().metric().owner());
      rows.add(new DotChart.Row(country, dots, signed(now[0], digits), true));
      table.add(
          country,
          List.of(
              signed(now[0], digits),
              signed(now[1], digits),
              signed(now[2], digits),
              Amounts.decimal(gain.fan().standardError(last) / PERCENT, digits.decimals() + 2)));
    }
    return new Figure(id, title, note, place, table, new DotChart(rows, Optional.of(level), scale));
  }

  /** Says what marks and lines of series are. */
  String legend(Series like) {
    Bands bands = new Bands(like);
    return Sentences.capitalised(bands.middleName())
        + "s in "
        + months.words(months.last())
        + bands.all().stream()
            .findFirst()
            .map(band -> "; lines hold " + band.share() + " of paths")
            .orElse("")
        + ". To the right: better off. Trade in parts, which the matrix doesn’t tell, would move it"
        + " more.";
  }

  private static String signed(double value, UnitScale digits) {
    return (value > 0 ? "+" : "") + Amounts.decimal(value, digits.decimals());
  }

  private String country(String id) {
    return Sentences.capitalised(phrases.party(id));
  }

  /** Returns whether a metric is what one of the parties sells to a country, or buys from it. */
  static boolean isOfParties(Metric metric, Parties parties) {
    return metric.kind() == MetricKind.PAIR_EXPORTS
        && metric.owners().stream().anyMatch(parties::include);
  }

  /** Returns the ids of what moves most, and so much that it is seen, the largest first. */
  static List<String> largest(Map<String, Double> magnitudes) {
    double most = magnitudes.values().stream().reduce(0.0, Math::max);
    return magnitudes.entrySet().stream()
        .filter(each -> each.getValue() >= VISIBLE * most)
        .sorted(Comparator.comparingDouble(each -> -each.getValue()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns exports by partner, all on one scale: less those of the day before, where the matrix
   * tells them for all paths.
   */
  static List<Figure> partners(Run run) {
    Scenario scenario = run.scenario();
    Map<String, Series> changes = new LinkedHashMap<>();
    Optional<TradeYear> before =
        scenario.world().filter(WorldFigures::isKnown).map(world -> world.at(scenario.start()));
    run.projection()
        .series()
        .forEach(
            (metric, series) -> {
              if (isOfParties(series.metric(), scenario.parties())) {
                changes.put(metric, before.map(year -> less(series, year)).orElse(series));
              }
            });
    Map<String, Double> magnitudes = new LinkedHashMap<>();
    changes.forEach((metric, series) -> magnitudes.put(metric, new Bands(series).largest()));
    List<String> shown = largest(magnitudes);
    changes.keySet().retainAll(shown);
    if (changes.isEmpty()) {
      return List.of();
    }
    SmallMultiples multiples =
        new SmallMultiples(run.months(), SmallMultiples.scale(changes.values()), changes.values());
    return shown.stream()
        .map(
            metric -> {
              Series series = Objects.requireNonNull(changes.get(metric));
              return multiples.fan("partner-" + metric, run.title(metric), series, List.of());
            })
        .toList();
  }

  /** Whether exports of the day before are the matrix's; balanced ones differ by path. */
  private static boolean isKnown(World world) {
    return world.deficits() == World.Deficits.OWN;
  }

  /** Says what {@link #partners} shows. */
  static String partnersTitle(Run run) {
    return "exports by partner"
        + (run.scenario().world().filter(WorldFigures::isKnown).isPresent()
            ? " against the day before"
            : "")
        + ", on one scale";
  }

  private static Series less(Series exports, TradeYear year) {
    List<String> pair = exports.metric().owners();
    double before = year.value(pair.get(0), pair.get(1));
    int months = exports.months();
    return new Series(
        exports.metric(),
        exports.month(0),
        values(months, month -> exports.mean(month) - before),
        values(months, exports::sd),
        values(months, exports::standardError),
        exports.percentiles(),
        exports.percentiles().stream()
            .map(p -> values(months, month -> exports.percentile(p, month) - before))
            .toArray(double[][]::new));
  }

  private static double[] values(int months, IntToDoubleFunction value) {
    return IntStream.range(0, months).mapToDouble(value).toArray();
  }
}
