package io.corridor.internal.why;

import io.corridor.internal.numeric.Sums;
import io.corridor.why.Box;
import io.corridor.why.LeverResult;
import io.corridor.why.LeverResult.Aim;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the runs of variants say of the choice among them. */
public final class Choices {
  private final Map<String, WhyStore> stores;
  private final double density;
  private final List<String> names;
  private final int paths;

  /**
   * Makes the choices.
   *
   * @param stores by name of the variant
   * @param density that boxes should have, in (0, 1]
   * @param paths n
   */
  public Choices(Map<String, WhyStore> stores, double density, int paths) {
    this.stores = stores;
    this.density = density;
    this.names = List.copyOf(stores.keySet());
    this.paths = paths;
  }

  /** Returns what an outcome says of the choice; {@code aim} null: nothing is wanted of it. */
  public LeverResult result(Target target, @Nullable Aim aim) {
    Map<String, LeverResult.Variant> variants = new LinkedHashMap<>();
    if (aim == null) {
      stores.forEach((name, store) -> variants.put(name, variant(store, target)));
      return new LeverResult(target, Optional.empty(), Optional.empty(), variants, Map.of());
    }
    double[][] outcomes =
        stores.values().stream().map(store -> store.outcome(target)).toArray(double[][]::new);
    Losses losses = new Losses(outcomes, aim == Aim.MAXIMISE);
    for (int i = 0; i < outcomes.length; i++) {
      LeverResult.Variant plain = variant(Objects.requireNonNull(stores.get(names.get(i))), target);
      variants.put(
          names.get(i),
          new LeverResult.Variant(
              plain.paths(), plain.mean(), plain.standardError(), Optional.of(losses.regret(i))));
    }
    return new LeverResult(
        target,
        Optional.of(aim),
        Optional.of(names.get(losses.choice())),
        variants,
        boxes(target, losses));
  }

  private static LeverResult.Variant variant(WhyStore store, Target target) {
    double[] outcomes = Chosen.of(store.counts(target)).from(store.outcome(target));
    double mean = Sums.mean(outcomes);
    return new LeverResult.Variant(
        outcomes.length, mean, Sums.standardError(outcomes, mean), Optional.empty());
  }

  private Map<String, List<Box>> boxes(Target target, Losses losses) {
    Map<String, double[]> common = common(target);
    Map<String, List<Box>> boxes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (i != losses.choice()) {
        boolean[] beats = losses.beats(i, losses.choice());
        boxes.put(
            names.get(i),
            Discovery.boxes(half(common, beats, 0), half(common, beats, paths), density));
      }
    }
    return boxes;
  }

  private PathSet half(Map<String, double[]> numbers, boolean[] hits, int first) {
    Map<String, double[]> half = new LinkedHashMap<>();
    numbers.forEach((id, all) -> half.put(id, Arrays.copyOfRange(all, first, first + paths)));
    return PathSet.of(half, Arrays.copyOfRange(hits, first, first + paths));
  }

  /** Returns the numbers that are the same in all variants, on every path. */
  private Map<String, double[]> common(Target target) {
    List<WhyStore> all = List.copyOf(stores.values());
    Map<String, double[]> common = new LinkedHashMap<>();
    for (String id : all.get(0).numbers()) {
      double[] numbers = all.get(0).number(target, id);
      if (all.stream()
          .allMatch(
              store ->
                  store.numbers().contains(id)
                      && Arrays.equals(numbers, store.number(target, id)))) {
        common.put(id, numbers);
      }
    }
    return common;
  }
}
