package io.corridor.report.internal.page;

import io.corridor.model.KeyPath;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of a scenario that a reader of its page may move, in the order of the file. */
public final class LeverList {
  /** So many are shown before all others. */
  private static final int MOST_DECISIVE = 6;

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
   * Returns the numbers as JSON: key and label, unit, what is written, value and how far it moves,
   * line, and source and grade where the file tells them; of an uncertain one how it is moved with
   * its spread, and which data have updated it.
   */
  public static String json(LoadedScenario loaded) {
    return Json.inPage(new LeverList(loaded).shown());
  }

  /** Returns what {@link #json} writes. */
  static List<Map<String, Object>> shown(LoadedScenario loaded) {
    return new LeverList(loaded).shown();
  }

  private List<Map<String, Object>> shown() {
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Lever lever : loaded.levers()) {
      KeyPath path = KeyPath.parse(lever.key());
      FileProblem place = loaded.places().at(path, "");
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("key", lever.key());
      one.put("label", Sentences.capitalised(words.key(lever.key())));
      one.put("written", lever.written());
      one.put("unit", lever.unit());
      one.put("value", lever.value());
      one.put("low", lever.low());
      one.put("high", lever.high());
      one.put("uncertain", lever.uncertain());
      one.put("settable", lever.settable());
      one.put("line", isOwn(place) ? place.line() : 0);
      remark(path)
          .ifPresent(
              remark -> {
                one.put("grade", remark.grade());
                one.put("source", remark.text());
              });
      lever
          .spread()
          .ifPresent(
              spread ->
                  one.put(
                      "spread",
                      Json.object(
                          "scales", spread.scales(), "low", spread.low(), "high", spread.high())));
      lever
          .measured()
          .ifPresent(
              data -> {
                one.put("grade", UPDATED);
                one.put(
                    "measured",
                    Json.object("series", data.series(), "low", data.low(), "high", data.high()));
              });
      shown.add(one);
    }
    shown.sort(Comparator.comparing(one -> (Integer) one.get("line")));
    return shown;
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

  /**
   * Returns the keys of the numbers that decide an answer, the most decisive first: those that were
   * found to, or else those that go together with it, or else the first that nobody is sure of.
   */
  static List<String> decisive(
      LoadedScenario loaded, Optional<Shares> causes, List<Direction> together) {
    List<String> origins = new ArrayList<>();
    causes.ifPresent(found -> found.causes().forEach(cause -> origins.addAll(cause.members())));
    together.forEach(direction -> origins.add(direction.id()));
    Set<String> keys = new LinkedHashSet<>();
    origins.forEach(origin -> keys.addAll(behind(loaded, KeyPath.parse(origin))));
    loaded.levers().stream().filter(Lever::uncertain).map(Lever::key).forEach(keys::add);
    loaded.levers().stream().map(Lever::key).forEach(keys::add);
    return keys.stream().limit(MOST_DECISIVE).toList();
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
