package io.corridor.internal.engine;

import io.corridor.run.Checkpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Checkpoints that are kept in memory, after every stretch. */
class SavedInMemory implements Checkpoints {
  /** All that was ever saved, in order. */
  final List<Stretch> history = new ArrayList<>();

  /** What the next run goes on from. */
  final List<Stretch> held = new ArrayList<>();

  @Override
  public void restore(Consumer<Stretch> run) {
    held.forEach(run);
  }

  @Override
  public boolean isDue(Duration elapsed, Duration left) {
    return true;
  }

  @Override
  public void save(Stretch stretch) {
    history.add(stretch);
    held.removeIf(other -> stretch.firstPath() <= other.firstPath() && end(other) <= end(stretch));
    held.add(stretch);
  }

  @Override
  public Duration interval() {
    return Duration.ZERO;
  }

  static long end(Stretch stretch) {
    return stretch.firstPath() + stretch.paths();
  }
}
