package io.corridor.internal.energy;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.inOut;
import static io.corridor.internal.block.Loop.out;
import static io.corridor.internal.block.Loop.sum;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import java.util.List;

/** The equations of section 6 of the model, the energy balances, in its order. */
public final class EnergySteps {
  private static final double HOURS_A_DAY = 24;

  /** Less than this share of demand is rounding. */
  private static final double NEGLIGIBLE = 1e-9;

  private EnergySteps() {}

  /**
   * domestic(t) += capacity · availability · min(1, (t − c + 1)/ramp)⁺: what a project adds.
   *
   * @param size capacity · availability
   * @param completion c, months from the start; infinite where the project is cancelled
   * @param ramp months from completion to full supply
   * @param domestic what it is added to
   */
  public static Step projectSupply(Real size, Real completion, double ramp, Real domestic) {
    return Loop.of(
            "ProjectSupply",
            in(size),
            in(completion),
            inOut(domestic),
            (s, c, d, n, month) -> {
              for (int p = 0; p < n; p++) {
                d[p] += s[p] * rampedUp(month, c[p], ramp);
              }
            })
        .made(ramp);
  }

  /**
   * open(t) = min(1, (t − c + 1)/ramp)⁺: the part of a source that has opened.
   *
   * @param completion c, months from the start; infinite where it never opens
   * @param ramp months from opening to full capacity
   * @param open the part
   */
  public static Step openPart(Real completion, double ramp, Real open) {
    return Loop.of(
            "OpenPart",
            in(completion),
            out(open),
            (c, o, n, month) -> {
              for (int p = 0; p < n; p++) {
                o[p] = rampedUp(month, c[p], ramp);
              }
            })
        .made(ramp);
  }

  /** Returns min(1, (t − c + 1)/ramp)⁺. */
  public static double rampedUp(int month, double completion, double ramp) {
    return Math.max(0, Math.min(1, (month + 1 - completion) / ramp));
  }

  /**
   * demand(t) of a fuel += hours · share · min(domestic(t), demand(t)) · per-unit of the carrier
   * that burns it, domestic and demand being those of a block of hours.
   *
   * @param hours share of the month's hours
   * @param factor demand of the block over the month's mean
   * @param perUnit share · per-unit
   * @param domestic of the block, of the carrier that burns the fuel
   * @param own demand of the month, of that carrier
   * @param added fuel needs of others that it meets
   * @param fuelDemand demand for the fuel
   */
  public static Step fuelNeed(
      double hours,
      double factor,
      Real perUnit,
      Real domestic,
      Real own,
      Real added,
      Real fuelDemand) {
    return Loop.of(
            "FuelNeed",
            in(perUnit),
            in(domestic),
            in(own),
            in(added),
            inOut(fuelDemand),
            (f, s, d, a, need, n, month) -> {
              for (int p = 0; p < n; p++) {
                need[p] += hours * f[p] * Math.min(s[p], d[p] * factor + a[p]);
              }
            })
        .made(hours, factor);
  }

  /**
   * domestic(t) ← domestic(t) · (1 − share · u_F(t)): what a shortage of the fuel takes away.
   *
   * @param share of domestic supply that burns the fuel
   * @param fuelShare u_F, the unserved share of the fuel
   * @param domestic of the carrier that burns it
   */
  public static Step fuelShortfall(Real share, Real fuelShare, Real domestic) {
    return Loop.of(
        "FuelShortfall",
        in(share),
        in(fuelShare),
        inOut(domestic),
        (s, u, d, n, month) -> {
          for (int p = 0; p < n; p++) {
            d[p] *= 1 - s[p] * u[p];
          }
        });
  }

