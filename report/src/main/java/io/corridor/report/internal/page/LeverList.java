package io.corridor.report.internal.page;

import io.corridor.model.Declaration;
import io.corridor.model.Dimension;
import io.corridor.model.KeyPath;
import io.corridor.model.Limits;
import io.corridor.model.NamedLever;
import io.corridor.report.internal.json.Json;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Sentences;
import io.corridor.scenarios.FileProblem;
import io.corridor.scenarios.Lever;
import io.corridor.scenarios.LoadedScenario;
import io.corridor.why.Direction;
import io.corridor.why.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The numbers of a scenario that a reader of its page may move, in the order of the file. */
public final class LeverList {
  /** What stands for one cause: the volatility of a driver and its level, say. */
  private static final int MOST_OF_ONE = 2;

  private final LoadedScenario loaded;
  private final Map<Integer, Assumptions.Item> remarks;
  private final CauseWords words;

  /** What was judged before and measured since. */
  private static final String UPDATED = "judged, then measured";

  /** The file itself, which says which format it has, as messages name it. */
  private final String file;

  private LeverList(LoadedScenario loaded) {
    this.loaded = loaded;
    this.words = new CauseWords(loaded.scenario());
    this.remarks = Assumptions.of(loaded.texts().text()).byLine();
    this.file = loaded.places().at(KeyPath.of("corridor"), "").file();
  }

  /**
   * Returns the numbers as JSON, those first that the file names as levers, then all others: id,
   * keys and label, unit, what is written, value and how far it moves, line, and source and grade
   * where the file tells them; of an uncertain one how it is moved with its spread, and which data
   * have updated it; of one that the file names who decides it, and its own range.
   */
  public static String json(LoadedScenario loaded) {
    return Json.inPage(shown(loaded, List.of()));
  }

  /**
   * Returns what {@link #json} writes, those of {@code ids} behind the ones that the file names.
   */
  static List<Map<String, Object>> shown(LoadedScenario loaded, List<String> ids) {
    return new LeverList(loaded).shown(ids);
  }

  private List<Map<String, Object>> shown(List<String> ids) {
    Map<String, Lever> levers = new LinkedHashMap<>();
    loaded.levers().forEach(lever -> levers.put(lever.key(), lever));
    List<Map<String, Object>> shown = new ArrayList<>();
    Set<String> named = new HashSet<>();
    loaded
        .scenario()
        .levers()
        .forEach(
            (id, lever) -> {
              List<Lever> moved =
                  lever.of().stream().map(levers::get).filter(Objects::nonNull).toList();
              if (!moved.isEmpty()) {
                shown.add(named(id, lever, moved));
              }
              if (lever.of().size() == 1) {
                named.addAll(lever.of());
              }
            });
    levers.values().stream()
        .filter(lever -> !named.contains(lever.key()))
        .sorted(
            Comparator.<Lever>comparingInt(lever -> place(lever.key(), ids))
                .thenComparing(lever -> line(KeyPath.parse(lever.key()))))
        .forEach(lever -> shown.add(single(lever)));
    return shown;
  }

  private static int place(String id, List<String> ids) {
    return ids.contains(id) ? ids.indexOf(id) : ids.size();
  }

  private Map<String, Object> single(Lever lever) {
    Optional<Object> spread =
        lever
            .spread()
            .map(
                how ->
                    spread(
                        how.scales(),
                        Math.max(lever.low(), how.least()),
                        Math.min(lever.high(), how.most())));
    return shown(
        lever.key(),
        List.of(lever.key()),
        Sentences.capitalised(words.key(lever.key())),
        "",
        lever,
        spread);
  }

  private static Object spread(boolean scales, double low, double high) {
    return Json.object("scales", scales, "low", low, "high", high);
  }

  /** What the first of the numbers says stands for all that move with it. */
  private Map<String, Object> named(String id, NamedLever named, List<Lever> levers) {
    Lever first = levers.get(0);
    double low =
        named.shift().map(ends -> first.value() + ends.get(0)).or(named::from).orElse(first.low());
    double high =
        named.shift().map(ends -> first.value() + ends.get(1)).or(named::to).orElse(first.high());
    boolean spreads = named.shift().isPresent() || levers.stream().anyMatch(Lever::uncertain);
    Optional<Object> spread =
        first.spreads().stream()
            .filter(how -> spreads && !(how.scales() && named.shift().isPresent()))
            .flatMap(how -> together(how.scales(), levers, low, high).stream())
            .findFirst();
    Map<String, Object> shown =
        shown(
            id,
            named.of(),
            named.label(),
            named.kind().name().toLowerCase(Locale.ROOT),
            first,
            spread);
    shown.put("from", low);
    shown.put("to", high);
    named.shift().ifPresent(ends -> shown.put("shift", ends));
    return shown;
  }

