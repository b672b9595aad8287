package io.corridor.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.internal.block.Loop;
import io.corridor.internal.block.Step;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Shared;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Declaration;
import io.corridor.model.Distribution;
import io.corridor.model.Output;
import io.corridor.model.RandomScenarios;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.run.Progress;
import io.corridor.run.SimulationException;
import java.lang.reflect.Field;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Variants take from their base what is the same there: the numbers are those of each alone. One
 * thing anywhere in a random scenario is changed, so that a step that had more to it than it says
 * would be taken for another.
 */
class SharedStepsTest {
  private static final int SCENARIOS = 30;
  private static final int VARIANTS = 7;
  private static final int PATHS = 32;
  private static final Projection.Timing TIMING = new Projection.Timing(1, 1, 1);

  @ParameterizedTest
  @CsvSource({"RANDOM, 50", "SOBOL, 3"})
  void variantsAreWhatTheyAreAlone(Sampling sampling, int scenarios) {
    int tried = 0;
    long all = 0;
    long own = 0;
    for (long seed = 0; seed < scenarios; seed++) {
      Scenario scenario = RandomScenarios.small(seed).toBuilder().output(Output.ALL).build();
      Drawn drawn = Drawn.of(new Sample(seed, sampling, PATHS));
      Plan base = PlanCompiler.compile(scenario, drawn, Wanted.REPORTED);
      Map<String, Plan> variants = variants(scenario, base, new SplittableRandom(seed));
      Comparison together = simulated(base, variants);
      Identical.runs(together.base(), simulated(base, Map.of()).base());
      for (Map.Entry<String, Plan> variant : variants.entrySet()) {
        Plan plan = variant.getValue();
        Identical.runs(together.variant(variant.getKey()), simulated(plan, Map.of()).base());
        own += Shared.of(base, plan).monthly().size();
        all += plan.parts().size();
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(scenarios * VARIANTS / 2);
    assertThat((double) own / all).isLessThan(0.35);
  }

  /** What a loop knows beside its columns is a field of its body's class, and must be said. */
  @Test
  void loopsSayWhatTheyKnow() throws ReflectiveOperationException {
    Field body = Loop.class.getDeclaredField("body");
    Field made = Step.class.getDeclaredField("made");
    body.setAccessible(true);
    made.setAccessible(true);
    int loops = 0;
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Plan plan =
          PlanCompiler.compile(
              RandomScenarios.small(seed), Drawn.of(Sample.random(1)), Wanted.REPORTED);
      for (Step step : plan.parts().stream().map(Plan.Part::step).toList()) {
        if (step instanceof Loop) {
          Object[] said = (Object[]) made.get(step);
          assertThat(body.get(step).getClass().getDeclaredFields())
              .as(step.name())
              .hasSizeLessThanOrEqualTo(said.length);
          loops++;
        }
      }
    }
    assertThat(loops).isGreaterThan(10 * SCENARIOS);
  }

  /** Variants that can be simulated: a number that nothing fits to may make some path too large. */
  private static Map<String, Plan> variants(Scenario scenario, Plan base, SplittableRandom random) {
    Map<String, Plan> variants = new LinkedHashMap<>();
    for (int i = 0; i < VARIANTS; i++) {
      try {
        Plan plan = PlanCompiler.compile(changed(scenario, random), base.drawn(), Wanted.REPORTED);
        if (plan.months() == base.months()) {
          simulated(plan, Map.of());
          variants.put("variant " + i, plan);
        }
      } catch (SimulationException | IllegalArgumentException | IndexOutOfBoundsException e) {
        // Another is tried.
      }
    }
    return variants;
  }

  private static Comparison simulated(Plan base, Map<String, Plan> variants) {
    Summary summary = Summary.of(base, new ArrayList<>(variants.values()));
    summary.simulate(0, PATHS, 1, Progress.NONE);
    return summary.comparison(new ArrayList<>(variants.keySet()), TIMING);
  }

  /** Returns a scenario with one thing changed. */
  private static Scenario changed(Scenario scenario, SplittableRandom random) {
    AtomicInteger things = new AtomicInteger();
    Declaration.map(scenario, counting(things, -1));
    return Declaration.map(scenario, counting(new AtomicInteger(), random.nextInt(things.get())));
  }

  private static UnaryOperator<Object> counting(AtomicInteger count, int place) {
    return thing -> {
      Object other = other(thing);
      return !other.equals(thing) && count.getAndIncrement() == place ? other : thing;
    };
  }

  private static Object other(Object thing) {
    if (thing instanceof Value.Constant constant) {
      return Value.of(constant.number() * 0.75);
    } else if (thing instanceof Distribution) {
      return new Distribution.Uniform(0.25, 0.5);
    } else if (thing instanceof Double number) {
      return number * 0.75;
    } else if (thing instanceof Integer number && number > 1) {
      return number - 1;
    } else if (thing instanceof YearMonth month) {
      return month.plusMonths(1);
    } else if (thing instanceof Boolean yes) {
      return !yes;
    }
    return thing;
  }

  @Test
  void everyStepSaysWhatItIsMadeOf() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Plan plan = PlanCompiler.compile(RandomScenarios.of(seed), Drawn.of(seed), Wanted.REPORTED);
      List<Step> steps = new ArrayList<>();
      plan.opening().forEach(at -> steps.add(at.step()));
      plan.parts().forEach(part -> steps.add(part.step()));
      assertThat(steps).allSatisfy(step -> assertThat(step.isLike(step)).as(step.name()).isTrue());
    }
  }
}
