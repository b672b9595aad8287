package io.corridor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.model.DatedPoints;
import io.corridor.model.Driver;
import io.corridor.model.Question;
import io.corridor.model.Question.Band;
import io.corridor.model.Question.Given;
import io.corridor.model.Question.Window;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.reference.ReferenceAnswers.Answer;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions put to a path whose driver is, month by month, 1 3 3 1 3 3 3 1. */
class ReferenceAnswersTest {
  private static final double[] X = {1, 3, 3, 1, 3, 3, 3, 1};
  private static final Question.Test ANY = Question.Test.ANY_MONTH;
  private static final Question.Test EVERY = new Question.Test.EveryMonth();
  private static final Question.Test COUNT = new Question.Test.CountMonths();

  private final Scenario.Builder scenario = scenario();

  @Test
  void anyMonthOfTheWindow() {
    assertThat(answer(ask(ANY, Window.ALL))).isEqualTo(hit(1));
    assertThat(answer(ask(ANY, Window.at(month(3))))).isEqualTo(miss());
    assertThat(answer(ask(ANY, Window.in(month(3), month(4))))).isEqualTo(hit(4));
    assertThat(answer(ask(ANY, Window.by(month(0))))).isEqualTo(miss());
  }

  @Test
  void bandsAreStrictOrNot() {
    assertThat(holds(Band.atLeast(3), 3)).isTrue();
    assertThat(holds(Band.above(3), 3)).isFalse();
    assertThat(holds(Band.atMost(1), 1)).isTrue();
    assertThat(holds(Band.below(1), 1)).isFalse();
  }

  @Test
  void runMayStartBeforeTheWindowButNotBeforeTheStart() {
    Question.Test two = new Question.Test.Run(2);
    Question.Test three = new Question.Test.Run(3);
    assertThat(answer(ask(two, Window.ALL))).isEqualTo(hit(2));
    assertThat(answer(ask(two, Window.at(month(2))))).isEqualTo(hit(2));
    assertThat(answer(ask(two, Window.in(month(3), month(7))))).isEqualTo(hit(5));
    assertThat(answer(ask(three, Window.ALL))).isEqualTo(hit(6));
    assertThat(answer(ask(three, Window.by(month(5))))).isEqualTo(miss());
    assertThat(answer(ask(new Question.Test.Run(8), Window.ALL))).isEqualTo(miss());
  }

  @Test
  void everyMonthAndCounts() {
    assertThat(answer(ask(EVERY, Window.in(month(4), month(6))))).isEqualTo(hit(-1));
    assertThat(answer(ask(EVERY, Window.in(month(3), month(6))))).isEqualTo(miss());
    assertThat(answer(ask(COUNT, Window.ALL))).isEqualTo(new Answer(true, false, -1, 5));
    assertThat(answer(ask(COUNT, Window.by(month(2))))).isEqualTo(new Answer(true, false, -1, 2));
  }

  @Test
  void untilEndsTheWindowTheMonthBefore() {
    // "end" first comes true with its run's last month, month 2.
    scenario.question("end", ask(new Question.Test.Run(2), Window.ALL));
    scenario.question("never", ask(ANY, Window.at(month(0))));
    assertThat(answer(until(COUNT, Window.ALL, "end"))).isEqualTo(new Answer(true, false, -1, 1));
    assertThat(answer(until(COUNT, Window.ALL, "never"))).isEqualTo(new Answer(true, false, -1, 5));
    assertThat(answer(until(ANY, Window.in(month(2), month(7)), "end"))).isEqualTo(miss());
    assertThat(answer(until(EVERY, Window.in(month(2), month(7)), "end"))).isEqualTo(hit(-1));
    assertThat(answer(until(COUNT, Window.in(month(4), month(7)), "end")))
        .isEqualTo(new Answer(true, false, -1, 0));
  }

  @Test
  void givenSaysWhetherThePathCounts() {
    scenario.question("true", ask(ANY, Window.ALL));
    scenario.question("false", ask(ANY, Window.at(month(0))));
    assertThat(answer(given(new Given("true", true), new Given("false", false))).counts()).isTrue();
    assertThat(answer(given(new Given("true", true), new Given("false", true))).counts()).isFalse();
    Answer answer = answer(given(new Given("true", false)));
    assertThat(answer).isEqualTo(new Answer(false, true, 1, 0));
  }

  @Test
  void talliesCountPathsInTheCondition() {
    Scenario.Builder builder = scenario();
    builder.driver("coin", new Driver.Gbm(Value.of(1), Value.ZERO, Value.of(1), Map.of(), ""));
    Question up =
        Question.of("driver.coin", Band.above(1)).withWindow(Window.at(month(1))).withTest(ANY);
    builder.question("up", up);
    builder.question("x", ask(ANY, Window.ALL));
    builder.question(
        "given-up",
        Question.of("driver.x", Band.atLeast(3))
            .withTest(COUNT)
            .withGiven(List.of(new Given("up", true))));
    Map<String, ReferenceAnswers.Tally> tallies = ReferenceAnswers.tally(builder.build(), 1, 50);
    ReferenceAnswers.Tally tally = tallies.get("up");
    assertThat(tally.paths()).isEqualTo(50);
    assertThat(tally.hits()).isBetween(1L, 49L);
    assertThat(tally.firstMonths()[1]).isEqualTo(tally.hits());
    assertThat(tallies.get("given-up").paths()).isEqualTo(tally.hits());
    assertThat(tallies.get("given-up").months()[5]).isEqualTo(tally.hits());
    assertThat(tallies.get("x").firstMonths()).containsExactly(0, 50, 0, 0, 0, 0, 0, 0);
  }

  private static Scenario.Builder scenario() {
    Map<YearMonth, Double> points = new HashMap<>();
    for (int t = 0; t < X.length; t++) {
      points.put(month(t), X[t]);
    }
    return Scenarios.from("2020-01", X.length)
        .driver("x", new Driver.Path(DatedPoints.of(points), ""));
  }

  private Answer answer(Question question) {
    Scenario built = scenario.question("asked", question).build();
    return ReferenceAnswers.of(built, ReferencePath.simulate(built, 1, 0)).get("asked");
  }

  private boolean holds(Band band, double value) {
    int month = value == 3 ? 1 : 0;
    return answer(Question.of("driver.x", band).withWindow(Window.at(month(month))).withTest(ANY))
        .hit();
  }

  private static Question ask(Question.Test test, Window window) {
    return new Question("driver.x", Band.atLeast(3), window, test, Optional.empty(), List.of());
  }

  private static Question until(Question.Test test, Window window, String id) {
    return new Question("driver.x", Band.atLeast(3), window, test, Optional.of(id), List.of());
  }

  private static Question given(Given... given) {
    return Question.of("driver.x", Band.atLeast(3)).withTest(ANY).withGiven(List.of(given));
  }

  private static Answer hit(int month) {
    return new Answer(true, true, month, 0);
  }

  private static Answer miss() {
    return new Answer(true, false, -1, 0);
  }

  private static YearMonth month(int t) {
    return YearMonth.of(2020, 1).plusMonths(t);
  }
}
