package io.corridor.cli;

import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Declaration.Component;
import io.corridor.model.Declaration.Form;
import io.corridor.model.Declaration.Sort;
import io.corridor.model.Flow;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Regime;
import io.corridor.model.Waiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scenarios made of the declarations, in which every section that data may update is fitted to
 * some: its keys are left to the data, or stated, as asked for.
 */
final class FittedKeys {
  private static final YearMonth START = YearMonth.of(2019, 3);
  private static final int MONTHS_OF_DATA = 60;

  /** What a section must say besides the keys that data may decide. */
  private static final Map<Class<?>, String> BESIDES =
      Map.of(
          Flow.class, "from: AAA, to: BBB, ",
          Carrier.Source.class, "from: exporter, price: {base: 9 USD/MMBtu}, ",
          Carrier.Opening.class, "planned: 2019-10, ",
          Carrier.Project.class, "capacity: 5 mcm/d, planned: 2019-06, ",
          Waiver.class, "covers: [gas], expires: 2019-06-20, ",
          Regime.class, "states: [hard, soft], initial: soft, ");

  /** What a key says that isn't left to the data. */
  private static final Map<String, String> STATED =
      Map.ofEntries(
          Map.entry("start", "60"),
          Map.entry("end", "60"),
          Map.entry("level", "60"),
          Map.entry("drift", "0.01"),
          Map.entry("volatility", "0.3"),
          Map.entry("reversion", "0.6"),
          Map.entry("jump-rate", "0.5"),
          Map.entry("jump-mean", "-0.1"),
          Map.entry("jump-sd", "0.1"),
          Map.entry("annual-value", "7 bn USD/year"),
          Map.entry("base", "30 mcm/d"),
          Map.entry("capacity", "10 mcm/d"),
          Map.entry("growth", "0.02"),
          Map.entry("season", "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"),
          Map.entry("elasticities", "{gbm: 0.5}"),
          Map.entry("noise.reversion", "2"),
          Map.entry("noise.volatility", "0.3"),
          Map.entry("noise.start", "0"),
          Map.entry("renew", "0.9"),
          Map.entry("terms", "[{days: 90, weight: 1}]"),
          Map.entry("delay", "{lognormal: [12, 0.7]}"),
          Map.entry("cancel", "0.1"),
          Map.entry("monthly", "{hard: {soft: 0.1}, soft: {hard: 0.1}}"));

  private FittedKeys() {}

  /** Which keys of a section are left to the data. */
  interface Left {
    /** Says it of a key by its place among those of its section, and how many these are. */
    boolean has(int key, int keys);

    /** All. */
    Left ALL = (key, keys) -> true;

    /** None. */
    Left NONE = (key, keys) -> false;

    /** Returns one of each section: that at {@code place}, or the last. */
    static Left one(int place) {
      return (key, keys) -> key == Math.min(place, keys - 1);
    }
  }

  /** Returns the most keys that a section has which data may decide. */
  static int most() {
    return Declaration.all().stream()
        .filter(Declaration::fitted)
        .mapToInt(declared -> keys(declared.type()).size())
        .max()
        .orElseThrow();
  }

  /** Returns the keys of a section that data may decide, those of its noise by path. */
  static List<String> keys(Class<?> section) {
    List<String> keys = new ArrayList<>();
    for (Component component : Declaration.of(section).components()) {
      Form form = component.type();
      Form inner = form.sort() == Sort.OPTIONAL ? form.inner() : form;
      if (component.inline()) {
        keys.addAll(keys(inner.raw()));
      } else if (component.fitted() && inner.sort() == Sort.NOISE) {
        keys(Noise.class).forEach(key -> keys.add(component.name() + "." + key));
      } else if (component.fitted()) {
        keys.add(component.name());
      }
    }
    return keys;
  }