  /**
   * fill(t) = min(injection, (capacity − S(t−1))/d(t)) in the months of filling, else 0; and what
   * can be withdrawn: min(withdrawal, S(t−1)/d(t)).
   *
   * @param store as the month before left it
   * @param fill what it is to be filled by
   * @param withdrawable most that comes out
   */
  public static Step plannedFill(Store store, Real fill, Real withdrawable) {
    int[] days = store.days();
    boolean[] filling = store.filling();
    return Loop.of(
            "PlannedFill",
            in(store.capacity()),
            in(store.injection()),
            in(store.withdrawal()),
            in(store.content()),
            out(fill),
            out(withdrawable),
            (size, rateIn, rateOut, held, planned, most, n, month) -> {
              double length = days[month];
              double fills = filling[month] ? 1 : 0;
              for (int p = 0; p < n; p++) {
                planned[p] = fills * Math.min(rateIn[p], (size[p] - held[p]) / length);
                most[p] = Math.min(rateOut[p], held[p] / length);
              }
            })
        .made(days, filling);
  }

  /**
   * The balance of a carrier with one source and without blocks of hours.
   *
   * <ul>
   *   <li>need(t) = max(0, demand(t) − domestic(t))
   *   <li>imports(t) = min(need(t) + fill(t), offered(t)) · k(t)
   *   <li>short(t) = need(t) − imports(t)
   * </ul>
   *
   * @param demand demand
   * @param domestic domestic supply, after a shortage of its fuel
   * @param fill what a store is to be filled by
   * @param offered what the exporter can deliver
   * @param kept k, the share of imports that sanctions leave
   * @param need what domestic supply leaves over
   * @param imports bought
   * @param missing short: unserved without a store
   */
  public static Step balance(
      Real demand,
      Real domestic,
      Real fill,
      Real offered,
      Real kept,
      Real need,
      Real imports,
      Real missing) {
    return Loop.of(
        "Balance",
        in(demand),
        in(domestic),
        in(fill),
        in(offered),
        in(kept),
        out(need),
        out(imports),
        out(missing),
        (d, s, f, o, k, gap, bought, left, n, month) -> {
          for (int p = 0; p < n; p++) {
            gap[p] = Math.max(0, d[p] - s[p]);
          }
          for (int p = 0; p < n; p++) {
            double im = Math.min(gap[p] + f[p], o[p]) * k[p];
            bought[p] = im;
            left[p] = gap[p] - im;
          }
        });
  }

  /**
   * What a store gives and takes once all sources have delivered.
   *
   * <ul>
   *   <li>short(t) = rest − fill
   *   <li>withdrawn(t) = min(max(0, short(t)), withdrawal, S(t−1)/d(t)); stored(t) = max(0,
   *       −short(t))
   *   <li>S(t) = S(t−1) + (stored(t) − withdrawn(t)) · d(t), held in [0, capacity] against
   *       rounding: what is within 10⁻⁹ of the capacity from an end is that end
   *   <li>unserved(t) = max(0, short(t)) − withdrawn(t)
   * </ul>
   *
   * @param store the store
   * @param rest what no source has delivered of need and fill
   * @param fill the part of it that isn't needed: what the store was to be filled by
   * @param withdrawable most that comes out
   * @param withdrawn what comes out
   * @param unserved demand that is not met
   */
  public static Step storeSettlement(
      Store store, Real rest, Real fill, Real withdrawable, Real withdrawn, Real unserved) {
    int[] days = store.days();
    return Loop.of(
            "StoreSettlement",
            in(store.capacity()),
            in(rest),
            in(fill),
            in(withdrawable),
            inOut(store.content()),
            out(withdrawn),
            out(unserved),
            (size, left, planned, most, held, taken, missing, n, month) -> {
              double length = days[month];
              for (int p = 0; p < n; p++) {
                double shortage = left[p] - planned[p];
                double gap = Math.max(0, shortage);
                double out = Math.min(gap, most[p]);
                double stored = Math.max(0, -shortage);
                taken[p] = out;
                missing[p] = gap - out;
                double content = held[p] + (stored - out) * length;
                double rounding = 1e-9 * size[p];
                double upTo = content >= size[p] - rounding ? size[p] : content;
                held[p] = content <= rounding ? 0 : upTo;
              }
            })
        .made(days);
  }

