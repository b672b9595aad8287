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
    double[][] all =
        stores.values().stream().map(store -> store.outcome(target)).toArray(double[][]::new);
    Optional<Losses> losses =
        Optional.ofNullable(aim).map(wanted -> new Losses(all, wanted == Aim.MAXIMISE));
    Map<String, LeverResult.Variant> variants = new LinkedHashMap<>();
    stores.forEach(
        (name, store) -> {
          double[] outcomes = Chosen.of(store.counts(target)).from(store.outcome(target));
          double mean = Sums.mean(outcomes);
          variants.put(
              name,
              new LeverResult.Variant(
                  outcomes.length,
                  mean,
                  Sums.standardError(outcomes, mean),
                  losses.map(lost -> lost.regret(names.indexOf(name)))));
        });
    return new LeverResult(
        target,
        Optional.ofNullable(aim),
        losses.map(lost -> names.get(lost.choice())),
        variants,
        losses.map(lost -> boxes(target, lost)).orElse(Map.of()));
  }

  private Map<String, List<Box>> boxes(Target target, Losses losses) {
    Map<String, Ranking> common = common(target);
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

  private PathSet half(Map<String, Ranking> numbers, boolean[] hits, int first) {
    int end = first + paths;
    return PathSet.of(numbers, first, end, Arrays.copyOfRange(hits, first, end));
  }

  /** Returns the numbers that are the same in all variants, on every path. */
  private Map<String, Ranking> common(Target target) {
    List<WhyStore> all = List.copyOf(stores.values());
    Map<String, Ranking> common = new LinkedHashMap<>();
    for (String id : all.get(0).numbers()) {
      double[] numbers = all.get(0).number(target, id);
      if (all.stream()
          .allMatch(
              store ->
                  store.numbers().contains(id)
                      && Arrays.equals(numbers, store.number(target, id)))) {
        common.put(id, Ranking.of(numbers));
      }
    }
    return common;
  }
}
