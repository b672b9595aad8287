package io.corridor.report.words;

import static io.corridor.report.Examples.asking;
import static io.corridor.report.Examples.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.projection.Answer;
import io.corridor.report.Examples;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Question.Test ANY = Question.Test.ANY_MONTH;
  private static final Question.Test EVERY = new Question.Test.EveryMonth();
  private static final Question.Test COUNT = new Question.Test.CountMonths();
  private static final Window BY_2024 = Window.by(YearMonth.of(2024, 12));
  private static final Window SUMMER = Window.in(YearMonth.of(2021, 6), YearMonth.of(2021, 9));
  private static final String DARK = "energy.electricity.unserved-share";
  private static final String DEPENDENCY = "energy.electricity.dependency";
  private static final String IMPORTS = "energy.electricity.imports";
  private static final String COVERAGE = "waiver.energy-waiver.coverage";

  @Test
  void aTargetWithTheMonthByWhichHalfReachIt() {
    Answer answer =
        new Answer.Probability(
            100_000,
            31_012,
            List.of(),
            List.of(new Answer.FirstMonth(50, YearMonth.of(2023, 1))),
            List.of());
    assertThat(said(Examples.reaches20bn(), answer))
        .isEqualTo(
            "Trade reaches 20 bn USD a year by December 2024 on 31.0 % of paths (30.7 to 31.3);"
                + " half of these by January 2023.");
  }

  @Test
  void theProbabilityHasTheDigitsThatItsIntervalAllows() {
    assertThat(said(Examples.reaches20bn(), hits(50, 20))).contains("on 40 % of paths (28 to 54)");
    assertThat(said(Examples.reaches20bn(), hits(100_000, 120)))
        .contains("on 0.12 % of paths (0.10 to 0.14)");
    assertThat(said(Examples.reaches20bn(), hits(100_000_000, 31_000_000)))
        .contains("on 31.00 % of paths (30.99 to 31.01)");
    assertThat(said(Examples.reaches20bn(), hits(100_000, 0)))
        .contains("on no path (0 to 0.004 %)");
    assertThat(said(Examples.reaches20bn(), hits(1_000, 1_000)))
        .contains("on every path (99.6 to 100 %)");
  }

  @Test
  void everySortOfBand() {
    assertThat(clause(question("exports", Band.above(1e9), BY_2024, ANY)))
        .isEqualTo("Monthly exports rise above 1 bn USD a month by December 2024");
    assertThat(clause(question(DEPENDENCY, Band.atMost(0.02), BY_2024, ANY)))
        .isEqualTo("The dependency on imported electricity falls to 2 % or less by December 2024");
    assertThat(clause(question("balance", Band.below(-5e8), Window.ALL, ANY)))
        .isEqualTo("The monthly trade balance falls below −500 mn USD a month by December 2024");
    assertThat(clause(question("flow.goods", Band.atMost(17e9 / 12), BY_2024, ANY)))
        .isEqualTo("Trade in goods falls to 1.417 bn USD a month or less by December 2024");
    assertThat(clause(question("index.leverage", Band.atLeast(1e9), BY_2024, ANY)))
        .isEqualTo("The leverage index reaches 1 bn by December 2024");
    Band band = new Band(OptionalDouble.of(1_000), false, OptionalDouble.of(1_200.5), false);
    assertThat(clause(question(IMPORTS, band, BY_2024, ANY)))
        .isEqualTo("Imported electricity is between 1 000 MW and 1 200.5 MW by December 2024");
  }

  @Test
  void sourcesAndHours() {
    PhraseBook words = new PhraseBook(Examples.small());
    assertThat(words.subject("energy.electricity.source.turkey-line"))
        .isEqualTo("electricity from Turkey line");
    assertThat(words.subject("energy.gas.n-1")).isEqualTo("the N-1 ratio of gas");
    assertThat(words.subject("energy.electricity.hours-short"))
        .isEqualTo("the time short of electricity");
  }

  @Test
  void everySortOfWindowAndTest() {
    assertThat(clause(question(DARK, Band.atLeast(0.2), SUMMER, ANY)))
        .isEqualTo(
            "The unserved share of electricity is 20 % or more in some month from June to"
                + " September 2021");
    assertThat(clause(question(DARK, Band.below(0.1), SUMMER, EVERY)))
        .isEqualTo(
            "The unserved share of electricity stays below 10 % in every month from June to"
                + " September 2021");
    Window july = Window.at(YearMonth.of(2021, 7));
    assertThat(clause(question(DARK, Band.atLeast(0.2), july, ANY)))
        .isEqualTo("The unserved share of electricity is 20 % or more in July 2021");
    assertThat(clause(question(DEPENDENCY, Band.atMost(0.02), BY_2024, new Question.Test.Run(12))))
        .isEqualTo(
            "The dependency on imported electricity stays at 2 % or less for 12 months running by"
                + " December 2024");
    assertThat(clause(question(IMPORTS, Band.atLeast(50), BY_2024, EVERY)))
        .isEqualTo("Imported electricity stays at 50 MW or more in every month to December 2024");
  }

  @Test
  void metricsThatAreEventsAreSaidAsEvents() {
    assertThat(clause(question(COVERAGE, Band.below(1), BY_2024, ANY)))
        .isEqualTo("The energy waiver lapses by December 2024");
    assertThat(clause(question(COVERAGE, Band.atLeast(1), BY_2024, EVERY)))
        .isEqualTo("The energy waiver holds in full in every month to December 2024");
    assertThat(clause(question("regime.detente", Band.atLeast(1), BY_2024, ANY)))
        .isEqualTo("The policy regime reaches detente by December 2024");
    assertThat(clause(question("unrest", Band.above(0), BY_2024, ANY)))
        .isEqualTo("Unrest breaks out by December 2024");
    assertThat(clause(question("rank", Band.atMost(2), BY_2024, EVERY)))
        .isEqualTo(
            "Iraq's rank among the partners of Iran stays at second or higher in every month to"
                + " December 2024");
    assertThat(clause(question("rank", Band.above(2), BY_2024, ANY)))
        .isEqualTo("Iraq's rank among the partners of Iran falls below second by December 2024");
    assertThat(clause(question("rank", Band.atMost(1), BY_2024, ANY)))
        .isEqualTo("Iraq's rank among the partners of Iran becomes first by December 2024");
    assertThat(clause(question("rank", Band.atMost(1), BY_2024, EVERY)))
        .isEqualTo(
            "Iraq's rank among the partners of Iran stays first in every month to December 2024");
    assertThat(clause(question("rank", Band.below(12), BY_2024, ANY)))
        .isEqualTo("Iraq's rank among the partners of Iran rises above 12th by December 2024");
    assertThat(clause(question("rank", Band.atLeast(3), BY_2024, ANY)))
        .isEqualTo(
            "Iraq's rank among the partners of Iran falls to third or lower by December 2024");
  }

  @Test
  void aLabelTakesThePlaceOfASentence() {
    Scenario scenario =
        asking(question("regime.detente", Band.atLeast(1), BY_2024, ANY)).toBuilder()
            .label("questions.question", "the two come to terms by December 2024")
            .label("regime", "American policy")
            .label("regime.detente", "a détente")
            .question("other", question("regime.detente", Band.atLeast(1), Window.ALL, ANY))
            .buildUnchecked();
    Sentences sentences = new Sentences(scenario);
    assertThat(sentences.answer("question", hits(10_000, 4_000)))
        .startsWith("The two come to terms by December 2024 on 40 % of paths");
    assertThat(sentences.unbrokenAsked("question"))
        .isEqualTo("whether the two come to terms by December 2024");
    assertThat(sentences.statement("other")).startsWith("American policy reaches a détente by ");
  }

  @Test
  void countsOfMonths() {
    Answer answer =
        new Answer.Count(
            100_000, 3.2, 2.8, List.of(new Answer.Months(5, 0), new Answer.Months(95, 9)));
    assertThat(said(question(DARK, Band.atLeast(0.2), Window.ALL, COUNT), answer))
        .isEqualTo(
            "The unserved share of electricity is 20 % or more in 3.20 of the 70 months to December"
                + " 2024 on average (90 % of paths: 0 to 9).");
    assertThat(said(question(DARK, Band.atLeast(0.2), SUMMER, COUNT), answer))
        .contains("in 3.20 of the 4 months from June to September 2021 on average");
  }

  @Test
  void conditions() {
    Question lapse = question(COVERAGE, Band.below(1), BY_2024, ANY);
    Question independent =
        question(DEPENDENCY, Band.atMost(0.02), BY_2024, new Question.Test.Run(12));
    Question reach = Examples.reaches20bn();
    Question asked =
        new Question(
            reach.metric(),
            reach.band(),
            reach.window(),
            reach.test(),
            Optional.empty(),
            List.of(new Given("lapse", false), new Given("independent", true)));
    Scenario scenario =
        Examples.scenario()
            .question("lapse", lapse)
            .question("independent", independent)
            .question("asked", asked)
            .buildUnchecked();
    Sentences sentences = new Sentences(scenario);
    assertThat(sentences.answer("asked", hits(61_234, 21_432)))
        .isEqualTo(
            "Where the energy waiver doesn't lapse by December 2024 and the dependency on imported"
                + " electricity stays at 2 % or less for 12 months running by December 2024, trade"
                + " reaches 20 bn USD a year by December 2024 on 35.0 % of these paths (34.6 to"
                + " 35.4 of 61 234).");
    assertThat(sentences.answer("asked", hits(0, 0)))
        .endsWith("no path meets the condition, so there is no answer.");
  }

  @Test
  void anEndSetByAnotherQuestion() {
    Question independent =
        question(DEPENDENCY, Band.atMost(0.02), BY_2024, new Question.Test.Run(12));
    Question keeps =
        new Question(
            IMPORTS, Band.atLeast(50), BY_2024, EVERY, Optional.of("independent"), List.of());
    Scenario scenario =
        Examples.scenario()
            .question("independent", independent)
            .question("keeps", keeps)
            .buildUnchecked();
    assertThat(new Sentences(scenario).answer("keeps", hits(10_000, 4_000)))
        .startsWith(
            "Imported electricity stays at 50 MW or more in every month to December 2024 before the"
                + " dependency on imported electricity stays at 2 % or less for 12 months running"
                + " by December 2024 on 40 % of paths");
  }

  @Test
  void questionsThatEndByOneAnotherMayBeMany() {
    Scenario.Builder asking = Examples.scenario();
    int last = 4_000;
    for (int i = last; i >= 0; i--) {
      Optional<String> until = i == last ? Optional.empty() : Optional.of("q" + (i + 1));
      asking.question(
          "q" + i, new Question("exports", Band.atLeast(i), BY_2024, ANY, until, List.of()));
    }
    assertThat(new Sentences(asking.buildUnchecked()).answer("q0", hits(10_000, 4_000)))
        .contains("reach 3 USD a month by December 2024, before q4 is true")
        .hasSizeLessThan(500);
  }

  private static Answer hits(long paths, long hits) {
    return new Answer.Probability(paths, hits, List.of(), List.of(), List.of());
  }

  private static String said(Question question, Answer answer) {
    return new Sentences(asking(question)).answer("question", answer);
  }

  private static String clause(Question question) {
    String sentence = said(question, hits(10_000, 4_000));
    return sentence.substring(0, sentence.indexOf(" on 40 %"));
  }

  @Test
  void whatNobodyCouldSettleIsMarkedWhereOthersCould() {
    Question known = Question.of("exports", Band.atLeast(1));
    Question alone = Question.of("exports", Band.atLeast(2));
    Scenario silent =
        Examples.scenario().question("a", known).question("b", alone).buildUnchecked();
    Answer half = hits(1_000, 500);
    assertThat(new Sentences(silent).unbrokenRest("b", half)).doesNotContain("alone");
    assertThat(new Sentences(silent).settlements()).isEmpty();
    Scenario said =
        silent.toBuilder().question("a", known.withResolves("customs")).buildUnchecked();
    assertThat(new Sentences(said).unbrokenRest("a", half)).doesNotContain("alone");
    assertThat(new Sentences(said).unbrokenRest("b", half)).contains("of the model alone");
    assertThat(new Sentences(said).settlements())
        .satisfiesExactly(
            first -> assertThat(first).endsWith(": customs."),
            second -> assertThat(second).endsWith("nobody could settle it, of the model alone."));
  }
}