  /** Returns a section whose keys are left to the data {@code to} if they are to be. */
  private static String section(Class<?> section, String to, Predicate<String> left) {
    Declaration<?> declared = Declaration.of(section);
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : keys(section)) {
      String stated =
          Optional.ofNullable(STATED.get(key))
              .orElseThrow(() -> new AssertionError("say what " + key + " is where it is stated"));
      values.put(key, !left.test(key) ? stated : key.equals("elasticities") ? "{gbm: fit}" : "fit");
    }
    String noise =
        values.keySet().stream()
            .filter(key -> key.startsWith("noise."))
            .map(key -> key.substring("noise.".length()) + ": " + values.get(key))
            .collect(Collectors.joining(", "));
    values.keySet().removeIf(key -> key.startsWith("noise."));
    if (!noise.isEmpty()) {
      values.put("noise", "{" + noise + "}");
    }
    String kind = declared.kind().isEmpty() ? "" : "kind: " + declared.kind() + ", ";
    return values.entrySet().stream()
        .map(value -> value.getKey() + ": " + value.getValue())
        .collect(
            Collectors.joining(
                ", ", "{" + kind + BESIDES.getOrDefault(section, ""), ", fit: " + to + "}"));
  }

  /**
   * Writes a scenario with its data.
   *
   * @param left which keys are left to the data
   * @return its file
   */
  static Path write(Path folder, Left left) throws IOException {
    data(folder);
    List<Class<?>> drivers =
        Declaration.all().stream()
            .filter(declared -> declared.fitted() && !declared.kind().isEmpty())
            .<Class<?>>map(Declaration::type)
            .toList();
    StringBuilder yaml = new StringBuilder();
    yaml.append("corridor: 1\nname: Everything fitted\n")
        .append("parties: {exporter: AAA, importer: BBB}\nstart: 2019-03\nmonths: 26\n")
        .append("regime: " + of(Regime.class, "policy", left) + "\ndrivers:\n");
    for (Class<?> driver : drivers) {
      String kind = Declaration.of(driver).kind();
      yaml.append("  " + kind + ": " + of(driver, "of-" + kind, left) + "\n");
    }
    yaml.append("waivers:\n  w: " + of(Waiver.class, "grants", left) + "\n")
        .append("sanctions:\n  ban: {from: 2018-11, targets: [gas], cut: 1}\n")
        .append("energy:\n  annual-value: 1 bn USD/year\n  carriers:\n    gas:\n")
        .append("      demand: " + of(Carrier.Demand.class, "demand", left) + "\n")
        .append("      supply: " + of(Carrier.Supply.class, "supply", left) + "\n")
        .append("      imports:\n        sources:\n")
        .append("          own: " + of(Carrier.Source.class, "source", left) + "\n")
        .append("          other: {capacity: 4 mcm/d, price: {base: 12 USD/MMBtu}, opens: ")
        .append(of(Carrier.Opening.class, "plants", left) + "}\n")
        .append("      projects:\n        field: " + of(Carrier.Project.class, "plants", left))
        .append("\nflows:\n  goods: " + of(Flow.class, "goods", left) + "\n")
        .append("partners:\n  CHN: " + of(Partner.class, "china", left) + "\n")
        .append("questions:\n  dark: {metric: energy.gas.unserved, above: 0.01}\n")
        .append("  grows: {metric: total.12m, above: 7.5 bn USD/year}\n")
        .append("variants:\n  other: {name: Another}\ndata:\n")
        .append("  policy: {file: policy.csv, date: month, value: regime}\n")
        .append("  grants: {file: grants.csv}\n  plants: {file: plants.csv}\n");
    for (Class<?> driver : drivers) {
      series(yaml, "of-" + Declaration.of(driver).kind(), "of: end");
    }
    series(yaml, "goods", "unit: mn USD, shows: flow.goods, part: counted goods");
    series(yaml, "china", "unit: mn USD");
    List.of("demand", "supply", "source").forEach(id -> series(yaml, id, "unit: mcm/d"));
    return Files.writeString(folder.resolve("fitted.yaml"), yaml);
  }

  private static String of(Class<?> section, String to, Left left) {
    List<String> keys = keys(section);
    return section(section, to, key -> left.has(keys.indexOf(key), keys.size()));
  }

  private static void series(StringBuilder yaml, String id, String more) {
    yaml.append("  %s: {file: %s.csv, date: month, value: x, %s}%n".formatted(id, id, more));
  }

  // --------------------------------------------------------------------------------------- data

  private static void data(Path folder) throws IOException {
    Random random = new Random(1);
    for (Declaration<?> declared : Declaration.all()) {
      if (declared.fitted() && !declared.kind().isEmpty()) {
        double[] x = {Math.log(60)};
        csv(
            folder,
            "of-" + declared.kind(),
            t -> {
              x[0] += (Math.log(60) - x[0]) * 0.05 + 0.08 * random.nextGaussian();
              return Math.exp(x[0]);
            });
      }
    }
    Map.of("goods", 600.0, "china", 300.0, "demand", 30.0, "supply", 20.0, "source", 10.0)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            series ->
                csv(
                    folder,
                    series.getKey(),
                    t ->
                        series.getValue()
                            * (t % 12 == 11 ? 1.3 : 1)
                            * Math.exp(0.08 * random.nextGaussian())));
    StringBuilder policy = new StringBuilder("month,regime\n");
    for (int t = 0; t < MONTHS_OF_DATA; t++) {
      policy.append(month(t) + (t / 10 % 3 == 2 ? ",hard\n" : ",soft\n"));
    }
    Files.writeString(folder.resolve("policy.csv"), policy);
    StringBuilder grants = new StringBuilder("from,granted,regime,days\n");
    for (int i = 0; i < 14; i++) {
      LocalDate from = LocalDate.of(2015, 1, 10).plusDays(91L * i);
      boolean granted = i != 5 && i != 8;
      grants.append(
          "%s,%d,%s,%s%n"
              .formatted(from, granted ? 1 : 0, i < 4 ? "hard" : "soft", granted ? "90" : ""));
    }
    Files.writeString(folder.resolve("grants.csv"), grants);
    StringBuilder plants = new StringBuilder("plant,planned,done,cancelled,seen\n");
    for (int i = 0; i < 12; i++) {
      YearMonth planned = YearMonth.of(2010, 1).plusMonths(5L * i);
      String done = i % 4 == 3 ? "" : planned.plusMonths(8L + i).toString();
      plants.append("p%d,%s,%s,%s,2019-02%n".formatted(i, planned, done, i == 3 ? "1" : ""));
    }
    Files.writeString(folder.resolve("plants.csv"), plants);
  }

  private static YearMonth month(int t) {
    return START.minusMonths(MONTHS_OF_DATA - t);
  }

  private static void csv(Path folder, String id, IntToDoubleFunction value) {
    StringBuilder csv = new StringBuilder("month,x\n");
    for (int t = 0; t < MONTHS_OF_DATA; t++) {
      csv.append("%s,%.4f%n".formatted(month(t), value.applyAsDouble(t)));
    }
    try {
      Files.writeString(folder.resolve(id + ".csv"), csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
