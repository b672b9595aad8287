package io.corridor.report.files;

import io.corridor.evidence.fit.Convergence;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Posterior;
import io.corridor.evidence.fit.Prior;
import io.corridor.model.Scenario;
import io.corridor.report.data.Source;
import io.corridor.report.words.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code fit.json}, what data made of a scenario's numbers, and {@code draws.csv}, the joint
 * draws that took their place. Both depend on the scenario, its data and the version alone, byte
 * for byte.
 */
public final class FitJson {
  private static final double[] PERCENTS = {5, 50, 95};

  private final JsonGenerator json;
  private final ResultJson results;

  private FitJson(JsonGenerator json) {
    this.json = json;
    this.results = new ResultJson(json);
  }

  /**
   * Writes {@code fit.json}, and leaves {@code out} open.
   *
   * @param scenario what was fitted
   * @param source where it came from
   * @param fits what data made of it
   * @param correlations those that were fitted
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(
      Scenario scenario,
      Source source,
      List<Fit> fits,
      List<FittedCorrelation> correlations,
      OutputStream out)
      throws IOException {
    ResultJson.write(out, json -> new FitJson(json).write(scenario, source, fits, correlations));
  }

  private void write(
      Scenario scenario, Source source, List<Fit> fits, List<FittedCorrelation> correlations) {
    json.writeStartObject();
    results.writeVersion();
    results.writeScenario(scenario, source);
    json.writeObjectPropertyStart("fits");
    fits.forEach(this::write);
    json.writeEndObject();
    json.writeArrayPropertyStart("correlations");
    for (FittedCorrelation correlation : correlations) {
      json.writeStartObject();
      results.writeTexts("between", List.of(correlation.first(), correlation.second()));
      json.writeNumberProperty("rho", correlation.rho());
      json.writeNumberProperty("n", correlation.n());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Fit fit) {
    json.writeObjectPropertyStart(fit.key());
    json.writeStringProperty("series", fit.series());
    json.writeStringProperty("from", fit.from().toString());
    json.writeStringProperty("to", fit.to().toString());
    json.writeNumberProperty("n", fit.n());
    json.writeObjectPropertyStart("numbers");
    fit.posterior().names().forEach(name -> writeNumber(fit, name));
    json.writeEndObject();
    json.writeObjectPropertyStart("residuals");
    json.writeNumberProperty("lags", fit.residuals().lags());
    results.writeNumberOrNull("ljungBoxP", fit.residuals().ljungBoxP());
    results.writeNumberOrNull("jarqueBeraP", fit.residuals().jarqueBeraP());
    json.writeEndObject();
    results.writeTexts("counted", fit.counted());
    results.writeTexts("warnings", fit.warnings());
    json.writeEndObject();
  }

  private void writeNumber(Fit fit, String name) {
    json.writeObjectPropertyStart(name);
    Prior prior = fit.priors().get(name);
    if (prior == null) {
      json.writeNullProperty("prior");
    } else {
      writePercentiles("prior", prior::percentile);
    }
    Posterior posterior = fit.posterior();
    writePercentiles("posterior", percent -> posterior.percentile(name, percent));
    results.writeNumberOrNull("narrowed", fit.narrowed(name).orElse(Double.NaN));
    Convergence convergence = posterior.convergence().get(name);
    if (convergence == null) {
      json.writeNullProperty("rhat");
      json.writeNullProperty("ess");
    } else {
      json.writeNumberProperty("rhat", convergence.rhat());
      results.writeNumbers("ess", convergence.bulk(), convergence.tail());
    }
    json.writeEndObject();
  }

  private void writePercentiles(String name, DoubleUnaryOperator percentile) {
    json.writeObjectPropertyStart(name);
    for (double percent : PERCENTS) {
      json.writeNumberProperty(Numbers.percentile(percent), percentile.applyAsDouble(percent));
    }
    json.writeEndObject();
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
    out.write(String.join(",", columns.keySet()) + "\n");
    for (int row = 0; row < Posterior.ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (double[] column : columns.values()) {
        line.append(line.length() == 0 ? "" : ",").append(Numbers.shortest(column[row]));
      }
      out.write(line.append('\n').toString());
    }
  }
}
