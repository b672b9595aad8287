package io.corridor.simulation;

import io.corridor.internal.engine.Summary;
import io.corridor.internal.engine.Work;
import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios beside each other: a base, alone or with variants.
 *
 * @param base in each part
 * @param groups of variants, one for each part; a run has one group without variants
 * @param sample which paths
 */
record Beside(Scenario base, List<List<Scenario>> groups, Sample sample)
    implements Work.Recipe<Summary> {

  /** Copies the lists. */
  Beside {
    groups = groups.stream().map(List::copyOf).toList();
  }

  @Override
  public int parts() {
    return groups.size();
  }

  @Override
  public Summary part(int number, @Nullable Summary before) {
    Plan compiled =
        before == null
            ? PlanCompiler.compile(base, Drawn.of(sample), Wanted.REPORTED)
            : before.plans().get(0);
    return Summary.of(
        compiled,
        groups.get(number).stream()
            .map(variant -> PlanCompiler.compile(variant, compiled.drawn(), Wanted.REPORTED))
            .toList());
  }

  @Override
  public int weight(int part) {
    return Math.max(1, groups.get(part).size());
  }
}
