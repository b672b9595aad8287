package io.corridor.report.internal.page;

import io.corridor.model.MetricKind;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.projection.Comparison;
import io.corridor.report.data.Grounds;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.Source;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page {@code comparison.html}: the answers of all scenarios on one scale, what the scenarios
 * are, and how their series differ. Depends on the comparison alone, byte for byte.
 */
public final class ComparisonPage {
  private static final String LEADING = MetricKind.TOTAL_OF_YEAR.id();

  /** So many answers have room in a title. */
  private static final int FEW = 3;

  private final Comparison comparison;
  private final String base;
  private final Scenario scenario;
  private final Months months;
  private final ComparedFigures figures;
  private final Sentences sentences;

  private ComparisonPage(Comparison comparison, String base) {
    this.comparison = comparison;
    this.base = base;
    this.scenario = comparison.base().scenario();
    this.months = Months.of(scenario);
    this.figures = new ComparedFigures(comparison, base);
    this.sentences = new Sentences(scenario);
  }

  /**
   * Writes the page.
   *
   * @param comparison what was found
   * @param base name of the base
   * @param facts where the scenarios came from, and whatever else is to be said of that, by name
   * @param asked the base with its model, so that it can be asked; absent: the page is only read
   * @param source where the base came from
   * @param past how forecasts of the base's past would have done; absent: nobody knows
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      Comparison comparison,
      String base,
      Map<String, String> facts,
      Optional<PageModel> asked,
      Source source,
      Optional<Grounds.Past> past,
      Writer out)
      throws IOException {
    Optional<LivePart> live = asked.map(it -> LivePart.of(it, source, comparison.base().sample()));
    new ComparisonPage(comparison, base).page(facts, live, past).write(out);
  }

  /**
   * What a scenario is.
   *
   * @param name of it
   * @param changes what the list of changes is behind; empty without any
   * @param items the changes
   */
  record Described(String name, String changes, List<String> items) {}

  private HtmlPage page(
      Map<String, String> facts, Optional<LivePart> live, Optional<Grounds.Past> past) {
    String lead =
        "All scenarios were simulated on the same "
            + Amounts.whole(comparison.base().paths())
            + " paths of random numbers. In brackets stand the differences from “"
            + figures.name(base)
            + "” in percentage points, path by path; ± is half of a 95"
            + Amounts.NO_BREAK
            + "% interval, which is mostly much narrower than the numbers on their own would tell.";
    List<PageBlock> ground = new ArrayList<>();
    past.ifPresent(of -> ground.add(GroundsView.heldAgainst(scenario, of)));
    if (!comparison.base().answers().isEmpty()) {
      ground.add(
          PageBlock.behind(
              "All answers in a table",
              new PageBlock.Answers(
                  figures.scenarios().keySet().stream().map(figures::name).toList(),
                  ComparedAnswers.of(comparison, base))));
    }
    ground.add(
        Provenance.manifest(
            facts,
            comparison.base().sample(),
            Map.of("Months", Integer.toString(scenario.months()))));
    return new HtmlPage(
        scenario.name() + ": comparison",
        title(),
        "",
        figures.scenarios().size()
            + " scenarios, "
            + months.words(0)
            + " to "
            + months.words(months.last()),
        List.of(),
        lead,
        List.of(),
        described(),
        List.of(
            leading(),
            answers(),
            PageSection.of(
                    "world",
                    WorldFigures.TITLE,
                    figures.gains(),
                    figures.partners(),
                    "what the variants add to exports by partner on average, on one scale")
                .with(figures.gainsLegend()),
            PageSection.of("trade", "Trade", middles(), trade(), "trade of each, on one scale"),
            PageSection.of(
                "differences",
                "What the variants add to trade",
                List.of(),
                differences(),
                "the difference over twelve months, path by path, on one scale"),
            PageSection.of(
                "asked",
                "What else the questions ask about",
                List.of(),
                askedAbout(),
                "what else the questions ask about"),
            PageSection.restsOn(List.of(), ground)),
        false,
        live);
  }

