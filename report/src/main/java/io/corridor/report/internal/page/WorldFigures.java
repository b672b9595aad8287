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
    List<String> metrics = wanted(run.projection().series().keySet());
    if (metrics.isEmpty()) {
      return Optional.empty();
    }
    double origin = MetricKind.WORLD_WELFARE.origin();
    List<Gain> gains =
        metrics.stream()
            .map(id -> Gain.of(run.series(id).orElseThrow(), origin, run.before(id)))
            .toList();
    WorldFigures figures = new WorldFigures(run.scenario());
    return Optional.of(
        figures.gains(
            GAINS,
            "Welfare against the day before, %",
            figures.legend(run.series(metrics.get(0)).orElseThrow()),
            Figure.Place.WIDE,
            new Mark.Level(0, "the day before"),
            gains,
            List.of()));
  }

  /**
   * By how many per cent a country's welfare differs from what it is held against, in the last
   * month.
   *
   * @param country its id
   * @param middle over the paths
   * @param low end of the widest band
   * @param high end of it
   * @param error standard error of the mean
   * @param before the middle in the report, where that isn't what the page shows
   */
  record Gain(
      String country,
      double middle,
      double low,
      double high,
      double error,
      Optional<Double> before) {

    static Gain of(Series now, double origin, Optional<Series> before) {
      int last = now.months() - 1;
      Bands bands = new Bands(now);
      double middle = bands.middle(1)[last];
      Optional<Bands.Band> band = bands.all().stream().findFirst();
      return new Gain(
          now.metric().owner(),
          100 * (middle - origin),
          100 * (band.map(of -> now.percentile(of.low(), last)).orElse(middle) - origin),
          100 * (band.map(of -> now.percentile(of.high(), last)).orElse(middle) - origin),
          100 * now.standardError(last),
          before.map(then -> 100 * (new Bands(then).middle(1)[last] - origin)));
    }
  }

  /** Returns the ends of an axis that holds all of them. */
  static List<Double> ends(Collection<Gain> all) {
    return List.of(
        all.stream().mapToDouble(Gain::low).reduce(0, Math::min),
        all.stream().mapToDouble(Gain::high).reduce(0, Math::max));
  }

  /** Ranks countries by what they gain; who gains and who loses have marks of different shapes. */
  Figure gains(
      String id,
      String title,
      String note,
      Figure.Place place,
      Mark.Level level,
      List<Gain> gains,
      List<Double> scale) {
    double most = gains.stream().mapToDouble(gain -> Math.abs(gain.middle())).reduce(0, Math::max);
    int decimals = UnitScale.of("", most).decimals();
    Table table = Table.of("Country", "middle", "low", "high", "standard error");
    List<DotChart.Row> rows = new ArrayList<>();
    List<Gain> ranked = new ArrayList<>(gains);
    ranked.sort(Comparator.comparingDouble(gain -> -gain.middle()));
    for (Gain gain : ranked) {
      boolean loses = gain.middle() < 0;
      List<DotChart.Dot> dots = new ArrayList<>();
      String name = loses ? "loses" : "gains";
      dots.add(new DotChart.Dot(name, loses ? 1 : 0, gain.middle(), gain.low(), gain.high()));
      gain.before()
          .map(was -> new DotChart.Dot("in the report", DotChart.REFERENCE, was))
          .ifPresent(dots::add);
      String country = Sentences.capitalised(phrases.party(gain.country()));
      List<String> cells = new ArrayList<>();
      for (double value : new double[] {gain.middle(), gain.low(), gain.high()}) {
        cells.add((value > 0 ? "+" : "") + Amounts.decimal(value, decimals));
      }
      rows.add(new DotChart.Row(country, dots, cells.get(0), true));
      cells.add(Amounts.decimal(gain.error(), decimals + 2));
      table.add(country, cells);
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

  /** Returns whether a metric is what one of the parties sells to a country, or buys from it. */
  static boolean isOfParties(Metric metric, Parties parties) {
    return metric.kind() == MetricKind.PAIR_EXPORTS
        && metric.owners().stream().anyMatch(parties::include);
  }

  /** Returns the ids of what moves most, and so much that it is seen, the largest first. */
  static List<String> largest(Map<String, Double> magnitudes) {
    double most = magnitudes.values().stream().reduce(0.0, Math::max);
    return magnitudes.entrySet().stream()
        .filter(each -> each.getValue() > 0 && each.getValue() >= VISIBLE * most)
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
