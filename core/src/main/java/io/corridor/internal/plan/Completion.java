package io.corridor.internal.plan;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.process.DrawSteps;
import io.corridor.internal.random.Words;
import io.corridor.model.Value;
import java.time.YearMonth;

/**
 * Compiles when a project is complete or a source opens: in month c = planned + ⌊delay + ½⌋, with
 * probability `cancel` never. One planned before the start is no exception.
 */
final class Completion extends PlanPart {

  Completion(Wiring wiring) {
    super(wiring);
  }

  /**
   * Returns c, months from the start; infinite where it never comes.
   *
   * @param key of the project or opening
   * @param stream of the cancellation
   */
  Num add(String key, String stream, YearMonth planned, Value delay, Value cancel) {
    Num month = new Num.Fixed(scenario.index(planned));
    Num late = draws.delay(delay, key);
    Num probability = draws.num(cancel, key + ".cancel");
    Num built = wiring.map(late, month, (months, from) -> from + Math.floor(months + 0.5));
    Num completion = probability.is(0) ? built : cancelled(key, stream, probability, built);
    draws.note(key, completion);
    return completion;
  }

  private Num cancelled(String key, String stream, Num probability, Num built) {
    Chance<Words> words = draws.once(stream, key);
    Real out = wiring.real();
    wiring.draw(
        DrawSteps.cancellation(words, wiring.column(probability), wiring.column(built), out));
    return new Num.Uncertain(out);
  }
}
