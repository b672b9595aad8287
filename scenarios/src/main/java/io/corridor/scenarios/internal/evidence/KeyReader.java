package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.Every;
import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.scenarios.internal.csv.CsvColumns;
import io.corridor.scenarios.internal.csv.CsvTable;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A mapping of a scenario file that is read key by key, each mistake told at its place.
 *
 * @param key path of the mapping's key
 * @param node the mapping
 * @param flaws takes the mistakes
 */
record KeyReader(KeyPath key, Node.Mapping node, Consumer<Flaw> flaws) {
  /** Most mistakes of one file that are told; they are alike. */
  private static final int MOST_FLAWS = 10;

  /** Returns {@code node} as a mapping; empty, and told, if it is none. */
  static Optional<KeyReader> of(KeyPath key, Node node, Consumer<Flaw> flaws, String noun) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new KeyReader(key, mapping, flaws));
    }
    flaws.accept(new Flaw(node.at(), key, "must be " + noun));
    return Optional.empty();
  }

  /** Tells of every key that isn't one of {@code known}. */
  void refuseUnknown(List<String> known) {
    node.entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                String hint = Nearest.hint(name, known);
                flaws.accept(
                    new Flaw(
                        entry.keyAt(),
                        key.child(name),
                        "unknown key "
                            + quote(name)
                            + (hint.isEmpty() ? "; known are " + String.join(", ", known) : hint)));
              }
            });
  }

  /** Returns the entry's file; empty, and told, if it can't be read. */
  Optional<CsvTable> table() {
    return text("file", true, "a CSV file in the scenario's folder").flatMap(this::table);
  }

  private Optional<CsvTable> table(String file) {
    try {
      return Optional.of(CsvTable.open(at("file").origin().folder(), file).withoutEmptyLines());
    } catch (IOException e) {
      wrong("file", Folder.reason(e));
    } catch (YamlException e) {
      flaws.accept(new Flaw(e.flaw().at(), key, e.flaw().message()));
    }
    return Optional.empty();
  }

  /** Returns the columns of the entry's file, of which the first ten mistakes are told. */
  CsvColumns columns(CsvTable table) {
    AtomicInteger told = new AtomicInteger();
    return new CsvColumns(
        table,
        (cell, message) -> {
          if (told.incrementAndGet() > MOST_FLAWS) {
            return;
          }
          if (cell == null) {
            wrong("file", message);
          } else {
            flaws.accept(new Flaw(cell.at(), key, message));
          }
        });
  }

  boolean has(String name) {
    Node value = node.get(name);
    return value != null && !value.isNull();
  }

  /** Returns where {@code name} stands, or else the mapping. */
  Position at(String name) {
    Node value = node.get(name);
    return value == null ? node.at() : value.at();
  }

  void wrong(String name, String message) {
    flaws.accept(new Flaw(at(name), name.isEmpty() ? key : key.child(name), message));
  }

  /** Returns a text; empty if there is none, told if it is required or is no text. */
  Optional<String> text(String name, boolean required, String noun) {
    return read(name, required, noun, Optional::of);
  }

  Optional<YearMonth> month(String name) {
    return read(name, false, "a month such as 2019-03", KeyReader::monthOf);
  }

  /** Returns the month that {@code text} says, if it says one. */
  static Optional<YearMonth> monthOf(String text) {
    return text.matches("\\d{4}-(0[1-9]|1[0-2])")
        ? Optional.of(YearMonth.parse(text))
        : Optional.empty();
  }

  Optional<Integer> whole(String name, int least) {
    return read(
        name,
        false,
        "a whole number of at least " + least,
        text ->
            text.matches("\\d{1,4}") && Integer.parseInt(text) >= least
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty());
  }

  /** Returns one of the values of an enumeration, by its word. */
  <T> Optional<T> word(String name, T[] values, Function<T, String> words) {
    List<String> known = Arrays.stream(values).map(words).toList();
    return read(
        name,
        false,
        "one of " + String.join(", ", known),
        text -> Arrays.stream(values).filter(value -> words.apply(value).equals(text)).findFirst());
  }

  Optional<Every> every() {
    return word("every", Every.values(), Every::word);
  }

  private <T> Optional<T> read(
      String name, boolean required, String noun, Function<String, Optional<T>> parse) {
    Node value = node.get(name);
    if (value == null || value.isNull()) {
      if (required) {
        flaws.accept(new Flaw(node.at(), key.child(name), "is missing; must be " + noun));
      }
      return Optional.empty();
    }
    Optional<T> parsed =
        value instanceof Node.Scalar scalar ? parse.apply(scalar.text()) : Optional.empty();
    if (parsed.isEmpty()) {
      String found =
          value instanceof Node.Scalar scalar
              ? quote(scalar.text())
              : value instanceof Node.Items ? "a list" : "a mapping";
      flaws.accept(new Flaw(value.at(), key.child(name), "must be " + noun + "; found " + found));
    }
    return parsed;
  }

  /** Returns a mapping of texts. */
  Map<String, String> texts(String name) {
    Node value = node.get(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (column, entry) -> {
                if (entry.value() instanceof Node.Scalar scalar) {
                  texts.put(column, scalar.text());
                } else {
                  flaws.accept(
                      new Flaw(entry.value().at(), key.child(name, column), "must be a text"));
                }
              });
    } else if (value != null && !value.isNull()) {
      wrong(name, "must be a mapping of columns to the text that their cells must have");
    }
    return texts;
  }
}
