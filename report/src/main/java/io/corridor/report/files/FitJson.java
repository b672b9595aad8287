package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;

import io.corridor.evidence.fit.Convergence;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Posterior;
import io.corridor.evidence.fit.VarianceRatio;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.internal.json.Json;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Writes {@code fit.json}, what data made of a scenario's numbers, and {@code draws.csv}, the joint
 * draws that took their place. Both depend on the scenario, its data and the version alone, byte
 * for byte.
 */
public final class FitJson {
  private static final double[] PERCENTS = {5, 50, 95};

  private FitJson() {}

  /**
   * Writes {@code fit.json}, and leaves {@code out} open.
   *
   * @param scenario what was fitted
   * @param source where it came from
   * @param fits what data made of it
   * @param correlations those that were fitted
   * @param horizons of the scenario's backtest, in months, for variance ratios
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(
      Scenario scenario,
      Source source,
      List<Fit> fits,
      List<FittedCorrelation> correlations,
      List<Integer> horizons,
      OutputStream out)
      throws IOException {
    Map<String, Object> found = new LinkedHashMap<>();
    fits.forEach(fit -> found.put(fit.key(), fit(fit, horizons)));
    Json.write(
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(scenario, source),
            "fits", found,
            "correlations", correlations.stream().map(FitJson::correlation).toList()),
        out);
  }

  private static Map<String, Object> correlation(FittedCorrelation correlation) {
    return object(
        "between", List.of(correlation.first(), correlation.second()),
        "rho", correlation.rho(),
        "n", correlation.n());
  }

  private static Map<String, Object> fit(Fit fit, List<Integer> horizons) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    fit.posterior().names().forEach(name -> numbers.put(name, number(fit, name)));
    return object(
        "series", fit.series(),
        "from", fit.from(),
        "to", fit.to(),
        "n", fit.n(),
        "numbers", numbers,
        "residuals",
            object(
                "lags", fit.residuals().lags(),
                "ljungBoxP", finite(fit.residuals().ljungBoxP()),
                "lag1", finite(fit.residuals().lag1()),
                "lag1P", finite(fit.residuals().lag1P()),
                "jarqueBeraP", finite(fit.residuals().jarqueBeraP()),
                "varianceRatios", object(fit.varianceRatios(horizons), FitJson::ratio)),
        "counted", fit.counted(),
        "warnings", fit.warnings());
  }

  private static Map<String, Object> ratio(VarianceRatio found) {
    return object("ratio", found.ratio(), "z", found.z(), "p", found.p());
  }

  private static Map<String, Object> number(Fit fit, String name) {
    Posterior posterior = fit.posterior();
    Optional<Convergence> convergence = Optional.ofNullable(posterior.convergence().get(name));
    return object(
        "prior", Optional.ofNullable(fit.priors().get(name)).map(p -> percentiles(p::percentile)),
        "posterior", percentiles(percent -> posterior.percentile(name, percent)),
        "narrowed", finite(fit.narrowed(name).orElse(Double.NaN)),
        "rhat", convergence.map(Convergence::rhat),
        "ess", convergence.map(found -> List.of(found.bulk(), found.tail())));
  }

  private static Map<String, Object> percentiles(DoubleUnaryOperator percentile) {
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (double percent : PERCENTS) {
      percentiles.put(Numbers.percentile(percent), percentile.applyAsDouble(percent));
    }
    return percentiles;
  }

  /**
   * Writes {@code draws.csv}: a row for each joint draw, in the form in which a scenario reads it.
   *
   * @param fits whose draws
   * @param out takes the text
   * @throws IOException if {@code out} does
   */
  public static void writeDraws(List<Fit> fits, Writer out) throws IOException {
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (Fit fit : fits) {
      Posterior posterior = fit.posterior();
      posterior.names().forEach(n -> columns.put(fit.key() + "." + n, posterior.draws(n)));
    }
    List<List<String>> rows = new ArrayList<>(List.of(List.copyOf(columns.keySet())));
    for (int i = 0; i < Posterior.ROWS && !columns.isEmpty(); i++) {
      int row = i;
      rows.add(columns.values().stream().map(column -> Numbers.shortest(column[row])).toList());
    }
    Csv.writePlain(rows, out);
  }
}
