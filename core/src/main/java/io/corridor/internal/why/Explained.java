package io.corridor.internal.why;

import io.corridor.internal.engine.Work;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.why.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs that tell why, of some scenarios.
 *
 * @param scenarios one for each part
 * @param sample its first paths are simulated
 * @param targets what is to be explained
 * @param paths of each run
 * @param exchanged whether there are runs in which causes are exchanged
 */
public record Explained(
    List<Scenario> scenarios, Sample sample, List<Target> targets, int paths, boolean exchanged)
    implements Work.Recipe<WhyStore> {

  /** Copies the lists. */
  public Explained {
    scenarios = List.copyOf(scenarios);
    targets = List.copyOf(targets);
  }

  @Override
  public int parts() {
    return scenarios.size();
  }

  @Override
  public WhyStore part(int number, @Nullable WhyStore before) {
    return new WhyStore(new WhyRuns(scenarios.get(number), sample, targets, paths, exchanged));
  }
}
