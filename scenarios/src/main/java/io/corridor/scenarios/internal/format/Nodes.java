package io.corridor.scenarios.internal.format;

import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.SourceText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trees to be written: they stand nowhere. */
final class Nodes {
  private static final Position NOWHERE = Position.start(SourceText.file("", Folder.NONE));
  private static final int MOST_DIGITS = 17;
  private static final BigDecimal LARGE = new BigDecimal("1e21");
  private static final BigDecimal SMALL = new BigDecimal("1e-7");

  private Nodes() {}

  static Node text(String text) {
    return new Node.Scalar(text, false, NOWHERE);
  }

  static Node plain(Object value) {
    return new Node.Scalar(value.toString(), true, NOWHERE);
  }

  static Node items(List<? extends Node> items) {
    return new Node.Items(List.copyOf(items), NOWHERE);
  }

  static Node mapping(Map<String, ? extends Node> values) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Node.Entry(NOWHERE, value)));
    return new Node.Mapping(entries, NOWHERE);
  }

  /** Returns the shortest decimal that reads as {@code number}; the same on every JDK. */
  static Node number(double number) {
    return plain(decimal(number));
  }

  /** Returns the text of that decimal. */
  static String decimal(double number) {
    if (number == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == number) {
        break;
      }
    }
    BigDecimal size = shortest.abs();
    boolean readable = size.compareTo(SMALL) >= 0 && size.compareTo(LARGE) < 0;
    BigDecimal stripped = shortest.stripTrailingZeros();
    return readable ? stripped.toPlainString() : stripped.toString();
  }
}