  /** Says between what and what the scenarios answer to the first question. */
  private String title() {
    Optional<String> main = main();
    if (main.isEmpty()) {
      return "What " + comparison.variants().size() + " variants change";
    }
    List<Told> told = new ArrayList<>();
    figures
        .scenarios()
        .forEach(
            (name, projection) -> {
              Answer answer = projection.answers().get(main.get());
              if (answer != null && answer.paths() > 0) {
                told.add(new Told(Finding.phrase(figures.name(name)), answer));
              }
            });
    boolean hasRoom = told.size() <= FEW;
    if (!hasRoom) {
      told.sort(Comparator.comparingDouble(one -> value(one.answer())));
      told.subList(1, told.size() - 1).clear();
    }
    return sentences.statement(main.get())
        + ": "
        + told.stream()
            .map(one -> Estimates.answer(one.answer()) + ' ' + one.name())
            .collect(Collectors.joining(hasRoom ? ", " : " to "));
  }

  /** What a scenario answers. */
  private record Told(String name, Answer answer) {}

  private static double value(Answer answer) {
    return answer.shareOrMonths().orElseThrow();
  }

  /** The first question that has an answer. */
  private Optional<String> main() {
    return comparison.base().answers().entrySet().stream()
        .filter(entry -> entry.getValue().paths() > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<Described> described() {
    List<Described> described = new ArrayList<>();
    comparison
        .variants()
        .forEach(
            (name, projection) -> {
              List<String> changes = Changes.between(scenario, projection.scenario());
              String number =
                  changes.size() == 1 ? "One value differs" : changes.size() + " values differ";
              described.add(
                  new Described(
                      Sentences.capitalised(figures.name(name)),
                      changes.isEmpty() ? "" : number + " from “" + figures.name(base) + "”",
                      changes));
            });
    return described;
  }

  /** The greatest mean of those that count months, for the scale of all. */
  private double mostMonths() {
    return figures.scenarios().values().stream()
        .flatMap(projection -> projection.answers().values().stream())
        .filter(answer -> answer.countsMonths() && answer.paths() > 0)
        .mapToDouble(answer -> answer.shareOrMonths().orElseThrow())
        .reduce(1, Math::max);
  }

  private PageSection leading() {
    return PageSection.of(
        "finding",
        "",
        "",
        main().stream()
            .map(id -> figures.answers(id, sentences, mostMonths(), Figure.Place.WIDE))
            .toList());
  }

  /** All answers in one view, then each question with its differences, by what it asks about. */
  private PageSection answers() {
    List<Figure> overviews =
        Stream.of(false, true)
            .map(counts -> figures.overview(counts, sentences, mostMonths()))
            .flatMap(Optional::stream)
            .toList();
    List<PageSection.Group> groups = new ArrayList<>();
    if (!overviews.isEmpty()) {
      groups.add(PageSection.Group.of(overviews));
    }
    Map<String, Figure> each = new LinkedHashMap<>();
    for (String id : comparison.base().answers().keySet()) {
      if (!main().equals(Optional.of(id))) {
        each.put(id, figures.answers(id, sentences, mostMonths(), Figure.Place.HALF));
      }
    }
    groups.addAll(Grouped.byMetric(scenario, each, "with differences"));
    return new PageSection("answers", "All answers", "", groups);
  }

  private List<Figure> middles() {
    return isReported(LEADING) ? List.of(figures.middles(LEADING)) : List.of();
  }

  private List<Figure> trade() {
    return isReported(LEADING) ? figures.fans(LEADING) : List.of();
  }

  private List<Figure> differences() {
    return isReported(LEADING) ? figures.differences(LEADING) : List.of();
  }

  private List<Figure> askedAbout() {
    Set<String> asked = new LinkedHashSet<>();
    scenario.questions().values().forEach(question -> asked.add(question.metric()));
    asked.remove(LEADING);
    return asked.stream().filter(this::isReported).map(figures::middles).toList();
  }

  private boolean isReported(String metric) {
    return comparison.base().series().containsKey(metric);
  }
}
