package io.corridor.report.internal.page;

import io.corridor.evidence.score.Coverage;
import io.corridor.evidence.score.Probabilities;
import io.corridor.evidence.score.Probabilities.Forecast;
import io.corridor.evidence.score.Probabilities.Pool;
import io.corridor.projection.Answer;
import io.corridor.report.data.Corridor;
import io.corridor.report.data.LiveModel;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.Site;
import io.corridor.report.internal.chart.Across;
import io.corridor.report.internal.chart.Ink;
import io.corridor.report.internal.chart.Mark;
import io.corridor.report.internal.chart.Plot;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Sentences;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages of a site of corridors that aren't one corridor's: what each says, a card a corridor,
 * and all their questions, with what came where that is known.
 */
public final class GalleryPage {
  private static final String NAME = "Corridor";
  private static final String REPORT = "report.html";
  private static final List<Double> WHOLE = List.of(0.0, 100.0);

  private final List<Corridor> corridors;
  private final List<Forecast> settled;
  private final Site site;

  private GalleryPage(List<Corridor> corridors, Site site) {
    this.corridors = corridors;
    this.settled = Corridor.settled(corridors);
    this.site = site;
  }

  /**
   * Writes the page that one meets first.
   *
   * @param corridors at least one
   * @param site where the page stands
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void write(List<Corridor> corridors, Site site, Writer out) throws IOException {
    new GalleryPage(corridors, site).index().write(out);
  }

  /**
   * Writes the page of all questions.
   *
   * @param corridors at least one
   * @param site where the page stands
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void writeQuestions(List<Corridor> corridors, Site site, Writer out)
      throws IOException {
    new GalleryPage(corridors, site).questions().write(out);
  }

  /**
   * Writes the script that holds the model for all pages of a site.
   *
   * @param model of all pages
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void writeModel(LiveModel model, Writer out) throws IOException {
    out.write("document.currentScript.append(\"" + model.module() + "\");\n");
  }

  /**
   * Returns what a corridor says: what was found, and what that rests on, as its page has it.
   *
   * @param corridor one
   */
  public static List<String> said(Corridor corridor) {
    Run run = new Run(corridor.results());
    return Stream.concat(
            Stream.of(Finding.title(run)),
            Finding.rests(run, run.data().decided().map(ReportData.Decided::shares)).stream()
                .map(HtmlPage.Rest::words))
        .map(Sentences::capitalised)
        .toList();
  }

  /** Returns in a sentence how good the probabilities were of which is known what came. */
  public static Optional<String> verdict(List<Corridor> corridors) {
    List<Forecast> settled = Corridor.settled(corridors);
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    Probabilities scores = Probabilities.of(settled);
    return Optional.of(
        "%d of %s settled: Brier score %s, where one in two for each has 0.25 and 0 is best"
            .formatted(
                settled.size(),
                counted(corridors.stream().mapToInt(GalleryPage::asked).sum(), "question")
                    + (settled.size() == 1 ? " is" : " are"),
                Digits.three(scores.brier())));
  }

  private static int asked(Corridor corridor) {
    return corridor.results().projection().answers().size();
  }

  private static String counted(int count, String noun) {
    return Integer.toString(count) + Amounts.NO_BREAK + noun + (count == 1 ? "" : "s");
  }

  private HtmlPage index() {
    return new HtmlPage(
            NAME,
            "What may come of the trade between two countries",
            "Policy that turns on a day, prices, energy, rivals: each corridor is simulated month"
                + " by month, many thousands of times. What comes true on 18 of 100 of these paths"
                + " has a chance of 18"
                + Amounts.NO_BREAK
                + "%.",
            contents() + verdict(corridors).map(said -> " " + said + ".").orElse(""),
            List.of(),
            "",
            List.of(),
            List.of(),
            corridors.stream().map(this::card).toList(),
            false,
            Optional.empty())
        .within(Optional.of(site));
  }

  /** Returns how much there is. */
  private String contents() {
    return counted(corridors.size(), "corridor")
        + ", "
        + counted(corridors.stream().mapToInt(GalleryPage::asked).sum(), "question")
        + "; what each says, how such forecasts have done, and how much is judgement.";
  }

  private PageSection card(Corridor corridor) {
    List<String> said = said(corridor);
    String name = corridor.results().projection().scenario().name();
    List<Figure> figures =
        RunPage.small(new Run(corridor.results()))
            .map(figure -> figure.of(corridor.name(), name))
            .stream()
            .toList();
    PageBlock.Link report = new PageBlock.Link(address(corridor), "The report of " + name);
    List<PageBlock.Part> parts = new ArrayList<>();
    said.stream().skip(1).forEach(rest -> parts.add(new PageBlock.Words(rest + ".")));
    parts.add(new PageBlock.Links(List.of(report)));
    if (site.studio()) {
      parts.add(new PageBlock.Frame(report.address() + "#embed", "Move its levers", name));
    }
    return PageSection.of(corridor.name(), name, said.get(0) + ".", figures)
        .with(List.of(new PageBlock("", "", "", parts)));
  }

