package io.corridor.report.internal.page;

import io.corridor.model.Metrics;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Judgement;
import io.corridor.report.words.Sentences;
import io.corridor.report.words.UnitScale;
import io.corridor.report.words.WhyWords;
import io.corridor.why.Box;
import io.corridor.why.Boxes;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Target;
import io.corridor.why.Why;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page {@code why.html}: what decides each outcome, what goes with it and what must hold for
 * it, or what levers do. Depends on what was found alone, byte for byte.
 */
public final class WhyPage {
  private final Scenario scenario;
  private final CauseWords words;

  private WhyPage(Scenario scenario) {
    this.scenario = scenario;
    this.words = new CauseWords(scenario);
  }

  /**
   * Writes the page of what decides outcomes.
   *
   * @param why what was found
   * @param facts where the scenario came from, and whatever else is to be said of that, by name
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(Why why, Map<String, String> facts, Writer out) throws IOException {
    new WhyPage(why.scenario()).page(why, facts).write(out);
  }

  /** Writes the page of levers. */
  public static void write(Levers levers, Map<String, String> facts, Writer out)
      throws IOException {
    new WhyPage(levers.scenario()).page(levers, facts).write(out);
  }

  private HtmlPage page(Why why, Map<String, String> facts) {
    List<PageSection> sections = new ArrayList<>();
    List<Explanation> outcomes = List.copyOf(why.outcomes().values());
    sections.add(section(outcomes.get(0)));
    sections.add(
        new PageSection(
            "others",
            "The other questions",
            "",
            outcomes.stream().skip(1).map(this::folded).toList()));
    String lead =
        "Every random number has a cause: all shocks of a driver, a waiver’s decisions, a project’s"
            + " fate. One cause at a time was drawn anew, on "
            + Amounts.whole(why.paths())
            + " paths, while all else stayed as it was: what that changes is what the cause"
            + " decides. What goes together is another matter: it doesn’t say that one makes the"
            + " other.";
    return page(
        sections,
        WhyWords.title(outcomes.get(0), words),
        "why",
        lead,
        facts,
        why.sample().withPaths(why.paths()));
  }

  private HtmlPage page(
      List<PageSection> sections,
      String title,
      String kind,
      String lead,
      Map<String, String> facts,
      Sample sample) {
    sections.add(
        PageSection.restsOn(
            List.of(),
            List.of(
                Provenance.manifest(
                    facts, sample, Map.of("Months", Integer.toString(scenario.months()))))));
    Months months = Months.of(scenario);
    return new HtmlPage(
        scenario.name() + ": " + kind,
        title,
        months.words(0) + " to " + months.words(months.last()),
        lead,
        sections,
        Optional.empty());
  }

  private PageSection section(Explanation found) {
    WhyFigures figures = new WhyFigures(scenario, found.target());
    List<PageSection.Group> groups = new ArrayList<>();
    found
        .shares()
        .flatMap(figures::shares)
        .ifPresent(figure -> groups.add(PageSection.Group.of(List.of(figure))));
    found.boxes().ifPresent(boxes -> addBoxes(boxes, figures, groups));
    List<Figure> curves = figures.curves(found.directions());
    if (!curves.isEmpty()) {
      groups.add(
          new PageSection.Group(
              found.boxes().isPresent()
                  ? "What goes together: how often it comes true, % of the paths in the order of"
                      + " the number"
                  : "What goes together: the mean of the paths in the order of the number",
              List.of(),
              curves,
              ""));
    }
    if (groups.isEmpty()) {
      // A section without figures is left out; what there is to say stands in words.
      groups.add(new PageSection.Group("", List.of(said(found)), List.of(), ""));
    }
    return new PageSection(
        "outcome-" + found.target().id(),
        Sentences.capitalised(words.target(found.target())),
        WhyWords.answer(found, words)
            + new Judgement(scenario).sentence(found).map(said -> " " + said).orElse(""),
        groups);
  }

  /** What decides it in a line, and all figures behind its title. */
  private PageSection.Group folded(Explanation found) {
    PageSection section = section(found);
    List<Figure> figures =
        section.groups().stream().flatMap(group -> group.figures().stream()).toList();
    return new PageSection.Group(
        section.title(),
        List.of(new PageSection.Answered(found.target().id(), "", WhyWords.causes(found, words))),
        figures,
        figures.size() == 1 ? "1 chart" : figures.size() + " charts");
  }

  private PageSection.Answered said(Explanation found) {
    return new PageSection.Answered(
        found.target().id(), "–", found.reason().orElse("nothing goes together with it"));
  }

  private void addBoxes(Boxes boxes, WhyFigures figures, List<PageSection.Group> groups) {
    addBoxes(boxes.cameTrue(), true, figures, groups);
    addBoxes(boxes.failed(), false, figures, groups);
  }

  private void addBoxes(
      List<Box> boxes, boolean comesTrue, WhyFigures figures, List<PageSection.Group> groups) {
    for (int i = 0; i < boxes.size(); i++) {
      String name = (comesTrue ? "true-" : "false-") + i;
      groups.add(
          new PageSection.Group(
              i == 0
                  ? "Where it mostly " + (comesTrue ? "comes true" : "fails")
                  : "Of what is left",
              List.of(),
              figures.box(name, WhyWords.box(boxes.get(i), comesTrue, words), boxes.get(i)),
              ""));
    }
  }