  /**
   * u(t) = unserved/demand; 0 if demand is 0.
   *
   * @param unserved demand that is not met
   * @param demand demand
   * @param share u
   */
  public static Step unservedShare(Real unserved, Real demand, Real share) {
    return Loop.of(
        "UnservedShare",
        in(unserved),
        in(demand),
        out(share),
        (missing, d, u, n, month) -> {
          for (int p = 0; p < n; p++) {
            // Without demand nothing is unserved, and 0 over the smallest normal number is 0.
            u[p] = missing[p] / Math.max(d[p], Double.MIN_NORMAL);
          }
        });
  }

  /**
   * dependency(t) = (Σ imports_s of the corridor)/(domestic + imports + withdrawn); 0 where all are
   * 0. Imports count when they are bought, not when a store gives them out.
   *
   * @param ours bought of the corridor's sources
   * @param imports bought of all sources
   * @param domestic domestic supply
   * @param withdrawn taken from the store
   * @param dependency the share
   */
  public static Step dependency(
      Real ours, Real imports, Real domestic, Real withdrawn, Real dependency) {
    return Loop.of(
        "Dependency",
        in(ours),
        in(imports),
        in(domestic),
        in(withdrawn),
        out(dependency),
        (corridor, im, s, w, d, n, month) -> {
          for (int p = 0; p < n; p++) {
            d[p] = corridor[p] / Math.max(s[p] + im[p] + w[p], Double.MIN_NORMAL);
          }
        });
  }

  /**
   * value(t), USD for the month: imports · (priced units a day) · d(t) · price.
   *
   * @param pricedPerMonth by month: priced units that one unit of volume makes
   * @param imports bought
   * @param price of a priced unit
   * @param value USD
   */
  public static Step importValue(double[] pricedPerMonth, Real imports, Real price, Real value) {
    return Loop.of(
            "ImportValue",
            in(imports),
            in(price),
            out(value),
            (im, pr, v, n, month) -> {
              double c = pricedPerMonth[month];
              for (int p = 0; p < n; p++) {
                v[p] = im[p] * pr[p] * c;
              }
            })
        .made(pricedPerMonth);
  }

  /**
   * kept(t) = Σ offered_s k_s/Σ offered_s over the sources of the corridor, 1 where they offer
   * nothing.
   *
   * @param offered of each source
   * @param kept of each source
   * @param share kept
   */
  public static Step keptShare(List<Real> offered, List<Real> kept, Real share) {
    if (offered.size() == 1) {
      return Loop.of(
          "KeptShare",
          in(offered.get(0)),
          in(kept.get(0)),
          out(share),
          (o, k, result, n, month) -> {
            for (int p = 0; p < n; p++) {
              result[p] = o[p] > 0 ? k[p] : 1;
            }
          });
    }
    return Step.of(
            "KeptShare",
            ports -> {
              RealPort[] offers = ports.read(offered);
              RealPort[] left = ports.read(kept);
              RealPort out = ports.write(share);
              return (block, month) -> {
                int n = block.paths();
                double[] all = block.scratch();
                double[] result = block.of(out);
                for (int s = 0; s < offers.length; s++) {
                  addKept(s == 0, block.of(offers[s]), block.of(left[s]), all, result, n);
                }
                for (int p = 0; p < n; p++) {
                  result[p] = all[p] > 0 ? Math.min(1, result[p] / all[p]) : 1;
                }
              };
            })
        .made();
  }

  private static void addKept(
      boolean first, double[] o, double[] k, double[] all, double[] kept, int n) {
    for (int p = 0; p < n; p++) {
      all[p] = first ? o[p] : all[p] + o[p];
      kept[p] = first ? o[p] * k[p] : kept[p] + o[p] * k[p];
    }
  }

