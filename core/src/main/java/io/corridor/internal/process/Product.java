package io.corridor.internal.process;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.Vectors;
import io.corridor.internal.numeric.Exp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * scale(t) · Π factors · exp(Σ terms): a base that grows, has a season and listens to drivers. What
 * is the same on every path is in {@code scale}; what differs adds up in logs, so that there is one
 * exponential whatever the number of drivers.
 */
public final class Product extends Step {
  private final double[] scale;
  private final Summand[] terms;
  private final RealPort[] factors;
  private final RealPort out;

  /**
   * One summand of the exponent: coefficient(t) · column, times another column if there is one.
   *
   * @param coefficient by month
   * @param column what it multiplies
   * @param other the other column; null: none
   */
  public record Term(double[] coefficient, Real column, @Nullable Real other) {}

  private record Summand(double[] coefficient, RealPort column, @Nullable RealPort other) {}

  /**
   * Makes the step.
   *
   * @param scale by month
   * @param terms summands of the exponent
   * @param factors columns that multiply the result
   * @param out the product
   */
  public Product(double[] scale, List<Term> terms, List<Real> factors, Real out) {
    this.scale = scale.clone();
    this.terms = terms.stream().map(this::connect).toArray(Summand[]::new);
    this.factors = ports.read(factors);
    this.out = ports.write(out);
    made(
        this.scale,
        terms.stream().map(Term::coefficient).toArray(),
        terms.stream().map(term -> term.other == null).toArray());
  }

  private Summand connect(Term term) {
    return new Summand(
        term.coefficient,
        ports.read(term.column),
        term.other == null ? null : ports.read(term.other));
  }

  @Override
  public void advance(Block block, int month) {
    int n = block.paths();
    double[] result = block.of(out);
    double s = scale[month];
    int factor = 0;
    if (terms.length > 0) {
      Exp.scaled(s, exponent(block, month, n), result, n);
    } else if (factors.length > 0) {
      Vectors.scale(s, block.of(factors[factor++]), result, n);
    } else {
      Vectors.fill(result, s, n);
    }
    while (factor < factors.length) {
      Vectors.multiply(result, block.of(factors[factor++]), n);
    }
  }

  private double[] exponent(Block block, int month, int n) {
    Summand first = terms[0];
    double c = first.coefficient[month];
    if (terms.length == 1 && first.other == null && c == 1) {
      return block.of(first.column);
    }
    double[] sum = block.scratch();
    int done = 1;
    if (first.other != null) {
      Vectors.product(block.of(first.column), block.of(first.other), sum, n);
      if (c != 1) {
        Vectors.scale(c, sum, sum, n);
      }
    } else if (terms.length > 1 && terms[1].other == null) {
      Summand second = terms[1];
      double d = second.coefficient[month];
      Vectors.combine(c, block.of(first.column), d, block.of(second.column), sum, n);
      done = 2;
    } else {
      Vectors.scale(c, block.of(first.column), sum, n);
    }
    for (; done < terms.length; done++) {
      add(block, terms[done], month, sum, n);
    }
    return sum;
  }

  private static void add(Block block, Summand term, int month, double[] sum, int n) {
    double c = term.coefficient[month];
    double[] column = block.of(term.column);
    if (term.other == null) {
      Vectors.addScaled(sum, c, column, n);
    } else if (c == 1) {
      Vectors.addProduct(sum, column, block.of(term.other), n);
    } else {
      double[] other = block.of(term.other);
      for (int p = 0; p < n; p++) {
        sum[p] += c * column[p] * other[p];
      }
    }
  }
}
