package io.corridor.report.internal.page;

import io.corridor.model.Metric;
import io.corridor.model.MetricKind;
import io.corridor.model.MetricUnit;
import io.corridor.projection.Answer;
import io.corridor.projection.Series;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.PageModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Site;
import io.corridor.report.internal.chart.DotChart;
import io.corridor.report.internal.chart.HeatChart;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.Numbers;
import io.corridor.scenarios.ScenarioReader;
import io.corridor.why.Direction;
import io.corridor.why.Shares;
import io.corridor.why.Target;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page {@code report.html}: what was found, the one chart that shows it, what it hangs on, the
 * other answers, and what all of it rests on. Depends on the results alone, byte for byte; how long
 * the run took isn't told.
 */
public final class RunPage {
  private static final String REGIME = "regime.";

  /** What the answer goes together with most is in sight, a row of it. */
  private static final int OPEN_CURVES = 3;

  private final Run run;
  private final ShareFigures shares;

  /** By outcome, where somebody has found them. */
  private final Map<String, Shares> causes;

  private final Optional<PageModel> asked;

  /** Whether what is nothing as it stands may become something while somebody reads. */
  private final boolean changes;

  /** Ids of figures that the page has: a chart is shown once. */
  private final Set<String> shown = new HashSet<>();

  private RunPage(Run run, Map<String, Shares> causes, Optional<PageModel> asked, boolean changes) {
    this.run = run;
    this.asked = asked;
    this.changes = changes;
    this.causes = causes;
    this.shares = new ShareFigures(run);
  }

  /**
   * Writes the page.
   *
   * @param results of a run
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(RunResults results, Writer out) throws IOException {
    write(results, Map.of(), Optional.empty(), Optional.empty(), out);
  }

  /**
   * Writes the page of a run whose causes are known.
   *
   * @param results of a run
   * @param causes shares of the variance, by outcome
   * @param asked what the page carries, so that it can be asked; absent: it is only read
   * @param site where the page stands; absent: by itself
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(
      RunResults results,
      Map<String, Shares> causes,
      Optional<PageModel> asked,
      Optional<Site> site,
      Writer out)
      throws IOException {
    new RunPage(new Run(results), causes, asked, asked.isPresent()).page().within(site).write(out);
  }

  /**
   * Returns what makes a page of stored results answer; empty where the scenario's texts aren't
   * known, or are those of another version.
   *
   * @param reader of the scenario, which may know its fits
   */
  public static Optional<PageModel> asked(
      RunResults results, LiveModel model, ScenarioReader reader) {
    return results
        .report()
        .texts()
        .flatMap(texts -> LivePart.loaded(texts, results.source(), reader))
        .map(loaded -> new PageModel(model, loaded));
  }

  /** Returns the figures of a run, each once, in the order of the page. */
  static List<Figure> figures(Run run) {
    return new RunPage(run, Map.of(), Optional.empty(), true)
        .sections().stream()
            .flatMap(section -> section.groups().stream())
            .flatMap(group -> group.figures().stream())
            .toList();
  }

  /** Returns the chart that shows what a run found, in half of the page. */
  static Optional<Figure> small(Run run) {
    RunPage page = new RunPage(run, Map.of(), Optional.empty(), false);
    String metric = page.leadingMetric();
    Optional<Figure> chance =
        run.main()
            .filter(main -> run.series(metric).filter(series -> isFan(series.metric())).isEmpty())
            .flatMap(main -> page.shares.chance(main.getKey()));
    return chance
        .or(() -> page.of(metric, Figure.Place.HALF).filter(figure -> !figure.isNothing()))
        .map(Figure::halved);
  }

  private HtmlPage page() {
    Provenance provenance = new Provenance(run);
    List<PageSection> sections = new ArrayList<>(sections());
    sections.add(Stories.section(run));
    sections.add(provenance.restsOn(causesOfMain()));
    return new HtmlPage(
        run.scenario().name(),
        Finding.title(run),
        Finding.variants(run),
        provenance.subtitle(),
        Finding.rests(run, causesOfMain()),
        run.scenario().description().strip(),
        List.of(),
        List.of(),
        sections,
        true,
        live());
  }

  private Optional<LivePart> live() {
    return asked.map(with -> LivePart.of(run, with, causesOfMain(), want()));
  }

