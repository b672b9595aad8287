package io.corridor.report.internal.json;

import com.google.common.primitives.Doubles;
import io.corridor.model.Printable;
import io.corridor.report.words.Numbers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes data as JSON: maps, lists and arrays of numbers, texts and truth values. An empty optional
 * is null; all else is the text that {@code toString} gives. There is no reflection, so that it is
 * the same in a browser.
 *
 * <p>A number reads back to the same double. Characters that a terminal would obey or an editor not
 * show are escaped.
 */
public final class Json {
  private static final int IN_PAGE = -1;

  private final Appendable out;
  private final int depth;

  private Json(Appendable out, int depth) {
    this.out = out;
    this.depth = depth;
  }

  /** Writes a document, each property of an object on its line, and leaves {@code out} open. */
  public static void write(Object document, OutputStream out) throws IOException {
    write(document, Integer.MAX_VALUE, out);
  }

  /**
   * Writes a document, and leaves {@code out} open.
   *
   * @param depth down to which each property of an object has a line; deeper ones are on one
   */
  public static void write(Object document, int depth, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    new Json(writer, depth).write(document, 0);
    writer.append('\n').flush();
  }

  /**
   * Returns a value for a script of a page, without spaces: a number that isn't finite is null, and
   * no parser of HTML takes any of it for a tag.
   */
  public static String inPage(Object value) {
    StringBuilder text = new StringBuilder();
    try {
      new Json(text, IN_PAGE).write(value, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Returns an object of its properties: names and values in turn. */
  public static Map<String, Object> object(Object... properties) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      object.put((String) properties[i], properties[i + 1]);
    }
    return object;
  }

  /** Returns an object with a property for each entry of {@code map}. */
  public static <V> Map<String, Object> object(Map<?, V> map, Function<V, Object> value) {
    Map<String, Object> object = new LinkedHashMap<>();
    map.forEach((name, from) -> object.put(String.valueOf(name), value.apply(from)));
    return object;
  }

  /** Returns a number, or nothing if it isn't finite: JSON has no other number. */
  public static OptionalDouble finite(double number) {
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /** Returns the same of a number that may be absent. */
  public static OptionalDouble finite(OptionalDouble number) {
    return finite(number.orElse(Double.NaN));
  }

  private void write(@Nullable Object value, int level) throws IOException {
    if (value instanceof Map<?, ?> object) {
      writeObject(object, level + 1);
    } else if (value instanceof Iterable<?> list) {
      writeList(list, level);
    } else if (value instanceof double[] numbers) {
      writeList(Doubles.asList(numbers), level);
    } else if (value instanceof Optional<?> some) {
      write(some.orElse(null), level);
    } else if (value instanceof OptionalDouble some) {
      write(some.isPresent() ? some.getAsDouble() : null, level);
    } else if (value instanceof Double number) {
      writeNumber(number);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(String.valueOf(value));
    } else {
      writeText(value.toString());
    }
  }

  private void writeObject(Map<?, ?> object, int level) throws IOException {
    String comma = "{";
    for (Map.Entry<?, ?> property : object.entrySet()) {
      out.append(comma);
      writeSpace(level);
      writeText(String.valueOf(property.getKey()));
      out.append(depth == IN_PAGE ? ":" : ": ");
      write(property.getValue(), level);
      comma = ",";
    }
    if (object.isEmpty()) {
      out.append(depth == IN_PAGE ? "{}" : "{ }");
    } else {
      writeSpace(level - 1);
      out.append('}');
    }
  }

  /** A new line where what lies at {@code level} has one, else a space. */
  private void writeSpace(int level) throws IOException {
    if (depth != IN_PAGE) {
      out.append(level <= depth ? "\n" + "  ".repeat(level) : " ");
    }
  }

  private void writeList(Iterable<?> list, int level) throws IOException {
    String comma = "[";
    for (Object item : list) {
      out.append(comma);
      write(item, level);
      comma = ",";
    }
    out.append(!comma.equals("[") ? "]" : depth == IN_PAGE ? "[]" : "[ ]");
  }

  private void writeNumber(double number) throws IOException {
    String text = Numbers.shortest(number);
    out.append(Double.isFinite(number) ? text : depth == IN_PAGE ? "null" : '"' + text + '"');
  }

  private void writeText(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      writeLetter(text.codePointAt(i));
    }
    out.append('"');
  }

  private void writeLetter(int letter) throws IOException {
    switch (letter) {
      case '"', '\\' -> out.append('\\').append((char) letter);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        boolean shown = Printable.isSafe(letter) && (letter != '<' || depth != IN_PAGE);
        for (char half : Character.toChars(letter)) {
          out.append(shown ? String.valueOf(half) : escaped(half));
        }
      }
    }
  }

  private static String escaped(char letter) {
    String hex = Integer.toHexString(letter);
    return "\\u" + "0000".substring(hex.length()) + hex;
  }
}
