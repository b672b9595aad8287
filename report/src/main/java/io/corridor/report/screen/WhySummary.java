package io.corridor.report.screen;

import io.corridor.model.Scenario;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Judgement;
import io.corridor.report.words.TableColumn;
import io.corridor.report.words.WhyWords;
import io.corridor.why.Boxes;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What tells why on the screen: the answer in a sentence first, then a table. */
public final class WhySummary {
  private static final int MOST_ROWS = 12;
  private static final int MOST_DIRECTIONS = 3;

  /** Widest name of a cause. */
  private static final int NAME = 30;

  private static final int LEAST_COLUMN = 6;

  /** A cause that has less, in all outcomes, is not shown. */
  private static final double LEAST_SHOWN = 0.005;

  private final Screen screen;

  private WhySummary(Screen screen) {
    this.screen = screen;
  }

  /**
   * Returns the lines.
   *
   * @param why what was found
   * @param screen where they go
   */
  public static List<String> lines(Why why, Screen screen) {
    return new WhySummary(screen).lines(why);
  }

  private List<String> lines(Why why) {
    CauseWords words = new CauseWords(why.scenario());
    List<String> lines = new ArrayList<>(screen.title(why.scenario().name()));
    boolean isOne = why.outcomes().size() == 1;
    for (Explanation explanation : why.outcomes().values()) {
      lines.add("");
      lines.addAll(screen.wrapped("", WhyWords.answer(explanation, words)));
      new Judgement(why.scenario())
          .sentence(explanation)
          .ifPresent(said -> lines.addAll(screen.wrapped("  ", said)));
      if (isOne) {
        explanation.boxes().ifPresent(boxes -> lines.addAll(boxes(boxes, words)));
      }
    }
    lines.add("");
    List<String> table = why.outcomes().size() == 1 ? oneTable(why, words) : table(why, words);
    if (!table.isEmpty()) {
      lines.addAll(table);
      lines.add("");
    }
    if (why.outcomes().size() == 1) {
      lines.addAll(directions(why.outcomes().values().iterator().next(), words));
    }
    lines.addAll(screen.aside(making(why)));
    lines.replaceAll(line -> line.replace(Amounts.NO_BREAK, ' '));
    return lines;
  }

  private static String making(Why why) {
    return "Shares of variance (Shapley effects), from "
        + Amounts.whole(why.paths())
        + " paths a run; boxes found on as many paths, measured on as many others; seed "
        + why.sample().seed();
  }

  private List<String> boxes(Boxes boxes, CauseWords words) {
    List<String> lines = new ArrayList<>();
    boxes.cameTrue().stream()
        .findFirst()
        .ifPresent(box -> lines.addAll(screen.wrapped("  ", WhyWords.box(box, true, words))));
    boxes.failed().stream()
        .findFirst()
        .ifPresent(box -> lines.addAll(screen.wrapped("  ", WhyWords.box(box, false, words))));
    return lines;
  }

