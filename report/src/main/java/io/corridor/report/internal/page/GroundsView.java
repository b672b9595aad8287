package io.corridor.report.internal.page;

import io.corridor.evidence.score.Widened;
import io.corridor.model.Scenario;
import io.corridor.report.data.Grounds;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.CauseWords;
import io.corridor.report.words.Digits;
import io.corridor.report.words.Judgement;
import io.corridor.report.words.ScoredWords;
import io.corridor.report.words.Sentences;
import io.corridor.why.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page says of the ground that numbers stand on: the past the scenario was held against,
 * and which numbers data have measured.
 */
final class GroundsView {
  private final Run run;
  private final Grounds grounds;
  private final CauseWords words;

  GroundsView(Run run) {
    this.run = run;
    this.grounds = run.data().grounds();
    this.words = new CauseWords(run.scenario());
  }

  /** Returns the past that the scenario was held against, and which numbers are measured. */
  List<PageBlock> blocks(Optional<Shares> ofMain) {
    List<PageBlock> blocks = new ArrayList<>();
    grounds
        .past()
        .ifPresent(
            past -> {
              blocks.add(heldAgainst(run.scenario(), past));
              blocks.add(scored(past));
            });
    List<String> settled = run.sentences().settlements();
    if (!settled.isEmpty()) {
      blocks.add(PageBlock.behind("How each question would be settled", PageBlock.list(settled)));
    }
    Map<String, Widened> widened = run.results().source().widened();
    if (!widened.isEmpty()) {
      blocks.add(
          PageBlock.titled(
              "Wider than by the data",
              PageBlock.list(ScoredWords.of(Optional.of(run.scenario())).widened(widened))));
    }
    if (!grounds.measured().isEmpty()) {
      String judged =
          ofMain
              .flatMap(shares -> new Judgement(run.scenario()).sentence(shares))
              .map(said -> " " + said)
              .orElse("");
      String title = "Numbers that data have measured";
      blocks.add(PageBlock.titled("What is measured", new PageBlock.Words(grounds() + judged)));
      blocks.add(
          PageBlock.behind(
              title, new PageBlock.Numbers(title, measured()), PageBlock.list(series())));
      blocks.add(
          PageBlock.behind(
              "Uncertain inputs that are judged",
              PageBlock.list(
                  grounds.judged().stream()
                      .map(key -> Sentences.capitalised(words.key(key)))
                      .toList())));
    }
    return blocks;
  }

  private PageBlock scored(Grounds.Past past) {
    String title = "How its forecasts would have done";
    List<PageBlock.Part> parts = new ArrayList<>();
    parts.add(
        new PageBlock.Words(
            "The scenario was moved to "
                + past.origins()
                + (past.origins() == 1 ? " month" : " months")
                + " of the past, with what was known then, and simulated on "
                + Amounts.whole(past.paths())
                + " paths from each. "
                + past.asserted()
                + " parts of it that aren’t fitted stayed as the file has them, and may know what"
                + " came later. Skill is 1 − CRPS/that of the best forecast without a model;"
                + " “apart” counts forecasts whose periods don’t overlap. The command corridor"
                + " backtest tells more."));
    past.skipped().forEach(left -> parts.add(new PageBlock.Words("Left out: " + left + ".")));
    parts.add(new PageBlock.Numbers(title, scores(past)));
    return new PageBlock("", title, "", parts);
  }

  /** Returns what is said of each metric's bands. */
  static PageBlock heldAgainst(Scenario scenario, Grounds.Past past) {
    ScoredWords words = ScoredWords.of(Optional.of(scenario));
    return PageBlock.titled(
        "Held against its past",
        PageBlock.list(
            past.verdicts().stream()
                .map(verdict -> words.verdict(verdict.metric(), verdict.sentence()) + ".")
                .toList()));
  }

  private Table scores(Grounds.Past past) {
    Table table =
        Table.of(
            "Forecast of", "months ahead", "in 50 %", "in 90 %", "apart", "best rival", "skill");
    for (Grounds.Score score : past.scores()) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(score.horizon()));
      cells.add(score.half() + "/" + score.n());
      cells.add(score.ninety() + "/" + score.n());
      cells.add(score.apart() + "/" + score.ofApart());
      cells.add(score.rival().isEmpty() ? Digits.NONE : score.rival().replace('-', ' '));
      cells.add(Double.isNaN(score.skill()) ? "–" : Amounts.decimal(score.skill(), 2));
      table.add(run.title(score.metric()), cells);
    }
    return table;
  }

  private String grounds() {
    long both = grounds.measured().stream().filter(Grounds.Measured::judged).count();
    int all = grounds.measured().size();
    return all
        + " numbers are measured, "
        + both
        + " of them judged before and updated by data. "
        + grounds.judged().size()
        + " others are uncertain and judged. What the file states as one number is judged, derived,"
        + " or read from a source, as its remarks say.";
  }

  private Table measured() {
    Table table = Table.of("Number", "5 %", "median", "95 %", "grade", "by");
    for (Grounds.Measured number : grounds.measured()) {
      List<String> cells = new ArrayList<>();
      for (double value : List.of(number.low(), number.median(), number.high())) {
        cells.add(Digits.three(value));
      }
      cells.add(number.judged() ? "judged, then measured" : "measured");
      cells.add(
          number.n()
              + " observations of "
              + number.series()
              + ", "
              + number.from()
              + " to "
              + number.to());
      table.add(Sentences.capitalised(words.fitted(number.key())), cells);
    }
    return table;
  }

  /** Says where each series comes from. */
  private List<String> series() {
    return grounds.measured().stream()
        .map(number -> number.series() + ", of " + number.source())
        .distinct()
        .toList();
  }
}
