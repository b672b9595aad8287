package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.Driver;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.PhraseBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells at the end of each year how trade moved, and why. */
final class YearStory {
  private static final int MONTHS = 12;

  /** Parts of a change that are less than this share of trade go unmentioned. */
  private static final double LEAST_PART = 0.005;

  /** What a driver's move must do at least to what listens to it most, to be mentioned. */
  private static final double LEAST_EFFECT = 0.1;

  /** Changes of a share that are mentioned. */
  private static final double LEAST_SHARE = 0.01;

  /** Relative changes of a volume or price that are mentioned. */
  private static final double LEAST_CHANGE = 0.02;

  private final SimulatedPath path;
  private final Events events;
  private final PhraseBook phrases;

  YearStory(SimulatedPath path, Events events) {
    this.path = path;
    this.events = events;
    this.phrases = new PhraseBook(path.scenario());
  }

  void tell() {
    for (Year year : Years.of(path)) {
      add(year.month(), trade(year));
      drivers(year.month());
    }
  }

  private void add(int month, String text) {
    events.add(month, Event.Kind.YEAR, text);
  }

  // Trade

  private String trade(Year year) {
    String perYear = MetricUnit.MONEY_PER_YEAR.words();
    String now = "trade over twelve months is " + Digits.three(year.total(), perYear);
    if (!Double.isFinite(year.change())) {
      return now + ", as some growth, volatility or elasticity is out of proportion";
    }
    double least = LEAST_PART * Math.abs(year.before());
    if (Math.abs(year.change()) < least) {
      return now + ", about as much as the year before";
    }
    String change =
        ", "
            + money(Math.abs(year.change()))
            + (year.change() > 0 ? " more" : " less")
            + " than the year before";
    String parts =
        year.parts().entrySet().stream()
            .filter(part -> Math.abs(part.getValue()) >= least)
            .sorted(Comparator.comparingDouble(part -> -Math.abs(part.getValue())))
            .map(part -> part(part.getKey(), part.getValue(), year.month()))
            .collect(Collectors.joining(", "));
    return now + change + (parts.isEmpty() ? "" : ": " + parts);
  }

  private String part(String id, double change, int month) {
    String name =
        path.scenario().flows().containsKey(id)
            ? path.phrases().goods(id)
            : path.phrases().carrier(id);
    String moved = name + Amounts.NO_BREAK + (change > 0 ? "+" : "−") + money(Math.abs(change));
    String why = id.equals(Year.ENERGY) ? "" : why(id, month);
    return why.isEmpty() ? moved : moved + " (" + why + ")";
  }

  private static String money(double amount) {
    return Digits.three(amount, MetricUnit.MONEY.words());
  }

  private String why(String id, int month) {
    return path.scenario().flows().containsKey(id) ? whyFlow(id, month) : whyCarrier(id, month);
  }

  /** Spending, the partner's share and the sanctions' cost, where they moved, and unrest. */
  private String whyFlow(String id, int month) {
    List<String> reasons = new ArrayList<>();
    if (month >= 2 * MONTHS - 1 && tellsSpending(id)) {
      changed("spending", spending(id, month), spending(id, month - MONTHS), reasons);
    }
    if (month >= MONTHS) {
      moved(id, month, reasons);
    }
    long unrest = unrest(month);
    if (unrest > 0) {
      reasons.add("unrest in " + Said.count(unrest, "month"));
    }
    return String.join(", ", reasons);
  }

  private void moved(String id, int month, List<String> reasons) {
    moved("share", MetricKind.FLOW_SHARE.id(id), month, reasons);
    moved("sanctions' cost", MetricKind.FLOW_COST.id(id), month, reasons);
  }

  /** Whether value and share give away the spending: nothing is cut, its price elasticity is 1. */
  private boolean tellsSpending(String id) {
    Scenario scenario = path.scenario();
    return Objects.requireNonNull(scenario.flows().get(id)).upperElasticity().equals(Value.ONE)
        && scenario.sanctions().values().stream()
            .noneMatch(measure -> measure.targets().contains(id) && measure.cut().isPresent());
  }

  /** What the buyer spends on the good from everywhere, up to a constant factor. */
  private double spending(String id, int last) {
    double impact =
        path.scenario().unrest().map(u -> path.number(u.impact(), "unrest.impact")).orElse(0.0);
    return MonthSpan.yearTo(last)
        .sum(
            t -> {
              double held = impact > 0 && path.value(MetricKind.UNREST, t) == 1 ? 1 - impact : 1;
              double value =
                  path.value(MetricKind.FLOW, t, id)
                      * (1 + path.value(MetricKind.FLOW_COST, t, id));
              double share = path.value(MetricKind.FLOW_SHARE, t, id);
              return share > 0 && held > 0 ? value / share / held : 0;
            });
  }

