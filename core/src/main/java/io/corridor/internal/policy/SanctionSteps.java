package io.corridor.internal.policy;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.out;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Power;
import java.util.List;
import java.util.stream.Stream;

/** The equations of section 5 of the model: sanctions and the importer's compliance. */
public final class SanctionSteps {

  private SanctionSteps() {}

  /**
   * C(t) = level · (1 − D(t−1)): compliance where the exponent is 1 on every path, which needs no
   * power.
   *
   * @param level of the month's regime
   * @param dependency D(t−1): the dependency that was struck last
   * @param compliance C
   */
  public static Step compliance(Real level, Real dependency, Real compliance) {
    return Loop.of(
        "Compliance",
        in(level),
        in(dependency),
        out(compliance),
        (l, d, c, n, month) -> {
          for (int p = 0; p < n; p++) {
            c[p] = l[p] * (1 - d[p]);
          }
        });
  }

  /**
   * C(t) = level · (1 − D(t−1))^exponent.
   *
   * @param level of the month's regime
   * @param dependency D(t−1): the dependency that was struck last
   * @param exponent of the dependency
   * @param compliance C
   */
  public static Step compliance(Real level, Real dependency, Real exponent, Real compliance) {
    return Loop.of(
        "Compliance",
        in(level),
        in(dependency),
        in(exponent),
        out(compliance),
        (l, d, e, c, n, month) -> {
          for (int p = 0; p < n; p++) {
            c[p] = l[p] * Power.pow(1 - d[p], e[p]);
          }
        });
  }

  /**
   * A sanction against one target: what it does there in a month is strength · (1 − w), where
   * strength is its cost or cut times its enforcement in the month's regime.
   *
   * @param strength τ_j · enforcement_j[R] of a cost, κ_j · enforcement_j[R] of a cut
   * @param waivers coverages of the waivers that protect the target from it; w is the largest
   * @param inForce by month, from the month before the start at index 0
   */
  public record InForce(Real strength, List<Real> waivers, boolean[] inForce) {}

  /**
   * τ(t) = Σ_j τ_j b_j, the ad-valorem equivalent of the costs on a flow.
   *
   * @param sanctions those with a cost that name the flow
   * @param cost τ
   */
  public static Step cost(List<InForce> sanctions, Real cost) {
    return Step.of(
            "SanctionCost",
            ports -> {
              Exposure[] exposures = Exposure.of(ports, sanctions);
              RealPort tau = ports.write(cost);
              return (block, month) -> {
                double[] sum = block.of(tau);
                int n = block.paths();
                Vectors.fill(sum, 0, n);
                for (Exposure exposure : exposures) {
                  if (exposure.inForce[month + 1]) {
                    Vectors.add(sum, exposure.in(block), n);
                  }
                }
              };
            })
        .made(made(sanctions));
  }

  /**
   * k(t) = Π_j (1 − κ_j b_j C(t)), the share of what is prohibited that is kept up.
   *
   * @param sanctions those with a cut that name the target
   * @param compliance C
   * @param kept k
   */
  public static Step cut(List<InForce> sanctions, Real compliance, Real kept) {
    return Step.of(
            "SanctionCut",
            ports -> {
              Exposure[] exposures = Exposure.of(ports, sanctions);
              RealPort complied = ports.read(compliance);
              RealPort k = ports.write(kept);
              return (block, month) -> {
                double[] product = block.of(k);
                int n = block.paths();
                Vectors.fill(product, 1, n);
                for (Exposure exposure : exposures) {
                  if (exposure.inForce[month + 1]) {
                    cut(product, exposure.in(block), block.of(complied), n);
                  }
                }
              };
            })
        .made(made(sanctions));
  }

  private static void cut(double[] kept, double[] exposure, double[] c, int n) {
    for (int p = 0; p < n; p++) {
      kept[p] *= 1 - exposure[p] * c[p];
    }
  }

  /** The unwaived strength of a sanction against a target: strength · (1 − w). */
  private static Object[] made(List<InForce> sanctions) {
    return sanctions.stream()
        .flatMap(sanction -> Stream.of(sanction.inForce, sanction.waivers.size()))
        .toArray();
  }

  private record Exposure(RealPort strength, RealPort[] waivers, boolean[] inForce) {

    static Exposure[] of(Ports ports, List<InForce> sanctions) {
      return sanctions.stream()
          .map(s -> new Exposure(ports.read(s.strength), ports.read(s.waivers), s.inForce))
          .toArray(Exposure[]::new);
    }

    /** Returns a column of the exposure, which is the block's scratch or the strength itself. */
    double[] in(Block block) {
      double[] full = block.of(strength);
      if (waivers.length == 0) {
        return full;
      }
      int n = block.paths();
      double[] e = block.scratch();
      Vectors.copy(block.of(waivers[0]), e, n);
      for (int i = 1; i < waivers.length; i++) {
        double[] other = block.of(waivers[i]);
        for (int p = 0; p < n; p++) {
          e[p] = Math.max(e[p], other[p]);
        }
      }
      for (int p = 0; p < n; p++) {
        e[p] = full[p] * (1 - e[p]);
      }
      return e;
    }
  }
}
