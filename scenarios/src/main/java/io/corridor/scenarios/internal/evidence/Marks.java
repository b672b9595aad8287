package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import io.corridor.evidence.fit.Process;
import io.corridor.evidence.fit.ProjectFit;
import io.corridor.evidence.fit.Volume;
import io.corridor.model.Carrier;
import io.corridor.model.Declaration;
import io.corridor.model.Driver;
import io.corridor.model.Flow;
import io.corridor.model.KeyPath;
import io.corridor.model.Partner;
import io.corridor.model.Regime;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.format.FittedPair;
import io.corridor.scenarios.internal.format.FittedSection;
import io.corridor.scenarios.internal.format.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a file says of fits.
 *
 * @param all sections that are fitted: drivers, then what is traded, demanded and supplied, then
 *     what is fitted to tables
 * @param pairs those of them whose correlation is fitted
 */
record Marks(List<FittedSection> all, List<FittedPair> pairs) {
  private static final List<Class<?>> ORDER =
      List.of(
          Driver.class,
          Flow.class,
          Partner.class,
          Carrier.Demand.class,
          Carrier.Supply.class,
          Carrier.Source.class,
          Waiver.class,
          Carrier.Project.class,
          Carrier.Opening.class,
          Regime.class);

  /** Returns what was read; tells of pairs that aren't fitted. */
  static Marks of(Reading reading) {
    List<FittedSection> all =
        reading.fits().stream()
            .map(Marks::withRows)
            .sorted(Comparator.comparingInt(mark -> order(mark.section())))
            .toList();
    Marks marks = new Marks(all, List.of());
    return new Marks(
        all, reading.pairs().stream().filter(pair -> marks.isFitted(pair, reading)).toList());
  }

  private static int order(Object section) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (ORDER.get(i).isInstance(section)) {
        return i;
      }
    }
    throw new IllegalArgumentException(section.getClass() + " isn't fitted");
  }

  /** Of a row of the regime that isn't stated nothing is said. */
  private static FittedSection withRows(FittedSection mark) {
    if (!(mark.section() instanceof Regime regime)) {
      return mark;
    }
    Set<String> free = new LinkedHashSet<>(mark.free());
    regime.states().stream()
        .filter(state -> !regime.monthly().containsKey(state))
        .forEach(state -> free.add("monthly." + state));
    return new FittedSection(mark.key(), regime, mark.fit(), free, mark.at());
  }

  private boolean isFitted(FittedPair pair, Reading reading) {
    Optional<String> missing =
        Stream.of(pair.first(), pair.second()).filter(id -> named(id).isEmpty()).findFirst();
    missing.ifPresent(
        id ->
            reading.flaw(
                pair.at(),
                KeyPath.of("correlations"),
                quote(id)
                    + " has no `fit` of its own, of whose residuals a correlation could be made"));
    return missing.isEmpty();
  }

  /** Returns what is fitted under an id that a correlation may name. */
  Optional<FittedSection> named(String id) {
    // Carriers have several noises, which no id tells apart.
    return all.stream()
        .filter(
            mark ->
                Stream.of("drivers", "flows", "partners")
                    .anyMatch(section -> mark.key().equals(KeyPath.of(section, id))))
        .findFirst();
  }

  /** Returns whether a section has a volume, which is fitted to a series. */
  static boolean isVolume(Object section) {
    return order(section) > 0 && order(section) < ORDER.indexOf(Waiver.class);
  }

  /** Returns the law of a driver that is fitted. */
  static Process process(Driver driver) {
    String kind = Declaration.of(driver.getClass()).kind();
    return Arrays.stream(Process.values())
        .filter(process -> process.word().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether the file says something of a number: its prior. */
  static boolean isJudged(FittedSection mark, String number) {
    return hasPrior(mark.section(), number)
        && mark.free().stream()
            .noneMatch(name -> number.equals(name) || number.startsWith(name + "."));
  }

  private static boolean hasPrior(Object section, String number) {
    if (section instanceof Driver driver) {
      return process(driver).numbers().contains(number);
    }
    return isVolume(section)
        ? !number.equals(Volume.NOISE_START) && !number.startsWith("season")
        : !number.equals(ProjectFit.DELAY);
  }
}
