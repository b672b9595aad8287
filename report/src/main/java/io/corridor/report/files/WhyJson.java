package io.corridor.report.files;

import static io.corridor.report.internal.json.Json.finite;
import static io.corridor.report.internal.json.Json.object;

import io.corridor.projection.Answer.Interval;
import io.corridor.report.data.Source;
import io.corridor.report.words.Judgement;
import io.corridor.why.Box;
import io.corridor.why.Boxes;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import io.corridor.why.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code why.json}: what decides outcomes, what goes with them and what must hold for them,
 * or what levers do to them.
 *
 * <p>All of it depends on the scenario, the outcomes' own definition, the seed, the number of paths
 * and the version alone, byte for byte. Numbers read back to the same double, but for those of
 * classes of paths, which are most of the file: they have {@value #DIGITS} digits.
 */
public final class WhyJson {
  /** Classes of paths, and what lies as deep, have a line each. */
  private static final int DEPTH = 4;

  private static final int DIGITS = 6;
  private static final MathContext ROUNDING = new MathContext(DIGITS);

  private WhyJson() {}

  /**
   * Writes what decides outcomes, and leaves {@code out} open.
   *
   * @param why what was found
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(Why why, Source source, OutputStream out) throws IOException {
    Judgement judgement = new Judgement(why.scenario());
    Checksum.write(
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(why.scenario(), source),
            "run", ResultJson.run(why.scenario(), why.sample().withPaths(why.paths())),
            "outcomes", object(why.outcomes(), found -> explanation(found, judgement))),
        DEPTH,
        out);
  }

  /**
   * Writes what levers do, and leaves {@code out} open.
   *
   * @param levers what was found
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(Levers levers, Source source, OutputStream out) throws IOException {
    Checksum.write(
        object(
            "corridor", ResultJson.version(),
            "scenario", ResultJson.scenario(levers.scenario(), source),
            "run", ResultJson.run(levers.scenario(), levers.sample().withPaths(levers.paths())),
            "levers", object(levers.outcomes(), WhyJson::levers)),
        DEPTH,
        out);
  }

  private static Map<String, Object> explanation(Explanation explanation, Judgement judgement) {
    Optional<Shares> shares = explanation.shares();
    return object(
        "paths", explanation.paths(),
        "mean", finite(explanation.mean()),
        "variance", finite(explanation.variance()),
        "reason", explanation.reason(),
        "causes", shares.map(of -> of.causes().stream().map(WhyJson::cause).toList()),
        "sumOfFirst", shares.map(of -> of.sumOfFirst().value()),
        "sumOfFirstSe", shares.map(of -> of.sumOfFirst().standardError()),
        "interactions", shares.map(Shares::interactions),
        "judged", shares.map(judgement::share),
        "directions", explanation.directions().stream().map(WhyJson::direction).toList(),
        "boxes", explanation.boxes().map(WhyJson::boxes));
  }

  private static Map<String, Object> cause(Cause cause) {
    Map<String, Object> found = object("id", cause.id(), "members", cause.members());
    found.putAll(ratio("share", cause.share()));
    found.putAll(ratio("first", cause.first()));
    found.putAll(ratio("total", cause.total()));
    return found;
  }

  private static Map<String, Object> ratio(String name, Ratio ratio) {
    return object(
        name,
        ratio.value(),
        name + "Se",
        ratio.standardError(),
        name + "95",
        ResultJson.interval(ratio.interval95()));
  }

  private static Map<String, Object> direction(Direction direction) {
    return object(
        "id", direction.id(),
        "explained", direction.explained(),
        "spearman", direction.spearman(),
        "p", direction.pValue(),
        "classes", direction.classes().stream().map(WhyJson::pathClass).toList());
  }

  private static Map<String, Object> pathClass(Direction.PathClass paths) {
    return object(
        "from", rounded(paths.from()),
        "to", rounded(paths.to()),
        "paths", paths.paths(),
        "mean", rounded(paths.mean()),
        "interval95",
            ResultJson.interval(
                paths.interval95().map(i -> new Interval(rounded(i.low()), rounded(i.high())))));
  }

  private static double rounded(double number) {
    return Double.isFinite(number) ? new BigDecimal(number).round(ROUNDING).doubleValue() : number;
  }

  private static Map<String, Object> boxes(Boxes boxes) {
    return object("true", boxes(boxes.cameTrue()), "false", boxes(boxes.failed()));
  }

  private static List<Map<String, Object>> boxes(List<Box> boxes) {
    return boxes.stream().map(WhyJson::box).toList();
  }

  private static Map<String, Object> box(Box box) {
    return object(
        "restrictions", restrictions(box.restrictions()),
        "paths", box.paths(),
        "hits", box.hits(),
        "density", finite(box.density()),
        "density95", ResultJson.interval(box.density95()),
        "coverage", finite(box.coverage()),
        "coverage95", ResultJson.interval(box.coverage95()),
        "mass", box.mass(),
        "trajectory", box.trajectory().stream().map(WhyJson::peeled).toList());
  }

  private static Map<String, Object> peeled(Box.Peeled peeled) {
    return object(
        "density", finite(peeled.density()),
        "coverage", finite(peeled.coverage()),
        "mass", peeled.mass(),
        "restrictions", restrictions(peeled.restrictions()));
  }

  private static List<Map<String, Object>> restrictions(List<Box.Restriction> restrictions) {
    return restrictions.stream().map(WhyJson::restriction).toList();
  }

  private static Map<String, Object> restriction(Box.Restriction restriction) {
    Map<String, Object> found =
        object(
            "id",
            restriction.id(),
            restriction.lower() ? "atLeast" : "atMost",
            restriction.bound());
    restriction.quasiP().ifPresent(p -> found.put("qp", p));
    restriction.below().ifPresent(share -> found.put("below", share));
    return found;
  }

  private static Map<String, Object> levers(LeverResult result) {
    return object(
        "aim", result.aim().map(aim -> aim.name().toLowerCase(Locale.ROOT)),
        "choice", result.choice(),
        "variants", object(result.variants(), WhyJson::variant),
        "boxes", object(result.boxes(), WhyJson::boxes));
  }

  private static Map<String, Object> variant(LeverResult.Variant variant) {
    Map<String, Object> found =
        object(
            "paths", variant.paths(),
            "mean", finite(variant.mean()),
            "se", finite(variant.standardError()));
    variant
        .regret()
        .ifPresent(
            regret ->
                found.putAll(
                    object(
                        "best", regret.best(),
                        "regret", regret.mean(),
                        "regretSe", regret.standardError(),
                        "regret95", regret.percentile95())));
    return found;
  }
}
