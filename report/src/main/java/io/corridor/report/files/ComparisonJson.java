package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;

import io.corridor.projection.Comparison;
import io.corridor.projection.Differences;
import io.corridor.projection.MetricDifference;
import io.corridor.projection.QuestionDifference;
import io.corridor.report.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes {@code comparison.json}: the answers and series of the base and of each variant, and how
 * each variant differs from the base.
 *
 * <p>All of it depends on the scenarios, the seed, the number of paths and the version alone, byte
 * for byte. Numbers read back to the same double.
 */
public final class ComparisonJson {

  private ComparisonJson() {}

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
    Map<String, Object> variants = object(base, ResultJson.results(comparison.base()));
    variants.putAll(object(comparison.variants(), ResultJson::results));
    Json.write(
        object(
            "corridor", ResultJson.version(),
            "run", ResultJson.run(comparison.base().scenario(), comparison.base().sample()),
            "base", base,
            "variants", variants,
            "differences", object(comparison.differences(), ComparisonJson::differences)),
        out);
  }

  private static Map<String, Object> differences(Differences differences) {
    return object(
        "questions", object(differences.questions(), ComparisonJson::question),
        "metrics", object(differences.metrics(), ComparisonJson::metric));
  }

  private static Map<String, Object> question(QuestionDifference difference) {
    Map<String, Object> question =
        object(
            "difference", finite(difference.difference()),
            "standardError", finite(difference.standardError()),
            // Nothing where no path counts in both scenarios.
            "above", finite((double) difference.above() / difference.paired()),
            "below", finite((double) difference.below() / difference.paired()));
    if (difference.isConditional()) {
      question.putAll(condition(difference));
    }
    return question;
  }

  /** On how many paths the condition holds, and what differs where it holds in both. */
  private static Map<String, Object> condition(QuestionDifference difference) {
    return object(
        "paths",
        object(
            "base", difference.basePaths(),
            "variant", difference.variantPaths(),
            "both", difference.paired()),
        "bothDifference",
        finite(difference.pairedDifference()),
        "bothStandardError",
        finite(difference.pairedError()));
  }

  private static Map<String, Object> metric(MetricDifference difference) {
    int months = difference.months();
    return object(
        "months", ResultJson.months(months, difference::month),
        "difference", ResultJson.numbers(months, difference::mean),
        "se", ResultJson.numbers(months, difference::standardError),
        "above", ResultJson.numbers(months, difference::above));
  }
}
