package io.corridor.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** The correlations of one sort, which must be those of some random vector. */
final class CorrelationMatrix {
  /** An eigenvalue this far below 0 is rounding: singular matrices are fine. */
  private static final double TOLERANCE = 1e-9;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final String sort;
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final List<Correlation> entries = new ArrayList<>();

  CorrelationMatrix(String sort) {
    this.sort = sort;
  }

  void add(Correlation correlation) {
    rows.putIfAbsent(correlation.first(), rows.size());
    rows.putIfAbsent(correlation.second(), rows.size());
    entries.add(correlation);
  }

  void check(Checking in) {
    if (rows.size() > Limits.CORRELATED) {
      in.add(
          KeyPath.of("correlations"),
          "at most %s %s may be correlated, not %s",
          Limits.CORRELATED,
          sort,
          rows.size());
    } else if (!rows.isEmpty() && !isSemiDefinite()) {
      in.add(
          KeyPath.of("correlations"),
          "no random numbers have these correlations of %s: their matrix must be positive"
              + " semi-definite, but its smallest eigenvalue is %s; bring some of them nearer to 0",
          sort,
          smallestEigenvalue());
    }
  }

  /**
   * A matrix has no eigenvalue below −ε where, ε added to its diagonal, it has a Cholesky factor.
   */
  private boolean isSemiDefinite() {
    try {
      return new CholeskyDecomposition(matrix(1 + TOLERANCE), 0, 0).getDeterminant() >= 0;
    } catch (NonPositiveDefiniteMatrixException e) {
      return false;
    }
  }

  private String smallestEigenvalue() {
    double[] eigenvalues = new EigenDecomposition(matrix(1)).getRealEigenvalues();
    return new BigDecimal(eigenvalues[eigenvalues.length - 1])
        .round(THREE_DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }

  private RealMatrix matrix(double diagonal) {
    RealMatrix matrix = new Array2DRowRealMatrix(rows.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      matrix.setEntry(i, i, diagonal);
    }
    for (Correlation correlation : entries) {
      int i = requireNonNull(rows.get(correlation.first()));
      int j = requireNonNull(rows.get(correlation.second()));
      matrix.setEntry(i, j, correlation.rho());
      matrix.setEntry(j, i, correlation.rho());
    }
    return matrix;
  }
}