  /** The shares of the causes of the main answer, if somebody has found them. */
  private Optional<Shares> causesOfMain() {
    return run.main()
        .flatMap(main -> Optional.ofNullable(causes.get(main.getKey())))
        .or(() -> run.data().decided().map(ReportData.Decided::shares));
  }

  /** The metrics that the charts show which are drawn anew before all others. */
  private List<String> want() {
    Set<String> wanted = new LinkedHashSet<>(List.of(leadingMetric()));
    wanted.addAll(WorldFigures.wanted(run.projection().series().keySet()));
    wanted.retainAll(run.projection().series().keySet());
    return List.copyOf(wanted);
  }

  /** What the main question asks about; without one, trade. */
  private String leadingMetric() {
    return run.main()
        .map(main -> run.question(main.getKey()).metric())
        .orElse(MetricKind.TOTAL_OF_YEAR.id());
  }

  private List<PageSection> sections() {
    List<PageSection> sections = new ArrayList<>();
    sections.add(PageSection.of("finding", "", "", once(leading())));
    List<Figure> variants = once(VariantFigures.of(run));
    List<Figure> decides = new ArrayList<>(once(decided().stream().toList()));
    variants.stream().limit(1).forEach(decides::add);
    sections.add(
        PageSection.of(
            "decides",
            "What decides it",
            decides,
            variants.stream().skip(1).toList(),
            "the variants over time"));
    if (causesOfMain().isEmpty()) {
      sections.add(together());
    }
    sections.add(new PageSection("answers", "All answers", overview(), answers()));
    sections.add(
        PageSection.of(
            "world",
            WorldFigures.TITLE,
            once(WorldFigures.gains(run).stream().toList()),
            once(WorldFigures.partners(run)),
            WorldFigures.partnersTitle(run)));
    sections.add(
        PageSection.of(
            "trade", "Trade", List.of(), once(trade()), "exports, imports and their parts"));
    List<Figure> energy = once(EnergyFigures.of(run));
    List<Figure> worst = new ArrayList<>();
    energy.stream().filter(f -> f.chart() instanceof HeatChart).limit(1).forEach(worst::add);
    energy.stream()
        .filter(figure -> !worst.isEmpty() && figure.id().equals(EnergyFigures.main(run)))
        .forEach(worst::add);
    sections.add(
        PageSection.of(
            "energy",
            "Energy",
            worst,
            energy.stream().filter(figure -> !worst.contains(figure)).toList(),
            energy.stream().anyMatch(figure -> figure.id().endsWith("-n-1"))
                ? "what demand is met from, and what there is without the largest source"
                : "what demand is met from"));
    List<Figure> policy = once(PolicyFigures.of(run));
    sections.add(
        PageSection.of(
            "policy",
            PolicyFigures.title(run),
            policy.stream().filter(figure -> !figure.id().equals("paths-of-policy")).toList(),
            policy.stream().filter(figure -> figure.id().equals("paths-of-policy")).toList(),
            "single paths"));
    return sections;
  }

  private Optional<Figure> decided() {
    return causesOfMain()
        .flatMap(
            found ->
                new WhyFigures(run.scenario(), Target.question(run.main().orElseThrow().getKey()))
                    .shares(found));
  }

  private PageSection together() {
    List<Figure> figures =
        run.data().together().stream()
            .flatMap(
                found ->
                    new WhyFigures(run.scenario(), Target.question(found.question()))
                        .curves(telling(found)).stream())
            .toList();
    String lead =
        "Paths that differ in these numbers differ in the answer more than chance would have it;"
            + " each point stands for as many paths, about. These are correlations, not causes"
            + (causes.isEmpty() ? ": what decides it, the command corridor why tells." : ".");
    List<Figure> fresh = once(figures);
    return PageSection.of(
            "together",
            run.main().map(main -> "What goes together with " + asked(main.getKey())).orElse(""),
            fresh.stream().limit(OPEN_CURVES).toList(),
            fresh.stream().skip(OPEN_CURVES).toList(),
            "what goes together with it less")
        .called("What goes together with it")
        .with(lead);
  }

