package io.corridor.report.story;

import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Parties;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells at the end of each year what the two parties have lost of their trade in the world, which
 * third countries have gained it, and who is better off: against the day before, so that no growth
 * is in it.
 */
final class WorldStory {
  /** What is less than this part of the trade that is told of goes unmentioned. */
  private static final double LEAST = 0.01;

  /** So many that gain are named, and as many that lose. */
  private static final int MOST = 2;

  private final SimulatedPath path;
  private final Events events;
  private final String exporter;
  private final String importer;
  private final List<String> others;

  WorldStory(SimulatedPath path, Events events) {
    this.path = path;
    this.events = events;
    Parties parties = path.scenario().parties();
    this.exporter = parties.exporter();
    this.importer = parties.importer();
    this.others = path.scenario().countries().stream().filter(id -> !parties.include(id)).toList();
  }

  void tell() {
    if (path.scenario().countries().containsAll(List.of(exporter, importer))) {
      MonthSpan.years(path.scenario()).forEach(this::tell);
    }
  }

  private void tell(MonthSpan year) {
    double more = change(exporter, importer, year) + change(importer, exporter, year);
    double before =
        path.value(MetricKind.PAIR_BEFORE, year.last(), exporter, importer)
            + path.value(MetricKind.PAIR_BEFORE, year.last(), importer, exporter);
    if (Math.abs(more) >= LEAST * before) {
      add(year, trade(year, more));
      add(year, welfare(year));
    }
  }

  private void add(MonthSpan year, String text) {
    events.add(year.last(), Event.Kind.YEAR, text);
  }

  /** By how much sales differ from the day before on the mean of some months, USD a year. */
  private double change(String from, String to, MonthSpan year) {
    return year.mean(
        month ->
            path.value(MetricKind.PAIR_EXPORTS, month, from, to)
                - path.value(MetricKind.PAIR_BEFORE, month, from, to));
  }

  private String trade(MonthSpan year, double more) {
    String both =
        name(exporter)
            + " and "
            + name(importer)
            + " sell each other "
            + money(Math.abs(more), MetricUnit.MONEY_PER_YEAR)
            + (more < 0 ? " less" : " more")
            + " than on the day before, growth apart";
    if (others.isEmpty()) {
      return both;
    }
    Map<String, Double> sold = new LinkedHashMap<>();
    Map<String, Double> bought = new LinkedHashMap<>();
    for (String other : others) {
      sold.put(other, change(other, exporter, year) + change(other, importer, year));
      bought.put(other, change(exporter, other, year) + change(importer, other, year));
    }
    double least = LEAST * Math.abs(more);
    return both
        + "; others sell them "
        + changed(sold, least)
        + ", and buy from them "
        + changed(bought, least);
  }

  /**
   * {@code 9 bn USD more (India +12 bn USD, Germany −3 bn USD)}: who gains first, then who loses.
   */
  private String changed(Map<String, Double> byCountry, double least) {
    double all = byCountry.values().stream().mapToDouble(Double::doubleValue).sum();
    String total =
        Math.abs(all) < least
            ? "about as much"
            : money(Math.abs(all), MetricUnit.MONEY) + (all < 0 ? " less" : " more");
    String largest =
        Stream.of(1, -1)
            .flatMap(
                sign ->
                    byCountry.entrySet().stream()
                        .filter(each -> sign * each.getValue() >= least)
                        .sorted(Comparator.comparingDouble(each -> -sign * each.getValue()))
                        .limit(MOST))
            .map(each -> name(each.getKey()) + Amounts.NO_BREAK + signed(each.getValue()))
            .collect(Collectors.joining(", "));
    return total + (largest.isEmpty() || others.size() == 1 ? "" : " (" + largest + ")");
  }

  private static String signed(double amount) {
    return (amount > 0 ? "+" : "−") + money(Math.abs(amount), MetricUnit.MONEY);
  }

  private String welfare(MonthSpan year) {
    String two =
        "real spending against the day before: "
            + moved(exporter, year)
            + ", "
            + moved(importer, year);
    if (others.isEmpty()) {
      return two;
    }
    Comparator<String> order = Comparator.comparingDouble(id -> welfare(id, year));
    String first = others.stream().max(order).orElseThrow();
    String last = others.stream().min(order).orElseThrow();
    return two
        + "; of others "
        + (first.equals(last)
            ? moved(first, year)
            : "from " + moved(last, year) + " to " + moved(first, year));
  }

  private String moved(String country, MonthSpan year) {
    double percent = 100 * welfare(country, year);
    String sign = percent > 0 ? "+" : "";
    return name(country) + ' ' + sign + Digits.three(percent) + Amounts.NO_BREAK + '%';
  }

  private double welfare(String country, MonthSpan year) {
    return year.mean(month -> path.value(MetricKind.WORLD_WELFARE, month, country) - 1);
  }

  private String name(String country) {
    return path.phrases().party(country);
  }

  private static String money(double amount, MetricUnit unit) {
    return Digits.three(amount, unit.words());
  }
}
