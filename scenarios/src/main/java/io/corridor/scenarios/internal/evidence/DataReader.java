package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.model.Ids;
import io.corridor.model.KeyPath;
import io.corridor.scenarios.internal.evidence.TableReader.InForce;
import io.corridor.scenarios.internal.evidence.TableReader.Kind;
import io.corridor.scenarios.internal.evidence.TableReader.Table;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the section `data` of several trees, of which an entry that they share is read once: as
 * what a fit says that it is, or else as what its file shows.
 */
final class DataReader {
  private final Map<Node, Map<Kind, Optional<?>>> read = new IdentityHashMap<>();

  /**
   * What was read, by id.
   *
   * @param series series of numbers
   * @param grants what was decided of waivers
   * @param plants what became of plants
   * @param regimes the regimes of past months
   */
  record Data(
      Map<String, SeriesReader.Placed> series,
      Map<String, Table<Grant>> grants,
      Map<String, Table<Plant>> plants,
      Map<String, Table<InForce>> regimes) {

    /** Returns what there is before anything is read. */
    static Data nothing() {
      return new Data(
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());
    }

    /** Returns the file of each entry and what it says of itself, by id. */
    Map<String, String> sources() {
      Map<String, String> sources = new LinkedHashMap<>();
      series.forEach((id, one) -> sources.put(id, one.source()));
      grants.forEach((id, one) -> sources.put(id, one.source()));
      plants.forEach((id, one) -> sources.put(id, one.source()));
      regimes.forEach((id, one) -> sources.put(id, one.source()));
      return sources;
    }
  }

  /**
   * Returns the data that can be read.
   *
   * @param section the section; absent: there are none
   * @param marks what the tree says of fits
   * @param flaws told of what can't be read
   */
  Data read(@Nullable Node section, Marks.Taken marks, Consumer<Flaw> flaws) {
    Data data = Data.nothing();
    if (section != null) {
      KeyReader.of(KeyPath.of("data"), section, flaws, "a mapping of series, by id")
          .ifPresent(
              all ->
                  all.node()
                      .entries()
                      .forEach(
                          (id, entry) ->
                              KeyReader.of(
                                      KeyPath.of("data", id),
                                      entry.value(),
                                      flaws,
                                      "a mapping that names a file")
                                  .filter(part -> isId(id, entry, part))
                                  .ifPresent(part -> read(id, part, marks, data))));
    }
    return data;
  }

  private static boolean isId(String id, Node.Entry entry, KeyReader part) {
    if (!Ids.isId(id)) {
      part.flaws()
          .accept(
              new Flaw(
                  entry.keyAt(),
                  part.key(),
                  "an id is a letter, then letters, digits, hyphens or underscores, and no word of"
                      + " distributions; found "
                      + quote(id)));
    }
    return Ids.isId(id);
  }

  private void read(String id, KeyReader part, Marks.Taken marks, Data data) {
    boolean unnamed = true;
    for (Marks.Mark mark : marks.all()) {
      if (mark.data().series().equals(id)) {
        unnamed = false;
        Kind kind =
            mark.match(
                new Marks.Cases<>(
                    driver -> Kind.NUMBERS, volume -> Kind.NUMBERS, Marks.OfTable::kind));
        read(id, part, kind, data);
      }
    }
    if (unnamed) {
      read(id, part, TableReader.kind(part), data);
    }
  }

  private void read(String id, KeyReader part, Kind kind, Data data) {
    switch (kind) {
      case NUMBERS -> read(id, part, kind, SeriesReader::read, data.series());
      case GRANTS -> read(id, part, kind, TableReader::grants, data.grants());
      case PLANTS -> read(id, part, kind, TableReader::plants, data.plants());
      case REGIMES -> read(id, part, kind, TableReader::regimes, data.regimes());
    }
  }

  @SuppressWarnings("unchecked") // what is kept under a kind was read as that kind
  private <T> void read(
      String id,
      KeyReader part,
      Kind kind,
      BiFunction<String, KeyReader, Optional<T>> reader,
      Map<String, T> into) {
    Optional<T> one =
        (Optional<T>)
            read.computeIfAbsent(part.node(), node -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, any -> reader.apply(id, part));
    one.ifPresent(found -> into.put(id, found));
  }
}