  /**
   * Of a question about policy all but the months under policies, which say the same again; what is
   * of one thing, as its end and its mean are, isn't in sight twice.
   */
  private List<Direction> telling(ReportData.Together found) {
    boolean isOfPolicy = MetricKind.REGIME.is(run.question(found.question()).metric());
    List<Direction> all =
        found.directions().stream()
            .filter(direction -> !isOfPolicy || !direction.id().startsWith(REGIME))
            .toList();
    Set<String> owners = new HashSet<>();
    List<Direction> firsts = all.stream().filter(one -> owners.add(owner(one.id()))).toList();
    return Stream.concat(firsts.stream(), all.stream().filter(one -> !firsts.contains(one)))
        .toList();
  }

  private static String owner(String id) {
    return id.substring(0, Math.max(0, id.lastIndexOf('.')));
  }

  private String asked(String question) {
    return run.sentences().unbrokenAsked(question);
  }

  private List<Figure> once(List<Figure> figures) {
    List<Figure> fresh = new ArrayList<>();
    for (Figure figure : figures) {
      if ((changes || !figure.isNothing()) && shown.add(figure.id())) {
        fresh.add(figure);
      }
    }
    return fresh;
  }

  /** The chart that answers the main question; without one, that of trade. */
  private List<Figure> leading() {
    Optional<Map.Entry<String, Answer>> main = run.main();
    if (main.isEmpty()) {
      return FanFigure.of(run, MetricKind.TOTAL_OF_YEAR.id(), Figure.Place.WIDE).stream().toList();
    }
    String id = main.get().getKey();
    Optional<Series> series = run.series(run.question(id).metric());
    if (series.isPresent() && isFan(series.get().metric())) {
      String reached = Finding.reached(run, id, main.get().getValue());
      return FanFigure.answering(run, id, reached).stream().toList();
    }
    return shares.chance(id).or(() -> of(run.question(id).metric(), Figure.Place.WIDE)).stream()
        .toList();
  }

  private static boolean isFan(Metric metric) {
    return !metric.whole() && metric.kind() != MetricKind.COVERAGE;
  }

  /** The figure that fits a metric. */
  private Optional<Figure> of(String metric, Figure.Place place) {
    if (MetricKind.REGIME.is(metric)) {
      return shares.regimes(place).or(() -> run.series(metric).map(s -> shares.switched(s, place)));
    }
    if (MetricKind.COVERAGE.is(metric)) {
      return shares.waivers(place);
    }
    Optional<Figure> places = shares.places(metric, place);
    if (places.isPresent()) {
      return places;
    }
    return run.series(metric)
        .filter(series -> series.metric().counted() == MetricUnit.SWITCH)
        .map(series -> shares.switched(series, place))
        .or(() -> FanFigure.of(run, metric, place));
  }

  /** Says how the answers are drawn. */
  private String overview() {
    boolean counts =
        run.projection().answers().values().stream().anyMatch(answer -> answer.countsMonths());
    return "Each on the same scale, from 0 to 100"
        + Amounts.NO_BREAK
        + "% of the paths"
        + (counts ? ", or of the months asked about" : "")
        + (run.data().alternatives().isEmpty()
            ? "."
            : "; the bar is what the file’s variants make of it, but those that force the first.")
        + " In grey: by when half of those paths had come so far, or what most of them have."
        + " Each leads to its chart.";
  }

  /** The answers by what they are about, each with its charts. */
  private List<PageSection.Group> answers() {
    Map<String, List<String>> byMetric = new LinkedHashMap<>();
    for (String id : run.projection().answers().keySet()) {
      String metric = run.question(id).metric();
      byMetric.computeIfAbsent(grouped(metric), key -> new ArrayList<>()).add(id);
    }
    List<PageSection.Group> groups = new ArrayList<>();
    byMetric.forEach((metric, ids) -> groups.add(group(metric, ids)));
    return groups;
  }

  /** Regimes are one matter. */
  private static String grouped(String metric) {
    return MetricKind.REGIME.is(metric) ? REGIME : metric;
  }

