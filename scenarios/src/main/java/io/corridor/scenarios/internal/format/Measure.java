package io.corridor.scenarios.internal.format;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.model.Dimension;
import io.corridor.model.MetricUnit;
import io.corridor.model.Nearest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a number measures and the unit it is kept in: numbers without a unit are in it, numbers in
 * another unit of the same dimension are converted to it.
 *
 * @param words what it is
 * @param base the unit it is kept in; empty for a number without one
 * @param units what to multiply and divide by to get from a unit to the base, by name
 */
record Measure(String words, String base, Map<String, Factor> units) {

  /** Multiplies, then divides: exact in decimals, rounded once. */
  record Factor(BigDecimal times, BigDecimal per) {
    private BigDecimal apply(BigDecimal number) {
      BigDecimal product = number.multiply(times);
      return per.compareTo(BigDecimal.ONE) == 0
          ? product
          : product.divide(per, MathContext.DECIMAL128);
    }
  }

  private static final String EURO = "EUR";

  /** Words for magnitudes, and how they are written. */
  private static final Map<String, String> MAGNITUDES =
      Map.of("thousand", "k", "million", "mn", "billion", "bn", "trillion", "tn");

  /** Takes any unit of the format, without meaning: where it isn't known what is measured. */
  static final Measure ANY = any();

  private static final Factor SAME = new Factor(BigDecimal.ONE, BigDecimal.ONE);

  /** Returns the measure of {@code dimension} in its base unit. */
  static Measure of(Dimension dimension) {
    List<Dimension.Unit> units = dimension.units();
    return units.isEmpty()
        ? new Measure(dimension.words(), "", Map.of())
        : in(dimension, units.get(0));
  }

  private static Measure in(Dimension dimension, Dimension.Unit base) {
    Map<String, Factor> factors = new LinkedHashMap<>();
    boolean percent = base.name().startsWith("%");
    for (Dimension.Unit unit : dimension.units()) {
      Factor factor =
          percent
              ? new Factor(unit.times(), unit.per())
              : new Factor(unit.times().multiply(base.per()), unit.per().multiply(base.times()));
      factors.put(unit.name(), factor);
    }
    return new Measure(dimension.words(), percent ? "" : base.name(), factors);
  }

  /**
   * Returns the measure of numbers kept in {@code unit}: of the format, of a metric, or any text
   * that a driver is given as its unit.
   */
  static Measure inUnit(String unit) {
    for (Dimension dimension : Dimension.values()) {
      for (Dimension.Unit candidate : dimension.units()) {
        if (candidate.name().equals(unit) && !unit.startsWith("%")) {
          return in(dimension, candidate);
        }
      }
    }
    return switch (MetricUnit.of(unit)) {
      case NUMBER, FRACTION -> of(Dimension.FRACTION);
      case PLACE, SWITCH -> of(Dimension.NUMBER);
      default -> new Measure("a number in " + unit, unit, Map.of(unit, SAME));
    };
  }

  /** Returns the measure that {@code unit} of the format belongs to, in its base unit. */
  static Measure ofUnit(String unit) {
    return Arrays.stream(Dimension.values())
        .filter(dimension -> dimension.units().stream().anyMatch(u -> u.name().equals(unit)))
        .map(Measure::of)
        .findFirst()
        .orElseThrow();
  }

  private static Measure any() {
    Map<String, Factor> units = new LinkedHashMap<>();
    Factor same = new Factor(BigDecimal.ONE, BigDecimal.ONE);
    unitNames().forEach(unit -> units.put(unit, same));
    return new Measure("a number", "", units);
  }

  /** Returns the names of all units of the format. */
  private static List<String> unitNames() {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      dimension.units().stream()
          .map(Dimension.Unit::name)
          .filter(name -> !names.contains(name))
          .forEach(names::add);
    }
    return names;
  }

  /**
   * Returns {@code number} of {@code unit} in the base unit; empty if the unit isn't one of these.
   */
  Optional<BigDecimal> convert(BigDecimal number, String unit) {
    if (unit.isEmpty()) {
      return Optional.of(number);
    }
    return Optional.ofNullable(units.get(unit)).map(factor -> factor.apply(number));
  }

  /** Returns what is wrong with a quantity whose unit isn't one of these. */
  String refuse(String unit) {
    String right = units.isEmpty() ? words : words + ", in " + String.join(" or ", units.keySet());
    if (ANY.units().containsKey(inDollars(unit))) {
      return "unit " + unit + " doesn't fit: must be " + right + longer(unit);
    }
    return "unit "
        + quote(unit)
        + " is unknown; must be "
        + right
        + magnitude(unit)
            .orElse(Nearest.hint(unit, units.isEmpty() ? ANY.units().keySet() : units.keySet()));
  }

  private Optional<String> magnitude(String unit) {
    String word = unit.split(" ", 2)[0];
    return Optional.ofNullable(MAGNITUDES.get(word))
        .map(written -> "; " + quote(word) + " is written " + (written + ' ' + base).strip());
  }

  /** A yearly value without its year is the commonest slip. */
  private String longer(String unit) {
    return units.keySet().stream()
        .filter(name -> name.startsWith(unit + "/"))
        .findFirst()
        .map(name -> "; did you mean " + quote(name) + "?")
        .orElse("");
  }

  /** Returns the unit in US dollars that {@code unit} is in euros; any other is itself. */
  static String inDollars(String unit) {
    return unit.startsWith(EURO) ? "USD" + unit.substring(EURO.length()) : unit;
  }

  /** Returns what a number of this measure is, to follow "must be". */
  String noun() {
    return units.isEmpty() ? words : words + " (" + String.join(", ", units.keySet()) + ")";
  }
}