  /**
   * Returns how several numbers move alike, as the first of them does: from {@code low} to {@code
   * high}, as far as no draw of any leaves its range. Empty: one of them doesn't move so.
   */
  private static Optional<Object> together(
      boolean scales, List<Lever> levers, double low, double high) {
    double value = levers.get(0).value();
    double least = low;
    double most = high;
    for (Lever lever : levers) {
      Optional<Lever.Spread> own =
          lever.spreads().stream().filter(how -> how.scales() == scales).findFirst();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      double by = scales ? value / lever.value() : value - lever.value();
      least = Math.max(least, scales ? own.get().least() * by : own.get().least() + by);
      most = Math.min(most, scales ? own.get().most() * by : own.get().most() + by);
    }
    return Optional.of(spread(scales, least, most));
  }

  private Map<String, Object> shown(
      String id, List<String> of, String label, String kind, Lever lever, Optional<Object> spread) {
    KeyPath path = KeyPath.parse(lever.key());
    Map<String, Object> one =
        Json.object(
            "id", id,
            "of", of,
            "label", label,
            "kind", kind,
            "written", lever.written(),
            "unit", isPart(path) ? "%" : lever.unit(),
            "times", isPart(path) ? 100 : 1,
            "value", lever.value(),
            "low", lever.low(),
            "high", lever.high(),
            "uncertain", lever.uncertain(),
            "settable", lever.settable(),
            "line", line(path));
    remark(path)
        .ifPresent(
            remark -> {
              one.put("grade", remark.grade());
              one.put("source", remark.text());
            });
    spread.ifPresent(how -> one.put("spread", how));
    lever
        .measured()
        .ifPresent(
            data -> {
              one.put("grade", UPDATED);
              one.put(
                  "measured",
                  Json.object("series", data.series(), "low", data.low(), "high", data.high()));
            });
    return one;
  }

  /** Returns whether a number is a part of something, or a growth, which people tell in percent. */
  private static boolean isPart(KeyPath path) {
    return Declaration.at(path)
        .or(() -> Declaration.at(path.first(path.words().size() - 1)))
        .filter(key -> key.unit() == Dimension.FRACTION || key.unit() == Dimension.YEARLY)
        .isPresent();
  }

  /** The line of the file itself where a key stands; 0: it stands in one that it extends. */
  private int line(KeyPath key) {
    FileProblem place = loaded.places().at(key, "");
    return isOwn(place) ? place.line() : 0;
  }

  /** Returns whether something stands in the file itself, not in one that it extends. */
  private boolean isOwn(FileProblem place) {
    return place.file().equals(file);
  }

  /** What the file says of the line of a key, or else of what the key stands in. */
  private Optional<Assumptions.Item> remark(KeyPath key) {
    for (int size = key.words().size(); size > 1; size--) {
      FileProblem place = loaded.places().at(key.first(size), "");
      Assumptions.Item remark = isOwn(place) ? remarks.get(place.line()) : null;
      if (remark != null) {
        return Optional.of(remark);
      }
    }
    return Optional.empty();
  }

  /** Returns the ids of the levers that stand first: those that the file names, if it does. */
  static List<String> first(LoadedScenario loaded, List<String> decisive) {
    List<String> named = List.copyOf(loaded.scenario().levers().keySet());
    return named.isEmpty() ? decisive : named;
  }

  /**
   * Returns the keys of the numbers that decide an answer, the most decisive first: those that were
   * found to, or that go together with it; else the first that have a source.
   */
  static List<String> decisive(
      LoadedScenario loaded, Optional<Shares> causes, List<Direction> together) {
    List<String> origins = new ArrayList<>();
    causes.ifPresent(found -> found.causes().forEach(cause -> origins.addAll(cause.members())));
    together.forEach(direction -> origins.add(direction.id()));
    Set<String> keys = new LinkedHashSet<>();
    origins.forEach(origin -> keys.addAll(behind(loaded, KeyPath.parse(origin))));
    LeverList list = new LeverList(loaded);
    loaded.levers().stream()
        .sorted(
            Comparator.comparing((Lever lever) -> list.remark(KeyPath.parse(lever.key())).isEmpty())
                .thenComparing(lever -> !lever.uncertain()))
        .map(Lever::key)
        .forEach(keys::add);
    return keys.stream().limit(Limits.LEVERS).toList();
  }

  /** The number itself, or those of the driver, noise or project that it comes from. */
  private static List<String> behind(LoadedScenario loaded, KeyPath origin) {
    for (int size = origin.words().size(); size > 0; size--) {
      KeyPath here = origin.first(size);
      List<String> found =
          loaded.levers().stream()
              .filter(lever -> here.covers(KeyPath.parse(lever.key())))
              .sorted(Comparator.comparing(lever -> !lever.uncertain()))
              .map(Lever::key)
              .limit(MOST_OF_ONE)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
