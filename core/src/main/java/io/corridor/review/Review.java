package io.corridor.review;

import io.corridor.model.Distribution;
import io.corridor.model.KeyPath;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for what is valid but was probably not meant: a percentage written as a number, a threshold
 * without its magnitude, a what-if that only says anew what the start's figures stand for. What it
 * finds are notes, which stop nothing.
 */
public final class Review {

  private Review() {}

  /**
   * Returns what is odd about a scenario as it stands. Takes as long as a run of some hundred
   * paths, or of a thousand where those show something odd.
   *
   * @param scenario valid, in the sense of {@link io.corridor.model.ScenarioCheck}
   */
  public static List<Note> of(Scenario scenario) {
    List<Note> notes = new ArrayList<>(new Plausibility(scenario).notes());
    notes.addAll(Trial.notes(scenario));
    notes.addAll(Worth.notes(scenario));
    return List.copyOf(notes);
  }

  /**
   * Returns what is odd about numbers in themselves.
   *
   * @param numbers of a file as they are stated, priors of fits too, by path
   */
  public static List<Note> ofNumbers(Map<KeyPath, Value> numbers) {
    List<Note> notes = new ArrayList<>();
    numbers.forEach(
        (key, value) -> {
          if (value instanceof Distribution.Quantiles law
              && law.percents().stream().allMatch(percent -> percent < 1)) {
            notes.add(
                new Note(
                    Note.Kind.PERCENTS,
                    key.child("quantiles"),
                    "has percents that are all below 1, "
                        + words(law, 1)
                        + "; "
                        + words(law, 100)
                        + " are probably meant"));
          }
        });
    return List.copyOf(notes);
  }

  private static String words(Distribution.Quantiles law, double times) {
    return String.join(
        ", ", law.percents().stream().map(p -> Plausibility.words(p * times)).toList());
  }

  /**
   * Returns what a change only re-bases, and which numbers it makes odd. The annual values of a
   * scenario are what was traded under the measures of the day before the start (model, section 7),
   * and elasticities act on what a driver is relative to its start. So whoever changes these
   * changes what the figures stand for, not what happens to the trade.
   *
   * @param base the scenario as it stood, valid
   * @param changed a variant of it, valid
   */
  public static List<Note> ofChange(Scenario base, Scenario changed) {
    List<Note> notes = new ArrayList<>(new Rebasing(base, changed).notes());
    List<Note> odd = new Plausibility(changed).notes();
    if (!odd.isEmpty()) {
      odd.removeAll(new Plausibility(base).notes());
    }
    notes.addAll(odd);
    return List.copyOf(notes);
  }
}
