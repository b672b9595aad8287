package io.corridor.report.files;

import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.Projection;
import io.corridor.projection.QuestionDifference;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code comparison.json}: the answers and series of the base and of each variant, and how
 * each variant differs from the base.
 *
 * <p>All of it depends on the scenarios, the seed, the number of paths and the version alone, byte
 * for byte. Numbers read back to the same double.
 */
public final class ComparisonJson {
  private final JsonGenerator json;
  private final ResultJson results;

  private ComparisonJson(JsonGenerator json) {
    this.json = json;
    this.results = new ResultJson(json);
  }

  /**
   * Writes a comparison, and leaves {@code out} open.
   *
   * @param comparison what was found
   * @param base name of the base, other than those of the variants
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(Comparison comparison, String base, OutputStream out)
      throws IOException {
    ResultJson.write(out, json -> new ComparisonJson(json).write(comparison, base));
  }

  private void write(Comparison comparison, String base) {
    json.writeStartObject();
    results.writeVersion();
    Projection first = comparison.base();
    results.writeRun(first.scenario(), first.sample());
    json.writeStringProperty("base", base);
    json.writeObjectPropertyStart("variants");
    writeProjection(base, comparison.base());
    comparison.variants().forEach(this::writeProjection);
    json.writeEndObject();
    json.writeObjectPropertyStart("differences");
    comparison.differences().forEach(this::writeDifferences);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeProjection(String name, Projection projection) {
    json.writeObjectPropertyStart(name);
    results.writeResults(projection);
    json.writeEndObject();
  }

  private void writeDifferences(String name, Differences differences) {
    json.writeObjectPropertyStart(name);
    json.writeObjectPropertyStart("questions");
    differences.questions().forEach(this::writeQuestion);
    json.writeEndObject();
    json.writeObjectPropertyStart("metrics");
    differences.metrics().forEach(this::writeMetric);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeQuestion(String id, QuestionDifference difference) {
    json.writeObjectPropertyStart(id);
    results.writeNumberOrNull("difference", difference.difference());
    results.writeNumberOrNull("standardError", difference.standardError());
    results.writeNumberOrNull("above", share(difference.above(), difference));
    results.writeNumberOrNull("below", share(difference.below(), difference));
    if (difference.isConditional()) {
      writeCondition(difference);
    }
    json.writeEndObject();
  }

  /** On how many paths the condition holds, and what differs where it holds in both. */
  private void writeCondition(QuestionDifference difference) {
    json.writeObjectPropertyStart("paths");
    json.writeNumberProperty("base", difference.basePaths());
    json.writeNumberProperty("variant", difference.variantPaths());
    json.writeNumberProperty("both", difference.paired());
    json.writeEndObject();
    results.writeNumberOrNull("bothDifference", difference.pairedDifference());
    results.writeNumberOrNull("bothStandardError", difference.pairedError());
  }

  /** NaN where no path counts in both scenarios. */
  private static double share(long paths, QuestionDifference difference) {
    return (double) paths / difference.paired();
  }

  private void writeMetric(String id, MetricDifference difference) {
    int months = difference.months();
    json.writeObjectPropertyStart(id);
    results.writeMonths(months, difference::month);
    results.writeNumbers("difference", months, difference::mean);
    results.writeNumbers("se", months, difference::standardError);
    results.writeNumbers("above", months, difference::above);
    json.writeEndObject();
  }
}