  // Levers

  private HtmlPage page(Levers levers, Map<String, String> facts) {
    List<PageSection> sections = new ArrayList<>();
    levers.outcomes().values().forEach(result -> sections.add(section(result)));
    LeverResult first =
        levers.outcomes().values().stream()
            .filter(result -> result.aim().isPresent())
            .findFirst()
            .orElse(levers.outcomes().values().iterator().next());
    String lead =
        "All variants were simulated on the same "
            + Amounts.whole(levers.sample().paths())
            + " paths of random numbers. Regret is what a variant loses, path by path, against the"
            + " path’s best.";
    return page(
        sections,
        first.aim().isPresent() ? WhyWords.choice(first, words) : "What the variants come to",
        "levers",
        lead,
        facts,
        levers.sample().withPaths(levers.paths()));
  }

  private PageSection section(LeverResult result) {
    String id = result.target().id();
    List<Figure> figures = new ArrayList<>();
    figures.add(means(result, id));
    regrets(result, id).ifPresent(figures::add);
    List<PageSection.Group> groups = new ArrayList<>(List.of(PageSection.Group.of(figures)));
    WhyFigures boxes = new WhyFigures(scenario, result.target());
    result
        .boxes()
        .forEach(
            (name, found) -> {
              if (!found.isEmpty()) {
                groups.add(
                    new PageSection.Group(
                        "Where “" + name + "” is better",
                        List.of(),
                        boxes.box(
                            name,
                            WhyWords.betterBox(
                                name, result.choice().orElse(""), found.get(0), words),
                            found.get(0)),
                        ""));
              }
            });
    return new PageSection(
        "lever-" + id,
        Sentences.capitalised(words.target(result.target())),
        WhyWords.choice(result, words),
        groups);
  }

  /** Returns what the values of an outcome are divided by for a chart, and the unit then. */
  private UnitScale scale(LeverResult result) {
    double largest =
        result.variants().values().stream()
            .mapToDouble(variant -> Math.abs(variant.mean()))
            .max()
            .orElse(1);
    Target target = result.target();
    if (!target.isQuestion()) {
      return UnitScale.of(Objects.requireNonNull(Metrics.of(scenario).get(target.key())), largest);
    }
    return words.isTruth(target)
        ? new UnitScale(0.01, 1, "% of paths")
        : new UnitScale(1, 1, "months");
  }

  private String amount(LeverResult result, double value, double error) {
    return WhyWords.amount(result.target(), value, error, words);
  }

  private Figure means(LeverResult result, String id) {
    UnitScale scale = scale(result);
    double by = scale.divisor();
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Variant", "mean", "standard error");
    result
        .variants()
        .forEach(
            (name, variant) -> {
              double half = Answer.Interval.Z95 * variant.standardError();
              rows.add(
                  new DotChart.Row(
                      name,
                      List.of(
                          new DotChart.Dot(
                              "mean",
                              0,
                              variant.mean() / by,
                              (variant.mean() - half) / by,
                              (variant.mean() + half) / by)),
                      amount(result, variant.mean(), variant.standardError()),
                      false));
              table.add(
                  name,
                  List.of(
                      amount(result, variant.mean(), variant.standardError()),
                      amount(result, variant.standardError(), 0)));
            });
    return new Figure(
            "mean-" + id,
            "Mean",
            "With its 95" + Amounts.NO_BREAK + "% interval.",
            Figure.Place.HALF,
            table,
            new DotChart(rows, List.of()))
        .about(words.target(result.target()));
  }

  private Optional<Figure> regrets(LeverResult result, String id) {
    double by = scale(result).divisor();
    if (result.aim().isEmpty()) {
      return Optional.empty();
    }
    List<DotChart.Row> rows = new ArrayList<>();
    Table table = Table.of("Variant", "best on, %", "regret", "regret, 95 %");
    result
        .variants()
        .forEach(
            (name, variant) ->
                variant
                    .regret()
                    .ifPresent(
                        regret -> {
                          double half = Answer.Interval.Z95 * regret.standardError();
                          double tail = regret.percentile95() / by;
                          rows.add(
                              new DotChart.Row(
                                  name,
                                  List.of(
                                      new DotChart.Dot(
                                          "mean regret",
                                          0,
                                          regret.mean() / by,
                                          (regret.mean() - half) / by,
                                          (regret.mean() + half) / by),
                                      new DotChart.Dot(
                                          "95 % of paths lose no more", 1, tail, tail, tail)),
                                  "best on " + Digits.percent(regret.best()),
                                  true));
                          table.add(
                              name,
                              List.of(
                                  Amounts.decimal(100 * regret.best(), 1),
                                  amount(result, regret.mean(), regret.standardError()),
                                  amount(result, regret.percentile95(), 0)));
                        }));
    return Optional.of(
        new Figure(
                "regret-" + id,
                "Regret",
                "What is lost, path by path, against the path’s best variant: the mean, and what 95"
                    + Amounts.NO_BREAK
                    + "% of the paths don’t exceed.",
                Figure.Place.HALF,
                table,
                new DotChart(rows, List.of()))
            .about(words.target(result.target())));
  }
}
