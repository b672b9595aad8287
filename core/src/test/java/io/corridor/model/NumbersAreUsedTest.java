package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A number that a key declares must reach the model: one that nothing reads is found here. */
class NumbersAreUsedTest {
  /**
   * No measure makes these goods dearer, so that nobody asks how spending answers to the price, and
   * these services follow the world.
   */
  private static final Set<String> UNASKED =
      Set.of(
          "flows.return-goods.upper-elasticity",
          "flows.services.upper-elasticity",
          "flows.services.partner-share");

  @Test
  void everyUncertainNumberOfTheExampleIsAnInputOfItsPlan() {
    Scenario uncertain = Declaration.map(ExampleScenario.get(), NumbersAreUsedTest::uncertain);

    Set<String> numbers = new TreeSet<>();
    Declaration.walk(
        KeyPath.ROOT,
        uncertain,
        (path, value, form, key, section) -> {
          if (value instanceof Distribution) {
            numbers.add(path.toString());
          } else if (value instanceof ByRegime values) {
            values.states().keySet().forEach(state -> numbers.add(path.child(state).toString()));
          }
          return true;
        });

    assertThat(numbers).containsAll(UNASKED);
    numbers.removeAll(UNASKED);
    assertThat(numbers).hasSizeGreaterThan(60);
    assertThat(
            PlanCompiler.compile(uncertain, Drawn.of(1), Wanted.replay(List.of()))
                .numbers()
                .keySet())
        .containsAll(numbers);
  }

  /** A law of nearly no width, so that nothing leaves its range by much. */
  private static Object uncertain(Object part) {
    if (part instanceof ByRegime values) {
      return new ByRegime(
          values.otherwise().map(value -> (Value) uncertain(value)),
          Maps.transformValues(values.states(), value -> (Value) uncertain(value)));
    }
    if (part instanceof Value.Constant constant) {
      double number = constant.number();
      double width = 1e-9 * Math.max(1, Math.abs(number));
      return new Distribution.Uniform(number - width, number + width);
    }
    return part;
  }
}
