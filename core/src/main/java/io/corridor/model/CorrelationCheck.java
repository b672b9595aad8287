package io.corridor.model;

import static io.corridor.model.Wording.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Checks the section {@code correlations}. */
final class CorrelationCheck {
  /** An eigenvalue this far below 0 is rounding: singular matrices are fine. */
  private static final double TOLERANCE = 1e-9;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private final Checking in;
  private final Scenario scenario;

  /** What may be correlated, if it is random. */
  private final Set<String> ids;

  /** Pairs met so far, the smaller id first. */
  private final Set<List<String>> pairs = new HashSet<>();

  private final List<Correlation> shocks = new ArrayList<>();
  private final List<Correlation> parameters = new ArrayList<>();

  CorrelationCheck(Checking in) {
    this.in = in;
    this.scenario = in.scenario;
    this.ids = ids(scenario);
  }

  /** Checks the section {@code correlations}. */
  void section() {
    List<Correlation> correlations = scenario.correlations();
    for (int i = 0; i < correlations.size(); i++) {
      correlation(KeyPath.of("correlations").item(i), correlations.get(i));
    }
    together("monthly shocks", shocks);
    together("parameters", parameters);
  }

  /** Checks that the correlations of one sort are those of some random vector. */
  private void together(String sort, List<Correlation> correlations) {
    List<String> named =
        correlations.stream()
            .flatMap(correlation -> Stream.of(correlation.first(), correlation.second()))
            .distinct()
            .toList();
    if (named.size() > Limits.CORRELATED) {
      in.add(
          KeyPath.of("correlations"),
          "at most %s %s may be correlated, not %s",
          Limits.CORRELATED,
          sort,
          named.size());
      return;
    }
    double[][] matrix = Correlation.matrix(correlations, named);
    if (!named.isEmpty() && !isSemiDefinite(matrix)) {
      in.add(
          KeyPath.of("correlations"),
          "no random numbers have these correlations of %s: their matrix must be positive"
              + " semi-definite, but its smallest eigenvalue is %s; bring some of them nearer to 0",
          sort,
          smallestEigenvalue(matrix));
    }
  }

  /**
   * A matrix has no eigenvalue below −ε where, ε added to its diagonal, it has a Cholesky factor.
   */
  private static boolean isSemiDefinite(double[][] matrix) {
    RealMatrix raised = new Array2DRowRealMatrix(matrix);
    for (int i = 0; i < matrix.length; i++) {
      raised.addToEntry(i, i, TOLERANCE);
    }
    try {
      return new CholeskyDecomposition(raised, 0, 0).getDeterminant() >= 0;
    } catch (NonPositiveDefiniteMatrixException e) {
      return false;
    }
  }

  private static String smallestEigenvalue(double[][] matrix) {
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues();
    return new BigDecimal(eigenvalues[eigenvalues.length - 1])
        .round(THREE_DIGITS)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void correlation(KeyPath key, Correlation correlation) {
    Sort first = sort(correlation.first());
    Sort second = sort(correlation.second());
    member(key.child("between", "0"), correlation.first(), first);
    member(key.child("between", "1"), correlation.second(), second);
    in.numbers.fixed(key.child("rho"), correlation.rho(), Range.CORRELATION);
    boolean fresh = pair(key.child("between"), correlation, first, second);
    if (fresh
        && first == second
        && first.correlates
        && Range.CORRELATION.contains(correlation.rho())) {
      (first == Sort.SHOCK ? shocks : parameters).add(correlation);
    }
  }

  private void member(KeyPath key, String id, Sort sort) {
    if (sort == Sort.UNKNOWN) {
      in.unknown(key, "driver, flow, partner or parameter", id, ids);
    } else if (!sort.correlates) {
      in.add(key, "%s %s, so nothing can be correlated with it", quote(id), sort.words);
    }
  }

  private boolean pair(KeyPath key, Correlation correlation, Sort first, Sort second) {
    if (correlation.first().equals(correlation.second())) {
      in.add(key, "a correlation is between two, but both are %s", quote(correlation.first()));
      return false;
    }
    if (first.correlates && second.correlates && first != second) {
      in.add(
          key,
          "must be two monthly shocks or two parameters, but %s %s and %s %s",
          quote(correlation.first()),
          first.words,
          quote(correlation.second()),
          second.words);
      return false;
    }
    boolean ascending = correlation.first().compareTo(correlation.second()) < 0;
    String smaller = ascending ? correlation.first() : correlation.second();
    String larger = ascending ? correlation.second() : correlation.first();
    if (!pairs.add(List.of(smaller, larger))) {
      in.add(
          key,
          "the correlation of %s and %s is given twice",
          quote(correlation.first()),
          quote(correlation.second()));
      return false;
    }
    return true;
  }

  /** What an id has that may be correlated. */
  private enum Sort {
    SHOCK(true, "has a monthly shock"),
    PARAMETER(true, "is a parameter"),
    FIXED_PARAMETER(false, "is a parameter without a distribution"),
    DRAWN_PARAMETER(
        false, "is a parameter taken from joint draws, which hold their own dependence"),
    CALM_DRIVER(false, "is a driver without a normal monthly shock"),
    CALM_TRADE(false, "has no noise"),
    CARRIER(false, "is a carrier, whose noises are correlated with nothing"),
    UNKNOWN(false, "is unknown");

    private final boolean correlates;
    private final String words;

    Sort(boolean correlates, String words) {
      this.correlates = correlates;
      this.words = words;
    }
  }

  private Sort sort(String id) {
    if (scenario.drivers().containsKey(id)) {
      return scenario.drivers().get(id).isShocked() ? Sort.SHOCK : Sort.CALM_DRIVER;
    }
    if (scenario.flows().containsKey(id)) {
      return scenario.flows().get(id).noise().isPresent() ? Sort.SHOCK : Sort.CALM_TRADE;
    }
    if (scenario.partners().containsKey(id)) {
      return scenario.partners().get(id).noise().isPresent() ? Sort.SHOCK : Sort.CALM_TRADE;
    }
    Value parameter = scenario.parameters().get(id);
    if (parameter != null) {
      return parameter.match(
          number -> Sort.FIXED_PARAMETER,
          other -> Sort.FIXED_PARAMETER,
          draw -> Sort.DRAWN_PARAMETER,
          law -> Sort.PARAMETER);
    }
    return scenario.carriers().containsKey(id) ? Sort.CARRIER : Sort.UNKNOWN;
  }

  private static Set<String> ids(Scenario scenario) {
    Set<String> ids = new LinkedHashSet<>(scenario.drivers().keySet());
    ids.addAll(scenario.flows().keySet());
    ids.addAll(scenario.partners().keySet());
    ids.addAll(scenario.parameters().keySet());
    return ids;
  }
}