  /** All three indices of each cause, with half of their intervals. */
  private List<String> oneTable(Why why, CauseWords words) {
    Explanation only = why.outcomes().values().iterator().next();
    if (only.shares().isEmpty()) {
      return List.of();
    }
    List<Cause> causes = shown(only.shares().get().causes());
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text("", causes, cause -> name(cause, words)));
    columns.addAll(WhyWords.shares(causes));
    List<String> lines = new ArrayList<>(screen.table(columns));
    lines.addAll(rest(only.shares().get().causes().size() - causes.size()));
    return lines;
  }

  private static String name(Cause cause, CauseWords words) {
    return WhyWords.shortened(words.cause(cause), NAME);
  }

  private static List<Cause> shown(List<Cause> causes) {
    return causes.stream()
        .filter(cause -> cause.total().value() >= LEAST_SHOWN)
        .limit(MOST_ROWS)
        .toList();
  }

  private List<String> rest(int left) {
    return left == 0
        ? List.of()
        : List.of(
            "    "
                + left
                + (left == 1 ? " cause" : " causes")
                + " of little or no effect left out");
  }

  /** The share of each cause in each outcome; outcomes that don't fit are named below. */
  private List<String> table(Why why, CauseWords words) {
    Map<String, Map<String, Cause>> found = new LinkedHashMap<>();
    why.outcomes()
        .forEach(
            (id, explanation) ->
                explanation
                    .shares()
                    .ifPresent(
                        shares -> {
                          Map<String, Cause> byId = new LinkedHashMap<>();
                          shares.causes().forEach(cause -> byId.put(cause.id(), cause));
                          found.put(id, byId);
                        }));
    if (found.isEmpty()) {
      return List.of();
    }
    List<Cause> all = List.copyOf(found.values().iterator().next().values());
    Map<String, Map<String, Cause>> fitting = fitting(found);
    List<Cause> causes =
        all.stream()
            .filter(cause -> largest(cause, fitting) > LEAST_SHOWN)
            .sorted(Comparator.comparingDouble(cause -> -largest(cause, fitting)))
            .limit(MOST_ROWS)
            .toList();
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text("share of variance, %", causes, cause -> name(cause, words)));
    fitting.forEach(
        (id, byId) ->
            columns.add(
                TableColumn.number(
                    id, causes, cause -> share(Objects.requireNonNull(byId.get(cause.id()))))));
    List<String> lines = new ArrayList<>(screen.table(columns));
    lines.addAll(rest(all.size() - causes.size()));
    List<String> left = found.keySet().stream().filter(id -> !fitting.containsKey(id)).toList();
    if (!left.isEmpty()) {
      lines.addAll(
          screen.wrapped("    ", "no room for " + String.join(", ", left) + " (--question)"));
    }
    return lines;
  }

  /** Returns the outcomes that there is room for, the first ones. */
  private Map<String, Map<String, Cause>> fitting(Map<String, Map<String, Cause>> found) {
    Map<String, Map<String, Cause>> fitting = new LinkedHashMap<>();
    int width = 2 + NAME + 2;
    for (Map.Entry<String, Map<String, Cause>> entry : found.entrySet()) {
      width += 2 + Math.max(LEAST_COLUMN, entry.getKey().length());
      if (width > screen.width() && !fitting.isEmpty()) {
        break;
      }
      fitting.put(entry.getKey(), entry.getValue());
    }
    return fitting;
  }

  private static double largest(Cause cause, Map<String, Map<String, Cause>> found) {
    return found.values().stream()
        .mapToDouble(byId -> Objects.requireNonNull(byId.get(cause.id())).share().value())
        .max()
        .orElse(0);
  }

  private static String share(Cause cause) {
    return cause.total().value() == 0
        ? Digits.NONE
        : Estimates.value(100 * cause.share().value(), 100 * cause.share().standardError());
  }

  private List<String> directions(Explanation explanation, CauseWords words) {
    List<Direction> strongest = explanation.directions().stream().limit(MOST_DIRECTIONS).toList();
    if (strongest.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    for (Direction direction : strongest) {
      said.add(
          words.number(direction.id())
              + " ("
              + Digits.percent(Math.max(0, direction.explained()))
              + ")");
    }
    List<String> lines =
        new ArrayList<>(
            screen.wrapped("", "Correlates most with " + String.join(", ", said) + "."));
    lines.add("");
    return lines;
  }

  /**
   * Returns the lines of levers.
   *
   * @param levers what was found
   * @param screen where they go
   */
  public static List<String> lines(Levers levers, Screen screen) {
    return new WhySummary(screen).lines(levers);
  }

  private List<String> lines(Levers levers) {
    Scenario scenario = levers.scenario();
    CauseWords words = new CauseWords(scenario);
    List<String> lines = new ArrayList<>(screen.title(scenario.name()));
    for (LeverResult result : levers.outcomes().values()) {
      lines.add("");
      lines.addAll(screen.wrapped("", WhyWords.choice(result, words)));
      lines.add("");
      lines.addAll(variants(result, words));
      result
          .boxes()
          .forEach(
              (name, boxes) ->
                  boxes.stream()
                      .limit(1)
                      .forEach(
                          box ->
                              lines.addAll(
                                  screen.wrapped(
                                      "  ",
                                      WhyWords.betterBox(
                                          name, result.choice().orElse(""), box, words)))));
    }
    lines.add("");
    lines.addAll(
        screen.wrapped(
            "",
            Amounts.whole(levers.sample().paths())
                + " paths of each variant, on the same random numbers, seed "
                + levers.sample().seed()));
    lines.replaceAll(line -> line.replace(Amounts.NO_BREAK, ' '));
    return lines;
  }

  private List<String> variants(LeverResult result, CauseWords words) {
    Target target = result.target();
    Collection<LeverResult.Variant> all = result.variants().values();
    List<TableColumn> columns = new ArrayList<>();
    columns.add(TableColumn.text("", result.variants().keySet(), name -> name));
    columns.add(
        TableColumn.number(
            "mean", all, v -> WhyWords.amount(target, v.mean(), v.standardError(), words)));
    if (result.aim().isPresent()) {
      columns.add(regret("best on", all, regret -> Digits.percent(regret.best())));
      columns.add(
          regret(
              "regret",
              all,
              regret -> WhyWords.amount(target, regret.mean(), regret.standardError(), words)));
      columns.add(
          regret(
              "regret, 95 %",
              all, regret -> WhyWords.amount(target, regret.percentile95(), 0, words)));
    }
    return screen.table(columns);
  }

  private static TableColumn regret(
      String head,
      Collection<LeverResult.Variant> variants,
      Function<LeverResult.Regret, String> cell) {
    return TableColumn.number(
        head, variants, variant -> variant.regret().map(cell).orElse(Digits.NONE));
  }
}