  /** Names of folders may hold whatever names of files do. */
  private String address(Corridor corridor) {
    String folder = URLEncoder.encode(corridor.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return site.up() + folder + "/" + REPORT;
  }

  private HtmlPage questions() {
    List<PageSection> sections = new ArrayList<>();
    if (!settled.isEmpty()) {
      sections.add(
          PageSection.of("settled", "What was said, and what came", "", List.of(calibration())));
    }
    corridors.forEach(corridor -> sections.add(asked(corridor, corridor.settled())));
    return new HtmlPage(
            NAME,
            "Every question, and what was said",
            verdict(corridors).map(said -> said + ".").orElse(""),
            contents(),
            List.of(),
            "",
            List.of(),
            List.of(),
            sections,
            false,
            Optional.empty())
        .within(Optional.of(site));
  }

  private PageSection asked(Corridor corridor, Map<String, Forecast> known) {
    Run run = new Run(corridor.results());
    String name = run.scenario().name();
    List<PageSection.Answered> answers = new ArrayList<>();
    for (Map.Entry<String, Answer> answer : run.projection().answers().entrySet()) {
      PageSection.Answered answered = RunPage.answered(run, answer.getKey(), answer.getValue());
      Forecast forecast = known.get(answer.getKey());
      answers.add(
          new PageSection.Answered(
              corridor.name() + "." + answered.id(),
              answered.value(),
              "",
              answered.subject() + answered.statement(),
              forecast == null ? "" : came(answered.value(), forecast),
              answered.exact(),
              answered.strip(),
              ""));
    }
    String lead =
        "Asked of "
            + run.months().words(0)
            + " and after, of "
            + Amounts.whole(run.projection().paths())
            + " paths"
            + (known.isEmpty() ? "." : "; " + known.size() + " of " + answers.size() + " settled.");
    PageBlock.Link report =
        new PageBlock.Link(
            address(corridor) + "#answers", "These answers in the report of " + name);
    PageSection.Group group = new PageSection.Group("", answers, List.of(), "");
    return new PageSection(corridor.name(), name, lead, List.of(group))
        .with(List.of(new PageBlock("", "", "", List.of(new PageBlock.Links(List.of(report))))));
  }

  private static String came(String value, Forecast forecast) {
    return "said %s, and it %s: Brier score %s"
        .formatted(
            value,
            forecast.cameTrue() ? "came true" : "didn’t come true",
            Digits.three(forecast.brier()));
  }

  /** How often came true what was said to be about as likely. */
  private Figure calibration() {
    List<Pool> pools = Probabilities.pools(settled);
    int points = pools.size() + 2;
    double[] said = new double[points];
    double[] came = Plot.nowhere(points);
    double[] low = Plot.nowhere(points);
    double[] high = Plot.nowhere(points);
    said[points - 1] = 100;
    List<String> names = new ArrayList<>(List.of("0"));
    Table table = Table.of("Said, %", "questions", "came true", "its 90 %");
    for (int i = 1; i < points - 1; i++) {
      Pool pool = pools.get(i - 1);
      Answer.Interval interval = new Coverage(pool.trues(), pool.n()).interval90().orElseThrow();
      said[i] = 100 * pool.mean();
      came[i] = 100 * pool.share();
      low[i] = 100 * interval.low();
      high[i] = 100 * interval.high();
      names.add(Amounts.decimal(said[i], 0));
      table.add(
          Amounts.decimal(said[i], 1),
          List.of(
              Integer.toString(pool.n()),
              Integer.toString(pool.trues()),
              Amounts.decimal(low[i], 0) + " to " + Amounts.decimal(high[i], 0)));
    }
    names.add("100");
    return new Figure(
        "calibration",
        "Came true of what was said, %",
        "Questions about as likely as each other are one point, pooled until what came true"
            + " increases with what was said; its line is the exact 90 % interval of so few, were"
            + " they independent. On the dashed line, as many come true as was said.",
        Figure.Place.HALF,
        table,
        new Plot(
            new Across.Points("said, %", names, said),
            List.of(
                new Mark.Line("as said", Ink.PLAIN, said, ""),
                new Mark.Estimates(Ink.series(0), came, low, high)),
            WHOLE));
  }
}
