package io.corridor.report.internal.page;

import io.corridor.model.MetricKind;
import io.corridor.model.Question;
import io.corridor.projection.Answer;
import io.corridor.projection.Series;
import io.corridor.report.data.Grounds;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Estimates;
import io.corridor.report.words.Judgement;
import io.corridor.report.words.MonthSpan;
import io.corridor.report.words.Odds;
import io.corridor.report.words.UnitScale;
import io.corridor.why.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run found, in a sentence, and how far that hangs on what was assumed. */
final class Finding {
  private static final String LEADING = MetricKind.TOTAL_OF_YEAR.id();

  private Finding() {}

  /** Returns the sentence: {@code Trade reaches 20 bn USD a year by …: about one in six}. */
  static String title(Run run) {
    Optional<Map.Entry<String, Answer>> main = run.main();
    if (main.isEmpty()) {
      return trade(run);
    }
    String statement = run.sentences().statement(main.get().getKey());
    Answer answer = main.get().getValue();
    if (answer.paths() == 0) {
      return statement + ": no path meets the condition";
    }
    return answer.match(
        probability -> statement + ": " + Odds.words(probability.hits(), probability.paths()),
        count -> counted(statement, Estimates.mean(count)) + " on average");
  }

  private static String counted(String statement, String mean) {
    String so = " in so many of ";
    return statement.contains(so)
        ? statement.replace(so, " in " + mean + " of ")
        : statement + ": " + mean;
  }

  private static String trade(Run run) {
    Optional<Series> series = run.series(LEADING);
    if (series.isEmpty()) {
      return run.scenario().name();
    }
    Bands bands = new Bands(series.get());
    UnitScale scale = bands.scale();
    int last = run.months().last();
    return run.title(LEADING)
        + " in "
        + run.months().words(last)
        + ": "
        + scale.text(bands.middle(1)[last])
        + Amounts.NO_BREAK
        + scale.unit()
        + ", the "
        + bands.middleName();
  }

  /** Returns what variants make of the answer, but those that force it; empty without any. */
  static String variants(Run run) {
    List<VariantFigures.Told> told =
        VariantFigures.told(run).stream().filter(variant -> !variant.isForced()).toList();
    if (told.isEmpty()) {
      return "";
    }
    String own =
        run.main().map(main -> Estimates.answer(main.getValue()) + " in this run; ").orElse("");
    VariantFigures.Told least = told.get(0);
    VariantFigures.Told most = told.get(told.size() - 1);
    return own + said(least) + (told.size() > 1 ? ", " + said(most) : "") + ".";
  }

  private static String said(VariantFigures.Told told) {
    return told.answer().text() + " " + phrase(told.name());
  }

  /** {@code under max enforcement}, {@code with no sanctions}. */
  static String phrase(String name) {
    if (name.startsWith("no ")) {
      return "without " + name.substring("no ".length());
    }
    if (name.startsWith("the file ")) {
      return "with " + name;
    }
    return name.matches("(under|without|with|if|as|after|when|where) .*")
        ? name
        : "with “" + name + "”";
  }

  /** Returns how much of the answer is judged, and how such forecasts have done. */
  static List<HtmlPage.Rest> rests(Run run, Optional<Shares> causes) {
    List<HtmlPage.Rest> rests = new ArrayList<>();
    causes
        .flatMap(new Judgement(run.scenario())::percent)
        .map(share -> share + " of the answer’s variance is judgement alone")
        .ifPresent(words -> rests.add(new HtmlPage.Rest("decides", words)));
    run.data()
        .grounds()
        .past()
        .flatMap(past -> held(run, past))
        .ifPresent(words -> rests.add(new HtmlPage.Rest("rests-on", words)));
    return rests;
  }

  /** How many forecasts of what is asked about held, the farthest ahead; else of all its parts. */
  private static Optional<String> held(Run run, Grounds.Past past) {
    Map<String, Grounds.Score> farthest = new LinkedHashMap<>();
    for (Grounds.Score score : past.scores()) {
      farthest.merge(
          score.metric(), score, (one, other) -> one.horizon() < other.horizon() ? other : one);
    }
    String asked = run.main().map(main -> run.question(main.getKey()).metric()).orElse(LEADING);
    boolean isOfIt = farthest.containsKey(asked);
    int all = 0;
    int held = 0;
    for (Grounds.Score score : farthest.values()) {
      if (!isOfIt || score.metric().equals(asked)) {
        all += score.n();
        held += score.ninety();
      }
    }
    String of = isOfIt ? " past forecasts like it " : " past forecasts of what goes into it ";
    return all == 0
        ? Optional.empty()
        : Optional.of("of " + all + of + held + " held, where 90" + Amounts.NO_BREAK + "% should");
  }

  /** Returns what the chart says at the deadline; empty where there is no more than the title. */
  static String reached(Run run, String id, Answer answer) {
    Question question = run.question(id);
    int last = MonthSpan.of(run.scenario(), question).last();
    String month = run.months().words(last);
    Double holds = run.data().looks().holds().get(id);
    if (!(answer instanceof Answer.Probability probability) || answer.paths() == 0) {
      return month;
    }
    String reached = Estimates.probability(probability);
    if (holds == null) {
      return month + ": " + reached;
    }
    boolean isTwoSided = question.band().lower().isPresent() && question.band().upper().isPresent();
    String been =
        isTwoSided
            ? " have been there"
            : question.band().lower().isPresent() ? " have reached it" : " have fallen to it";
    String are =
        isTwoSided
            ? " are there"
            : question.band().lower().isPresent() ? " are above" : " are below";
    return month
        + ": "
        + reached
        + been
        + ", "
        + Amounts.decimal(100 * holds, 0)
        + Amounts.NO_BREAK
        + "%"
        + are;
  }
}
