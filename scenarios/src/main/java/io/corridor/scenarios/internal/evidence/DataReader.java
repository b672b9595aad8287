package io.corridor.scenarios.internal.evidence;

import io.corridor.evidence.series.Grant;
import io.corridor.evidence.series.Plant;
import io.corridor.model.Driver;
import io.corridor.model.Regime;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.evidence.TableReader.InForce;
import io.corridor.scenarios.internal.evidence.TableReader.Kind;
import io.corridor.scenarios.internal.evidence.TableReader.Table;
import io.corridor.scenarios.internal.format.SeriesSource;
import io.corridor.scenarios.internal.format.Sited;
import io.corridor.scenarios.internal.yaml.Node;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

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
   * @param sources where they stand, by id
   * @param marks what the file says of fits
   */
  Data read(Map<String, Sited<SeriesSource>> sources, Marks marks) {
    Data data = Data.nothing();
    sources.forEach(
        (id, source) -> {
          if (source.isWhole()) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            marks.all().stream()
                .filter(mark -> mark.fit().to().equals(id))
                .forEach(mark -> kinds.add(kind(mark.section())));
            (kinds.isEmpty() ? Set.of(TableReader.kind(source)) : kinds)
                .forEach(kind -> read(id, source, kind, data));
          }
        });
    return data;
  }

  private static Kind kind(Object section) {
    if (section instanceof Waiver) {
      return Kind.GRANTS;
    }
    if (section instanceof Regime) {
      return Kind.REGIMES;
    }
    return section instanceof Driver || Marks.isVolume(section) ? Kind.NUMBERS : Kind.PLANTS;
  }

  private void read(String id, Sited<SeriesSource> source, Kind kind, Data data) {
    switch (kind) {
      case NUMBERS -> read(id, source, kind, SeriesReader::read, data.series());
      case GRANTS -> read(id, source, kind, TableReader::grants, data.grants());
      case PLANTS -> read(id, source, kind, TableReader::plants, data.plants());
      case REGIMES -> read(id, source, kind, TableReader::regimes, data.regimes());
    }
  }

  @SuppressWarnings("unchecked") // what is kept under a kind was read as that kind
  private <T> void read(
      String id,
      Sited<SeriesSource> source,
      Kind kind,
      BiFunction<String, Sited<SeriesSource>, Optional<T>> reader,
      Map<String, T> into) {
    Optional<T> one =
        (Optional<T>)
            read.computeIfAbsent(source.node(), node -> new EnumMap<>(Kind.class))
                .computeIfAbsent(kind, any -> reader.apply(id, source));
    one.ifPresent(found -> into.put(id, found));
  }
}