  private PageSection.Group group(String metric, List<String> ids) {
    List<Figure> figures = new ArrayList<>();
    String first = run.question(ids.get(0)).metric();
    of(first, Figure.Place.HALF).ifPresent(figures::add);
    shares.byWhen(first, ids, Figure.Place.HALF).ifPresent(figures::add);
    for (String id : ids) {
      if (run.projection().answer(id) instanceof Answer.Count count && count.paths() > 0) {
        shares.counted(id, count, Figure.Place.HALF).ifPresent(figures::add);
      }
    }
    String title = metric.equals(REGIME) ? "Policy" : run.title(first);
    List<Figure> fresh = once(figures);
    List<String> drawn =
        figures.stream().filter(figure -> !figure.isNothing()).map(Figure::id).toList();
    long count = fresh.stream().filter(figure -> !figure.isNothing()).count();
    String folded =
        count == 0 ? "a chart, once it isn’t zero" : count == 1 ? "1 chart" : count + " charts";
    Optional<String> common =
        drawn.stream()
            .filter(id -> id.startsWith("by-when-"))
            .findFirst()
            .or(() -> drawn.stream().findFirst());
    List<PageSection.Answered> answers = new ArrayList<>();
    for (String id : ids) {
      String own = Figure.id("count-" + id);
      boolean isCounted = figures.stream().anyMatch(figure -> figure.id().equals(own));
      answers.add(
          answered(run, id, run.projection().answer(id)).over(isCounted ? own : common.orElse("")));
    }
    return new PageSection.Group(title, answers, fresh, folded);
  }

  /** Returns an answer in words. */
  static PageSection.Answered answered(Run run, String id, Answer answer) {
    String value = answer.paths() == 0 ? "–" : Estimates.answer(answer);
    String exact =
        answer.paths() == 0 ? "" : Numbers.shortest(answer.shareOrMonths().orElseThrow());
    String statement = run.sentences().unbrokenStatement(id);
    String title = run.title(run.question(id).metric()) + ' ';
    String subject = statement.startsWith(title) ? title : "";
    return new PageSection.Answered(
        id,
        value,
        subject,
        statement.substring(subject.length()),
        run.sentences().unbrokenRest(id, answer),
        exact,
        strip(run, id, answer),
        "");
  }

  /** Draws an answer, the range of the variants' and, where there is one, that of the report. */
  private static String strip(Run run, String id, Answer answer) {
    MonthSpan asked = MonthSpan.of(run.scenario(), run.question(id));
    List<DotChart.Dot> dots = new ArrayList<>(List.of(dot(answer, 0, asked)));
    run.answerBefore(id).ifPresent(was -> dots.add(dot(was, DotChart.REFERENCE, asked)));
    double percent = answer.countsMonths() ? 100.0 / asked.length() : 100;
    double[] others =
        VariantFigures.unforced(run).stream()
            .map(alternative -> alternative.answers().get(id))
            .filter(brief -> brief != null && !Double.isNaN(brief.value()))
            .mapToDouble(brief -> percent * brief.value())
            .toArray();
    double own = dots.get(0).value();
    return DotChart.strip(
        dots,
        Arrays.stream(others).reduce(own, Math::min),
        Arrays.stream(others).reduce(own, Math::max));
  }

  /** An answer in per cent, one that counts in per cent of the months asked about. */
  private static DotChart.Dot dot(Answer answer, int series, MonthSpan asked) {
    Estimate of = Estimate.of(answer);
    double by = answer.countsMonths() ? 100.0 / asked.length() : 1;
    return new DotChart.Dot("", series, by * of.value(), by * of.low(), by * of.high());
  }

  private List<Figure> trade() {
    List<Figure> figures = new ArrayList<>();
    FanFigure.of(run, MetricKind.TOTAL_OF_YEAR.id(), Figure.Place.WIDE).ifPresent(figures::add);
    List<String> half = new ArrayList<>(List.of("exports", "imports"));
    run.projection().series().keySet().stream()
        .filter(metric -> metric.matches("flow\\.[^.]+"))
        .filter(metric -> !isOneOf(List.of("exports", "imports"), metric))
        .forEach(half::add);
    half.forEach(metric -> FanFigure.of(run, metric, Figure.Place.HALF).ifPresent(figures::add));
    return figures;
  }

  /** Whether a metric has the very means of another, as a flow that is all of the imports. */
  private boolean isOneOf(List<String> others, String metric) {
    double[] means = run.series(metric).map(series -> new Bands(series).mean(1)).orElseThrow();
    return others.stream()
        .map(run::series)
        .flatMap(Optional::stream)
        .anyMatch(series -> Arrays.equals(new Bands(series).mean(1), means));
  }
}
