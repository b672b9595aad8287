package io.corridor.internal.question;

import io.corridor.internal.numeric.Replications;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * Sums over pairs of paths that tell how far two conditional means differ, and how surely.
 *
 * <p>On each path the variant has a value x, that counts if u = 1 and doesn't if u = 0, and the
 * base a value y with v alike. The means are ratios, R = Σux / Σu and S = Σvy / Σv, and so is what
 * is estimated. By the delta method (Asmussen and Glynn, Stochastic Simulation, 2007, section
 * III.3, doi:10.1007/978-0-387-69033-9; for a single ratio Cochran, Sampling Techniques, 1977,
 * section 2.11) R − S deviates from its expectation as the mean over the n paths of
 *
 * <pre>  r = u (x − R) / ū − v (y − S) / v̄,    ū = Σu / n,  v̄ = Σv / n</pre>
 *
 * does, which sums to 0. The standard error is therefore √(Σr² / (n (n − 1))). Where every path
 * counts r is what x − y differs from its mean by, and the standard error is exactly that of a mean
 * of paired differences. Where every term is written out,
 *
 * <pre>  Σr² = n² (A / N_u³ + B / N_v³ − 2 C / (N_u² N_v²))
 *   A = N_u Σux² − (Σux)²,   B = N_v Σvy² − (Σvy)²,   N_u = Σu,   N_v = Σv
 *   C = N_u N_v Σuvxy − N_v Σux Σuvy − N_u Σvy Σuvx + Σux Σvy Σuv</pre>
 *
 * <p>x and y are whole numbers, and so are the sums: they add up the same in any order, and what
 * they say is computed exactly but for the last division and square root. Two scenarios that never
 * differ have a difference of 0 with an error of 0.
 *
 * <p>For use by one thread.
 */
final class PairedSums {
  private long n;
  private long u;
  private long v;
  private long uv;
  private long ux;
  private long uxx;
  private long vy;
  private long vyy;
  private long uvx;
  private long uvy;
  private long uvxy;
  private long uvdd; // Σ uv (x − y)²
  private long above;
  private long below;

  /**
   * Adds a path.
   *
   * @param inVariant whether it counts in the variant
   * @param x its value there, {@code >= 0}
   * @param inBase whether it counts in the base
   * @param y its value there, {@code >= 0}
   */
  void add(boolean inVariant, long x, boolean inBase, long y) {
    n++;
    if (inVariant) {
      u++;
      ux += x;
      uxx += x * x;
    }
    if (inBase) {
      v++;
      vy += y;
      vyy += y * y;
    }
    if (inVariant && inBase) {
      uv++;
      uvx += x;
      uvy += y;
      uvxy += x * y;
      uvdd += (x - y) * (x - y);
      above += x > y ? 1 : 0;
      below += x < y ? 1 : 0;
    }
  }

  /** How many numbers {@link #counts} returns. */
  static final int COUNTS = 14;

  /** Returns all sums, to be read by {@link #addCounts}. */
  long[] counts() {
    return new long[] {n, u, v, uv, ux, uxx, vy, vyy, uvx, uvy, uvxy, uvdd, above, below};
  }

  /** Adds the {@link #counts} of others, which stand in {@code counts} from {@code from} on. */
  void addCounts(long[] counts, int from) {
    int i = from;
    n += counts[i++];
    u += counts[i++];
    v += counts[i++];
    uv += counts[i++];
    ux += counts[i++];
    uxx += counts[i++];
    vy += counts[i++];
    vyy += counts[i++];
    uvx += counts[i++];
    uvy += counts[i++];
    uvxy += counts[i++];
    uvdd += counts[i++];
    above += counts[i++];
    below += counts[i];
  }

  /** Adds the paths of {@code other}. */
  void merge(PairedSums other) {
    addCounts(other.counts(), 0);
  }

  /** Returns the number of paths. */
  long paths() {
    return n;
  }

  /** Returns the number of paths that count in the base. */
  long inBase() {
    return v;
  }

  /** Returns the number of paths that count in the variant. */
  long inVariant() {
    return u;
  }

  /** Returns the number of paths that count in both. */
  long paired() {
    return uv;
  }

  /** Returns on how many of these x is larger. */
  long above() {
    return above;
  }