  /**
   * billed(t) = max(imports, k · min(α · capacity · season[m], offered)): take-or-pay.
   *
   * @param imports bought
   * @param kept k
   * @param least α · capacity · season
   * @param offered what can be delivered
   * @param billed what is paid for
   */
  public static Step billed(Real imports, Real kept, Real least, Real offered, Real billed) {
    return Loop.of(
        "Billed",
        in(imports),
        in(kept),
        in(least),
        in(offered),
        out(billed),
        (bought, k, minimum, offer, b, n, month) -> {
          for (int p = 0; p < n; p++) {
            b[p] = Math.max(bought[p], k[p] * Math.min(minimum[p], offer[p]));
          }
        });
  }

  /**
   * concentration(t) = Σ (imports_s/imports)², 0 without imports: Herfindahl and Hirschman's.
   *
   * @param parts imports of each source
   * @param imports all of them
   * @param concentration their concentration
   */
  public static Step concentration(List<Real> parts, Real imports, Real concentration) {
    return Step.of(
            "Concentration",
            ports -> {
              RealPort[] bought = ports.read(parts);
              RealPort total = ports.read(imports);
              RealPort out = ports.write(concentration);
              return (block, month) -> {
                double[] all = block.of(total);
                double[] sum = block.of(out);
                for (int s = 0; s < bought.length; s++) {
                  addSquare(s == 0, block.of(bought[s]), all, sum, block.paths());
                }
              };
            })
        .made();
  }

  private static void addSquare(boolean first, double[] part, double[] all, double[] sum, int n) {
    for (int p = 0; p < n; p++) {
      double share = part[p] / Math.max(all[p], Double.MIN_NORMAL);
      double square = share * share;
      sum[p] = first ? square : Math.min(1, sum[p] + square);
    }
  }

  /**
   * n-1(t) = (domestic + withdrawable + Σ offered_s k_s − max offered_s k_s)/demand in the peak
   * block, 1 where demand is 0: what is there if the largest source is lost, over demand (the N − 1
   * formula of Annex II of Regulation (EU) 2017/1938).
   *
   * @param factor of the peak block
   * @param own demand of the month
   * @param added fuel needs of other carriers beside it
   * @param domestic domestic supply in the peak block, after a shortage of its fuel
   * @param withdrawable most that comes out of the store
   * @param offered what each source can deliver
   * @param kept k of each source
   * @param ratio n-1
   */
  public static Step largestLost(
      double factor,
      Real own,
      Real added,
      Real domestic,
      Real withdrawable,
      List<Real> offered,
      List<Real> kept,
      Real ratio) {
    return Step.of(
            "LargestLost",
            ports -> {
              RealPort demand = ports.read(own);
              RealPort fuel = ports.read(added);
              RealPort supply = ports.read(domestic);
              RealPort store = ports.read(withdrawable);
              RealPort[] offers = ports.read(offered);
              RealPort[] left = ports.read(kept);
              RealPort out = ports.write(ratio);
              return (block, month) -> {
                int n = block.paths();
                double[] sum = block.of(out);
                double[] largest = block.scratch();
                for (int s = 0; s < offers.length; s++) {
                  addOffer(s == 0, block.of(offers[s]), block.of(left[s]), sum, largest, n);
                }
                double[] d = block.of(demand);
                double[] f = block.of(fuel);
                double[] home = block.of(supply);
                double[] stored = block.of(store);
                for (int p = 0; p < n; p++) {
                  double needed = d[p] * factor + f[p];
                  double there = home[p] + stored[p] + Math.max(0, sum[p] - largest[p]);
                  sum[p] = needed > 0 ? there / needed : 1;
                }
              };
            })
        .made(factor);
  }

  private static void addOffer(
      boolean first, double[] o, double[] k, double[] sum, double[] largest, int n) {
    for (int p = 0; p < n; p++) {
      double left = o[p] * k[p];
      sum[p] = first ? left : sum[p] + left;
      largest[p] = first ? left : Math.max(largest[p], left);
    }
  }

