package io.corridor.report.files;

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
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

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

  private final JsonGenerator json;
  private final ResultJson results;

  private WhyJson(JsonGenerator json) {
    this.json = json;
    this.results = new ResultJson(json);
  }

  /**
   * Writes what decides outcomes, and leaves {@code out} open.
   *
   * @param why what was found
   * @param source where the scenario came from
   * @param out takes UTF-8
   * @throws IOException if {@code out} does
   */
  public static void write(Why why, Source source, OutputStream out) throws IOException {
    Checksum.write(out, DEPTH, (json, checksum) -> new WhyJson(json).write(why, source, checksum));
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
        out, DEPTH, (json, checksum) -> new WhyJson(json).write(levers, source, checksum));
  }

  private void write(Why why, Source source, Checksum checksum) {
    json.writeStartObject();
    results.writeVersion();
    results.writeScenario(why.scenario(), source);
    results.writeRun(why.scenario(), why.sample().withPaths(why.paths()));
    json.writeObjectPropertyStart("outcomes");
    Judgement judgement = new Judgement(why.scenario());
    why.outcomes().forEach((id, found) -> writeExplanation(id, found, judgement));
    json.writeEndObject();
    checksum.writeTo(json);
    json.writeEndObject();
  }

  private void writeExplanation(String id, Explanation explanation, Judgement judgement) {
    json.writeObjectPropertyStart(id);
    json.writeNumberProperty("paths", explanation.paths());
    results.writeNumberOrNull("mean", explanation.mean());
    results.writeNumberOrNull("variance", explanation.variance());
    json.writeStringProperty("reason", explanation.reason().orElse(null));
    if (explanation.shares().isPresent()) {
      writeShares(explanation.shares().get());
      json.writeNumberProperty("judged", judgement.share(explanation.shares().get()));
    } else {
      json.writeNullProperty("causes");
      json.writeNullProperty("sumOfFirst");
      json.writeNullProperty("sumOfFirstSe");
      json.writeNullProperty("interactions");
      json.writeNullProperty("judged");
    }
    json.writeArrayPropertyStart("directions");
    explanation.directions().forEach(this::writeDirection);
    json.writeEndArray();
    writeBoxes(explanation.boxes());
    json.writeEndObject();
  }

  private void writeShares(Shares shares) {
    json.writeArrayPropertyStart("causes");
    shares.causes().forEach(this::writeCause);
    json.writeEndArray();
    json.writeNumberProperty("sumOfFirst", shares.sumOfFirst().value());
    json.writeNumberProperty("sumOfFirstSe", shares.sumOfFirst().standardError());
    json.writeNumberProperty("interactions", shares.interactions());
  }

  private void writeCause(Cause cause) {
    json.writeStartObject();
    json.writeStringProperty("id", cause.id());
    results.writeTexts("members", cause.members());
    writeRatio("share", cause.share());
    writeRatio("first", cause.first());
    writeRatio("total", cause.total());
    json.writeEndObject();
  }

  private void writeRatio(String name, Ratio ratio) {
    json.writeNumberProperty(name, ratio.value());
    json.writeNumberProperty(name + "Se", ratio.standardError());
    writeInterval(name + "95", ratio.interval95());
  }

  private void writeDirection(Direction direction) {
    json.writeStartObject();
    json.writeStringProperty("id", direction.id());
    json.writeNumberProperty("explained", direction.explained());
    json.writeNumberProperty("spearman", direction.spearman());
    json.writeNumberProperty("p", direction.pValue());
    json.writeArrayPropertyStart("classes");
    for (Direction.PathClass each : direction.classes()) {
      json.writeStartObject();
      json.writeNumberProperty("from", rounded(each.from()));
      json.writeNumberProperty("to", rounded(each.to()));
      json.writeNumberProperty("paths", each.paths());
      json.writeNumberProperty("mean", rounded(each.mean()));
      results.writeInterval(
          "interval95",
          each.interval95().map(i -> new Interval(rounded(i.low()), rounded(i.high()))));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static double rounded(double number) {
    return new BigDecimal(number).round(ROUNDING).doubleValue();
  }

  private void writeBoxes(Optional<Boxes> boxes) {
    if (boxes.isEmpty()) {
      json.writeNullProperty("boxes");
      return;
    }
    json.writeObjectPropertyStart("boxes");
    writeBoxes("true", boxes.get().cameTrue());
    writeBoxes("false", boxes.get().failed());
    json.writeEndObject();
  }

  private void writeBoxes(String name, List<Box> boxes) {
    json.writeArrayPropertyStart(name);
    boxes.forEach(this::writeBox);
    json.writeEndArray();
  }

  private void writeBox(Box box) {
    json.writeStartObject();
    writeRestrictions(box.restrictions());
    json.writeNumberProperty("paths", box.paths());
    json.writeNumberProperty("hits", box.hits());
    results.writeNumberOrNull("density", box.density());
    writeInterval("density95", box.density95());
    results.writeNumberOrNull("coverage", box.coverage());
    writeInterval("coverage95", box.coverage95());
    json.writeNumberProperty("mass", box.mass());
    json.writeArrayPropertyStart("trajectory");
    for (Box.Peeled peeled : box.trajectory()) {
      json.writeStartObject();
      results.writeNumberOrNull("density", peeled.density());
      results.writeNumberOrNull("coverage", peeled.coverage());
      json.writeNumberProperty("mass", peeled.mass());
      writeRestrictions(peeled.restrictions());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRestrictions(List<Box.Restriction> restrictions) {
    json.writeArrayPropertyStart("restrictions");
    for (Box.Restriction restriction : restrictions) {
      json.writeStartObject();
      json.writeStringProperty("id", restriction.id());
      json.writeNumberProperty(restriction.lower() ? "atLeast" : "atMost", restriction.bound());
      restriction.quasiP().ifPresent(p -> json.writeNumberProperty("qp", p));
      restriction.below().ifPresent(share -> json.writeNumberProperty("below", share));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeInterval(String name, Interval interval) {
    results.writeNumbers(name, interval.low(), interval.high());
  }

  private void write(Levers levers, Source source, Checksum checksum) {
    json.writeStartObject();
    results.writeVersion();
    results.writeScenario(levers.scenario(), source);
    results.writeRun(levers.scenario(), levers.sample().withPaths(levers.paths()));
    json.writeObjectPropertyStart("levers");
    levers.outcomes().forEach(this::writeLevers);
    json.writeEndObject();
    checksum.writeTo(json);
    json.writeEndObject();
  }

  private void writeLevers(String id, LeverResult result) {
    json.writeObjectPropertyStart(id);
    json.writeStringProperty(
        "aim", result.aim().map(aim -> aim.name().toLowerCase(Locale.ROOT)).orElse(null));
    json.writeStringProperty("choice", result.choice().orElse(null));
    json.writeObjectPropertyStart("variants");
    result.variants().forEach(this::writeVariant);
    json.writeEndObject();
    json.writeObjectPropertyStart("boxes");
    result.boxes().forEach(this::writeBoxes);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeVariant(String name, LeverResult.Variant variant) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("paths", variant.paths());
    results.writeNumberOrNull("mean", variant.mean());
    results.writeNumberOrNull("se", variant.standardError());
    variant
        .regret()
        .ifPresent(
            regret -> {
              json.writeNumberProperty("best", regret.best());
              json.writeNumberProperty("regret", regret.mean());
              json.writeNumberProperty("regretSe", regret.standardError());
              json.writeNumberProperty("regret95", regret.percentile95());
            });
    json.writeEndObject();
  }
}
