package io.corridor.scenarios.internal.format;

import io.corridor.model.Driver;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drivers: one section for each kind. Their values may be written in the driver's own {@code unit},
 * or where the format knows it, in others of its dimension.
 */
final class DriverFormat implements Shape<Driver> {
  static final String KIND = "kind";
  static final String UNIT = "unit";
  private static final List<String> KINDS =
      List.of("constant", "path", "gbm", "ou", "log-ou", "jump", "bootstrap");
  private static final Word<String> KIND_WORD = new Word<>(words());

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    KINDS.forEach(kind -> words.put(kind, kind));
    return words;
  }

  @Override
  public String noun() {
    return "a driver";
  }

  @Override
  public Driver read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.mismatch(node, this);
    }
    Node.Entry kind = mapping.entries().get(KIND);
    if (kind == null) {
      place.in(KIND, place.keyAt()).note(place.keyAt(), "is missing; must be " + KIND_WORD.noun());
      place.reading().spoiled(place.key());
      return placeholder();
    }
    if (!(kind.value() instanceof Node.Scalar word) || !KINDS.contains(word.text())) {
      KIND_WORD.read(kind.value(), place.in(KIND, kind.keyAt()));
      place.reading().spoiled(place.key());
      return placeholder();
    }
    String unit =
        mapping.get(UNIT) instanceof Node.Scalar text && !text.isNull() ? text.text() : "";
    return new DriverSections(Measure.inUnit(unit)).named(word.text()).read(node, place);
  }

  @Override
  public Node write(Driver driver) {
    DriverSections kinds = new DriverSections(Measure.ANY);
    if (driver instanceof Driver.Constant constant) {
      return kinds.constant().write(constant);
    }
    if (driver instanceof Driver.Path path) {
      return kinds.path().write(path);
    }
    if (driver instanceof Driver.Gbm gbm) {
      return kinds.gbm().write(gbm);
    }
    if (driver instanceof Driver.Ou ou) {
      return kinds.ou().write(ou);
    }
    if (driver instanceof Driver.LogOu logOu) {
      return kinds.logOu().write(logOu);
    }
    if (driver instanceof Driver.Jump jump) {
      return kinds.jump().write(jump);
    }
    return kinds.bootstrap().write((Driver.Bootstrap) driver);
  }

  @Override
  public Map<String, Object> schema(SchemaDefs defs) {
    DriverSections kinds = new DriverSections(Measure.ANY);
    return defs.define(
        "a driver",
        () -> defs.tagged(KIND, KINDS, !defs.partial(), kind -> kinds.named(kind).schema(defs)));
  }

  @Override
  public Driver placeholder() {
    return new Driver.Constant(Value.ONE, "");
  }
}