  private long unrest(int last) {
    return path.scenario().unrest().isEmpty()
        ? 0
        : sinceStart(last).stream().filter(t -> path.value(MetricKind.UNREST, t) == 1).count();
  }

  private void moved(String word, String metric, int month, List<String> reasons) {
    double before = mean(metric, month - MONTHS);
    double now = mean(metric, month);
    if (Math.abs(now - before) >= LEAST_SHARE) {
      reasons.add(word + ' ' + Said.share(before) + " to " + Said.share(now));
    }
  }

  private double mean(String metric, int last) {
    return sinceStart(last).mean(t -> path.value(metric, t));
  }

  /** Twelve months, or those since the start. */
  private static MonthSpan sinceStart(int last) {
    return new MonthSpan(Math.max(0, MonthSpan.yearTo(last).first()), last);
  }

  /** Volume and price: their changes make up that of the value. */
  private String whyCarrier(String id, int month) {
    double volume = volume(id, month);
    double volumeBefore = volume(id, month - MONTHS);
    List<String> reasons = new ArrayList<>();
    changed("volume", volume, volumeBefore, reasons);
    if (volume > 0 && volumeBefore > 0) {
      changed(
          "price",
          Year.carrier(path, id, month) / volume,
          Year.carrier(path, id, month - MONTHS) / volumeBefore,
          reasons);
    }
    return String.join(", ", reasons);
  }

  private double volume(String carrier, int last) {
    return MonthSpan.yearTo(last)
        .sum(
            t ->
                path.value(MetricKind.CARRIER_IMPORTS, t, carrier) * path.month(t).lengthOfMonth());
  }

  private static void changed(String word, double now, double before, List<String> reasons) {
    if (before > 0 && Math.abs(now / before - 1) >= LEAST_CHANGE) {
      reasons.add(word + ' ' + percent(now / before - 1));
    } else if (before == 0 && now > 0) {
      reasons.add(word + " up from nothing");
    }
  }

  private static String percent(double change) {
    return (change > 0 ? "+" : "−") + Said.share(Math.abs(change));
  }

  // Drivers

  private void drivers(int month) {
    int before = Math.max(0, month - MONTHS);
    Map<String, Double> elasticities = elasticities();
    path.scenario()
        .drivers()
        .forEach(
            (id, driver) -> driver(id, driver, elasticities.getOrDefault(id, 0.0), before, month));
  }

  private void driver(String id, Driver driver, double elasticity, int before, int month) {
    double was = path.value(MetricKind.DRIVER, before, id);
    double is = path.value(MetricKind.DRIVER, month, id);
    if (elasticity == 0 || !(was > 0 && is > 0)) {
      return;
    }
    double effect = elasticity * Math.abs(StrictMath.log(is / was));
    if (effect >= StrictMath.log(1 + LEAST_EFFECT)) {
      add(
          month,
          phrases.subject(MetricKind.DRIVER.id(id))
              + (is > was ? " rose from " : " fell from ")
              + Digits.three(was)
              + " to "
              + Digits.three(is, driver.unit())
              + " since "
              + since(before));
    }
  }

  private String since(int before) {
    YearMonth month = path.month(before);
    return before == 0 ? "the start" : Amounts.month(month);
  }

  /** The largest elasticity, in absolute terms, of what listens to each driver. */
  private Map<String, Double> elasticities() {
    Map<String, Double> largest = new LinkedHashMap<>();
    path.scenario()
        .flows()
        .forEach((id, flow) -> listen(flow.elasticities(), "flows." + id, largest));
    path.scenario().carriers().forEach((id, carrier) -> listen(id, carrier, largest));
    return largest;
  }

  private void listen(String id, Carrier carrier, Map<String, Double> largest) {
    String key = "energy.carriers." + id;
    listen(carrier.demand().quantity().elasticities(), key + ".demand", largest);
    listen(carrier.supply().quantity().elasticities(), key + ".supply", largest);
    carrier
        .sources()
        .forEach(
            (source, offer) -> {
              String place = key + "." + Carrier.importsKey(source);
              listen(offer.elasticities(), place, largest);
              offer
                  .price()
                  .ifPresent(price -> listen(price.elasticities(), place + ".price", largest));
            });
    carrier.price().ifPresent(price -> listen(price.elasticities(), key + ".price", largest));
  }

  private void listen(Map<String, Value> elasticities, String key, Map<String, Double> largest) {
    elasticities.forEach(
        (driver, value) ->
            largest.merge(
                driver, Math.abs(path.number(value, key + ".elasticities." + driver)), Math::max));
  }
}