  /** Returns on how many of these x is smaller. */
  long below() {
    return below;
  }

  /** Returns R − S; empty if no path counts in one of the two. */
  OptionalDouble difference() {
    if (u == 0 || v == 0) {
      return OptionalDouble.empty();
    }
    BigInteger numerator = product(ux, v).subtract(product(vy, u));
    return OptionalDouble.of(quotient(numerator, product(u, v)));
  }

  /** Returns the standard error of R − S; empty if no path counts in one, 0 for a single path. */
  OptionalDouble standardError() {
    if (u == 0 || v == 0) {
      return OptionalDouble.empty();
    }
    if (n == 1) {
      return OptionalDouble.of(0);
    }
    BigInteger u3 = product(u, u, u);
    BigInteger v3 = product(v, v, v);
    BigInteger a = product(u, uxx).subtract(product(ux, ux)).multiply(v3);
    BigInteger b = product(v, vyy).subtract(product(vy, vy)).multiply(u3);
    BigInteger c =
        product(u, v, uvxy)
            .subtract(product(v, ux, uvy))
            .subtract(product(u, vy, uvx))
            .add(product(ux, vy, uv))
            .multiply(product(u, v));
    BigInteger sum = a.add(b).subtract(c.shiftLeft(1));
    BigInteger numerator = sum.multiply(BigInteger.valueOf(n));
    BigInteger denominator = u3.multiply(v3).multiply(BigInteger.valueOf(n - 1));
    return OptionalDouble.of(Math.sqrt(quotient(numerator, denominator)));
  }

  /** Returns the mean of x − y over the paths that count in both; empty if there are none. */
  OptionalDouble pairedDifference() {
    return uv == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(quotient(BigInteger.valueOf(uvx - uvy), BigInteger.valueOf(uv)));
  }

  /**
   * Returns the standard error of {@link #pairedDifference}, a ratio of sums over the n paths: with
   * d = x − y, √(n (N_uv Σuvd² − (Σuvd)²) / ((n − 1) N_uv³)); empty where that is, 0 for a single
   * path.
   */
  OptionalDouble pairedError() {
    if (uv == 0) {
      return OptionalDouble.empty();
    }
    if (n == 1) {
      return OptionalDouble.of(0);
    }
    BigInteger spread = product(uv, uvdd).subtract(product(uvx - uvy, uvx - uvy));
    return OptionalDouble.of(
        Math.sqrt(quotient(spread.multiply(BigInteger.valueOf(n)), product(uv, uv, uv, n - 1))));
  }

  /** Returns the same over all paths of some replications. */
  static OptionalDouble pairedError(List<PairedSums> replications) {
    long[] both = replications.stream().mapToLong(sums -> sums.uv).toArray();
    if (LongStream.of(both).sum() == 0) {
      return OptionalDouble.empty();
    }
    long[] sums = replications.stream().mapToLong(one -> one.uvx - one.uvy).toArray();
    return OptionalDouble.of(Replications.standardError(Replications.deviations(sums, both)));
  }

  /**
   * Returns the standard error of R − S over all paths of some replications; empty if no path
   * counts in one of the two.
   */
  static OptionalDouble standardError(List<PairedSums> replications) {
    long[] u = replications.stream().mapToLong(sums -> sums.u).toArray();
    long[] v = replications.stream().mapToLong(sums -> sums.v).toArray();
    if (LongStream.of(u).sum() == 0 || LongStream.of(v).sum() == 0) {
      return OptionalDouble.empty();
    }
    double[] deviations =
        Replications.deviations(replications.stream().mapToLong(sums -> sums.ux).toArray(), u);
    double[] ofBase =
        Replications.deviations(replications.stream().mapToLong(sums -> sums.vy).toArray(), v);
    for (int r = 0; r < deviations.length; r++) {
      deviations[r] -= ofBase[r];
    }
    return OptionalDouble.of(Replications.standardError(deviations));
  }

  private static double quotient(BigInteger numerator, BigInteger denominator) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static BigInteger product(long... factors) {
    BigInteger product = BigInteger.ONE;
    for (long factor : factors) {
      product = product.multiply(BigInteger.valueOf(factor));
    }
    return product;
  }
}