  /**
   * What a block of a month's hours needs; the month's need is Σ hours · (that of the block).
   *
   * <ul>
   *   <li>demand = own(t) · factor + fuel needs of other carriers
   *   <li>need = max(0, demand − domestic); rest₁ = need + fill
   * </ul>
   *
   * @param block index of the block; the first sets the month's need, the others add to it
   * @param hours the month's blocks
   * @param own demand of the month
   * @param added fuel needs of other carriers
   * @param domestic domestic supply of the block, after a shortage of its fuel
   * @param fill what a store is to be filled by
   * @param need of the month
   * @param rest of the block
   */
  public static Step blockNeed(
      int block,
      Hours hours,
      Real own,
      Real added,
      Real domestic,
      Real fill,
      Real need,
      Real rest) {
    boolean first = block == 0;
    double share = hours.shares()[block];
    double factor = hours.factors()[block];
    return Loop.of(
            "BlockNeed",
            in(own),
            in(added),
            in(domestic),
            in(fill),
            sum(first, need),
            out(rest),
            (d, a, s, f, total, left, n, month) -> {
              if (first) {
                Vectors.fill(total, 0, n);
              }
              for (int p = 0; p < n; p++) {
                double needed = Math.max(0, d[p] * factor + a[p] - s[p]);
                total[p] += share * needed;
                left[p] = needed + f[p];
              }
            })
        .made(first, share, factor);
  }

  /**
   * What is bought of one source in a block of hours: imports_s = min(rest_s, offered_s) · k_s;
   * rest_{s+1} = rest_s − imports_s. The month's amounts are Σ hours · (that of the block).
   *
   * @param block index of the block; the first sets the month's imports, the others add to them
   * @param hours the month's blocks
   * @param offered what the source can deliver
   * @param kept k, the share of it that sanctions leave
   * @param imports what is bought of it in the month
   * @param rest of the block
   */
  public static Step blockImports(
      int block, Hours hours, Real offered, Real kept, Real imports, Real rest) {
    boolean first = block == 0;
    double share = hours.shares()[block];
    return Loop.of(
            "BlockImports",
            in(offered),
            in(kept),
            sum(first, imports),
            inOut(rest),
            (o, k, bought, left, n, month) -> {
              if (first) {
                Vectors.fill(bought, 0, n);
              }
              for (int p = 0; p < n; p++) {
                double im = Math.min(left[p], o[p]) * k[p];
                // Hours that sum to 1 but for rounding buy no more than there is.
                bought[p] = Math.min(o[p], bought[p] + share * im);
                left[p] -= im;
              }
            })
        .made(first, share);
  }

  /**
   * hours-short(t) = 24 Σ hours_b · 1{unserved_b > 10⁻⁹ demand_b}, hours a day.
   *
   * @param hours the month's blocks
   * @param own demand of the month
   * @param added fuel needs of other carriers beside it
   * @param unserved of each block
   * @param hoursShort hours a day
   */
  public static Step hoursShort(
      Hours hours, Real own, Real added, List<Real> unserved, Real hoursShort) {
    return Step.of(
            "HoursShort",
            ports -> {
              RealPort demand = ports.read(own);
              RealPort fuel = ports.read(added);
              RealPort[] missing = ports.read(unserved);
              RealPort out = ports.write(hoursShort);
              return (block, month) -> {
                double[] d = block.of(demand);
                double[] f = block.of(fuel);
                double[] sum = block.of(out);
                for (int b = 0; b < missing.length; b++) {
                  double[] m = block.of(missing[b]);
                  double length = HOURS_A_DAY * hours.shares()[b];
                  double factor = hours.factors()[b];
                  for (int p = 0; p < block.paths(); p++) {
                    double before = b == 0 ? 0 : sum[p];
                    boolean isShort = m[p] > NEGLIGIBLE * (d[p] * factor + f[p]);
                    sum[p] = isShort ? before + length : before;
                  }
                }
              };
            })
        .made(hours.shares(), hours.factors());
  }
}
