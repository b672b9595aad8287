package io.corridor.internal.engine;

import io.corridor.internal.plan.Plan;
import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is kept of the paths of several plans.
 *
 * @param plans the base first
 * @param runs a summary of each plan
 * @param pairings of each plan but the base with the base
 */
public record PairedSummary(List<Plan> plans, List<RunSummary> runs, List<Pairing> pairings) {

  /** Returns the summary of no paths. */
  public static PairedSummary of(Plan base, List<Plan> variants) {
    List<Plan> plans = new ArrayList<>(List.of(base));
    plans.addAll(variants);
    return new PairedSummary(
        List.copyOf(plans),
        plans.stream().map(RunSummary::of).toList(),
        variants.stream().map(variant -> Pairing.of(base, variant)).toList());
  }

  /** Returns the summary as bytes, with a checksum. */
  public byte[] toBytes() {
    return Pieces.join(
        Stream.concat(
                runs.stream().map(RunSummary::toBytes), pairings.stream().map(Pairing::toBytes))
            .toList());
  }

  /**
   * Adds what {@link #toBytes} wrote, of the same plans and other blocks.
   *
   * @throws IllegalArgumentException if the bytes are damaged, of other plans, or of blocks that
   *     are here already
   */
  public void add(byte[] bytes) {
    List<byte[]> pieces = Pieces.split(bytes, runs.size() + pairings.size());
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).merge(RunSummary.fromBytes(plans.get(i), pieces.get(i)));
    }
    for (int i = 0; i < pairings.size(); i++) {
      pairings.get(i).add(pieces.get(runs.size() + i));
    }
  }

  /**
   * Returns the results.
   *
   * @param names of the variants, in their order
   * @param timing of all of it
   */
  public Comparison comparison(List<String> names, Projection.Timing timing) {
    Map<String, Projection> variants = new LinkedHashMap<>();
    Map<String, Differences> differences = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      variants.put(names.get(i), projection(i + 1, timing));
      differences.put(names.get(i), pairings.get(i).results());
    }
    return new Comparison(projection(0, timing), variants, differences);
  }

  private Projection projection(int plan, Projection.Timing timing) {
    return runs.get(plan).projection(plans.get(plan), timing);
  }
}
