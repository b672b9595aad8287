package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.corridor.evidence.fit.DriverFit;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Process;
import io.corridor.evidence.fit.Volume;
import io.corridor.evidence.fit.VolumeFit;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Declaration;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.KeyPath;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import io.corridor.scenarios.internal.yaml.Position;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The fits of a scenario: made anew for each start, and put into it as tables of joint draws, so
 * that what runs it knows nothing of data.
 */
public final class Fitting {
  /** The file that the tables of draws are called after: what `corridor fit` writes. */
  private static final String DRAWS = "draws.csv";

  private static final int LONG_AGO = 12;

  private final DataReader.Data data;
  private final Marks.Taken marks;
  private final Map<Request, Fit> made;

  /** All that a fit depends on. */
  interface Request {
    Fit make();
  }

  private record OfDriver(
      String key,
      Process process,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of,
      Optional<YearMonth> start)
      implements Request {
    @Override
    public Fit make() {
      return start.isPresent()
          ? DriverFit.fitWithStart(key, process, numbers, series, values, of, start.get())
          : DriverFit.fit(key, process, numbers, series, values, of);
    }
  }

  private record OfVolume(
      String key,
      Volume volume,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of,
      YearMonth start)
      implements Request {
    @Override
    public Fit make() {
      return VolumeFit.fit(key, volume, numbers, series, values, of, start);
    }
  }

  private Fitting(DataReader.Data data, Marks.Taken marks, Map<Request, Fit> made) {
    this.data = data;
    this.marks = marks;
    this.made = made;
  }

  /**
   * A scenario with what its fits say in it.
   *
   * @param scenario valid or not
   * @param fits in the order of the file
   * @param correlations those that were fitted
   */
  public record Fitted(Scenario scenario, List<Fit> fits, List<FittedCorrelation> correlations) {}

  /** Returns the scenario without fits, data and backtest: what is read before they are made. */
  public Node root() {
    return marks.root();
  }

  /** Returns the series, by id. */
  public Map<String, DataSeries> series() {
    return Maps.transformValues(data.series(), SeriesReader.Placed::values);
  }

  /** Returns the series, and where they stand. */
  Collection<SeriesReader.Placed> placed() {
    return data.series().values();
  }

  /** Returns the file of each series or table and what it says of itself, by id. */
  public Map<String, String> sources() {
    return data.sources();
  }

  /** Returns whether the file says something of a number that is fitted: its prior. */
  public boolean isJudged(String key, String number) {
    return marks.all().stream()
        .anyMatch(mark -> mark.key().toString().equals(key) && mark.isJudged(number));
  }

  /** Returns the keys of those numbers of a driver that no data touch. */
  public List<KeyPath> asserted(String id, Driver driver) {
    KeyPath key = KeyPath.of("drivers", id);
    Optional<Marks.OfDriver> mark =
        marks.drivers().stream().filter(fitted -> fitted.id().equals(id)).findFirst();
    if (mark.isEmpty()) {
      return List.of(key);
    }
    List<KeyPath> keys = constants(key, numbers(mark.get().process(), driver), mark.get().free());
    if (!mark.get().drawsStart()) {
      keys.add(key.child("start"));
    }
    return keys;
  }

  /**
   * Returns the keys of those numbers of a flow, a partner, a carrier's demand, supply or source
   * that no data touch, of those that a fit is about; the key itself where nothing is fitted.
   */
  public List<KeyPath> asserted(KeyPath key, Scenario scenario) {
    return marks.volumes().stream()
        .filter(mark -> mark.key().equals(key))
        .findFirst()
        .map(
            mark -> {
              Volumes volume = Volumes.of(scenario, key);
              List<KeyPath> keys = constants(key, volume.numbers(Set.of()), mark.free());
              if (!volume.season().isEmpty()) {
                keys.add(key.child(Volumes.SEASON));
              }
              return keys;
            })
        .orElse(List.of(key));
  }

  /** Returns the same of a waiver, a project or the regime. */
  public List<KeyPath> assertedOfTable(KeyPath key, Scenario scenario) {
    return marks.tables().stream()
        .filter(mark -> mark.key().equals(key))
        .findFirst()
        .map(mark -> constants(key, TableFits.stated(mark, scenario), mark.free()))
        .orElse(List.of(key));
  }

  private static List<KeyPath> constants(
      KeyPath key, Map<String, Value> numbers, Set<String> free) {
    List<KeyPath> keys = new ArrayList<>();
    numbers.forEach(
        (name, value) -> {
          if (value instanceof Value.Constant && !free.contains(name)) {
            keys.add(key.child(KeyPath.parse(name)));
          }
        });
    return keys;
  }

  /** Makes fittings of several trees, of which equal fits are made once. */
  public static final class Maker {
    private final Map<Request, Fit> made;
    private final DataReader reader = new DataReader();

    /** Makes a maker that has made no fits as yet. */
    public Maker() {
      this(new ConcurrentHashMap<>());
    }

    private Maker(Map<Request, Fit> made) {
      this.made = made;
    }

    /** Returns a maker for trees of other texts, which knows the fits that this one makes. */
    public Maker forOtherTexts() {
      return new Maker(made);
    }

    /** Returns the fitting of {@code root}, whose data are read. */
    public Fitting of(Node tree, Consumer<Flaw> flaws) {
      if (!(tree instanceof Node.Mapping root)) {
        return new Fitting(DataReader.Data.nothing(), Marks.Taken.nothing(tree), made);
      }
      Marks.Taken marks = Marks.take(root.without("data").without("backtest"), flaws);
      return new Fitting(reader.read(root.get("data"), marks, flaws), marks, made);
    }
  }

  /**
   * Returns {@code scenario} with its fits made of what was out before its start.
   *
   * @param flaws told of what can't be fitted
   */
  public Fitted fit(Scenario scenario, Consumer<Flaw> flaws) {
    return fit(
        scenario,
        (mark, why) -> {
          FitException e = why.message();
          KeyPath key = KeyPath.parse(e.number().isEmpty() ? "fit" : e.number());
          flaws.accept(new Flaw(why.at(), mark.key().child(key), e.getMessage()));
        },
        (pair, message) -> flaws.accept(new Flaw(pair.at(), KeyPath.of("correlations"), message)));
  }

  /**
   * Returns {@code scenario} with its fits made of what was out before its start.
   *
   * @throws FitException if something can't be fitted
   */
  public Fitted fitOrThrow(Scenario scenario) {
    return fit(
        scenario,
        (mark, why) -> {
          FitException e = why.message();
          throw new FitException(e.number(), mark.key() + ": " + e.getMessage());
        },
        (pair, message) -> {
          throw new FitException(message);
        });
  }

  /** Returns where what is wrong stands: the value, or else what says that it is fitted to. */
  private Position place(Marks.Mark mark, FitException e) {
    return e.period()
        .flatMap(
            period ->
                Optional.ofNullable(data.series().get(mark.data().series()))
                    .map(read -> read.places().get(period)))
        .orElse(mark.at());
  }

  private Fitted fit(
      Scenario scenario,
      BiConsumer<Marks.Mark, Refused> refused,
      BiConsumer<Marks.OfPair, String> unpaired) {
    Scenario fitted = scenario;
    Map<String, Fit> fits = new LinkedHashMap<>();
    List<Outcome> outcomes =
        marks.all().parallelStream().map(mark -> outcome(mark, scenario)).toList();
    for (Outcome outcome : outcomes) {
      if (outcome.refused().isPresent()) {
        refused.accept(outcome.mark(), outcome.refused().get());
      } else {
        Fit fit = outcome.fit().orElseThrow();
        fits.put(fit.key(), fit);
        fitted = withDraws(fitted, outcome.mark(), fit);
      }
    }
    Scenario.Builder builder = fitted.toBuilder();
    List<FittedCorrelation> correlations = new ArrayList<>();
    for (Marks.OfPair pair : marks.pairs()) {
      Optional<Fit> first = marks.named(pair.first()).map(mark -> fits.get(mark.key().toString()));
      Optional<Fit> second =
          marks.named(pair.second()).map(mark -> fits.get(mark.key().toString()));
      if (first.isPresent() && second.isPresent()) {
        try {
          FittedCorrelation found =
              FittedCorrelation.of(pair.first(), first.get(), pair.second(), second.get());
          correlations.add(found);
          builder.correlation(pair.first(), pair.second(), found.rho());
        } catch (FitException e) {
          unpaired.accept(pair, e.getMessage());
        }
      }
    }
    return new Fitted(builder.buildUnchecked(), List.copyOf(fits.values()), correlations);
  }

  /** Returns the scenario with a fit's draws in place of what was fitted. */
  private Scenario withDraws(Scenario scenario, Marks.Mark mark, Fit fit) {
    String table = "fit-" + String.join("-", mark.key().words());
    // A regime's probabilities are fixed numbers: nothing of it is drawn.
    Scenario drawn =
        fit.key().equals(Marks.REGIME)
            ? scenario
            : scenario.toBuilder().draws(table, table(fit)).buildUnchecked();
    return mark.match(
        new Marks.Cases<>(
            driver -> {
              Driver before = requireNonNull(scenario.drivers().get(driver.id()));
              return drawn.toBuilder()
                  .driver(driver.id(), drawn(before, fit, table))
                  .buildUnchecked();
            },
            volume -> Volumes.of(drawn, mark.key()).drawn(fit, table).in(drawn, mark.key()),
            of ->
                new TableFits(data)
                    .fitted(
                        drawn, of, fit, number -> Value.draw(table, fit.key() + "." + number))));
  }

  /** Why there is no fit, and where that is wrong. */
  private record Refused(Position at, FitException message) {}

  /** A fit, or why there is none. */
  private record Outcome(Marks.Mark mark, Optional<Fit> fit, Optional<Refused> refused) {}

  private Outcome outcome(Marks.Mark mark, Scenario scenario) {
    try {
      Request request = request(mark, scenario);
      Fit fit = made.computeIfAbsent(request, Request::make);
      return new Outcome(mark, Optional.of(dated(fit, scenario.start())), Optional.empty());
    } catch (FitException e) {
      return new Outcome(mark, Optional.empty(), Optional.of(new Refused(place(mark, e), e)));
    } catch (RowException e) {
      Refused refused = new Refused(e.at(), new FitException(e.getMessage()));
      return new Outcome(mark, Optional.empty(), Optional.of(refused));
    }
  }

  private Request request(Marks.Mark mark, Scenario scenario) {
    return mark.match(
        new Marks.Cases<>(
            driver -> request(driver, scenario),
            volume -> request(volume, scenario),
            table -> new TableFits(data).request(table, scenario)));
  }

  private static Fit dated(Fit fit, YearMonth start) {
    long since = ChronoUnit.MONTHS.between(fit.to().last(), start);
    return since <= LONG_AGO
        ? fit
        : fit.withWarning(
            "%s ends in %s, %d months before the start".formatted(fit.series(), fit.to(), since));
  }

  private Request request(Marks.OfDriver mark, Scenario scenario) {
    Driver driver = requireNonNull(scenario.drivers().get(mark.id()));
    DataSeries data = inUnit(driver.unit(), "the driver", data(mark.data()));
    Map<String, Value> numbers = new LinkedHashMap<>(numbers(mark.process(), driver));
    numbers.keySet().removeAll(mark.free());
    return new OfDriver(
        mark.key().toString(),
        mark.process(),
        numbers,
        data.id(),
        known(data, mark.data(), scenario.start()),
        data.of(),
        mark.drawsStart() ? Optional.of(scenario.start()) : Optional.empty());
  }

  private Request request(Marks.OfVolume mark, Scenario scenario) {
    Volumes volume = Volumes.of(scenario, mark.key());
    DataSeries data = inUnit(volume.unit(), mark.key().toString(), data(mark.data()));
    DataSeries.Values values = known(data, mark.data(), scenario.start());
    Map<String, Value> numbers = volume.numbers(mark.free());
    Map<String, Map<YearMonth, Double>> drivers = new LinkedHashMap<>();
    DriversPast past = new DriversPast(scenario, marks.drivers(), this::inUnitOf);
    for (String driver : volume.elasticities().keySet()) {
      if (!Value.ZERO.equals(numbers.get(Volume.elasticity(driver)))) {
        drivers.put(driver, past.of(driver, values));
      }
    }
    return new OfVolume(
        mark.key().toString(),
        volume.fitted(mark.free().contains(Volumes.SEASON), drivers),
        numbers,
        data.id(),
        values,
        data.of(),
        scenario.start());
  }

  private static DataSeries.Values known(DataSeries data, Marks.Data mark, YearMonth start) {
    DataSeries.Values values = data.knownBefore(start).between(mark.from(), mark.until());
    if (values.count() == 0) {
      throw new FitException(
          "%s has no value that was out before %s and is used; it begins in %s"
              .formatted(data.id(), start, data.actual().first().orElseThrow()));
    }
    return values;
  }

  private DataSeries data(Marks.Data mark) {
    SeriesReader.Placed found = data.series().get(mark.series());
    if (found == null) {
      throw new FitException(
          "there is no series "
              + quote(mark.series())
              + " in `data`"
              + Nearest.hint(mark.series(), data.series().keySet()));
    }
    return found.values();
  }

  private DataSeries inUnitOf(Marks.OfDriver mark, Driver driver) {
    return inUnit(driver.unit(), "the driver", data(mark.data()));
  }

  /** Returns the series in the unit of what is fitted, which must be of its dimension. */
  private static DataSeries inUnit(String unit, String fitted, DataSeries data) {
    SeriesUnit wanted = SeriesUnit.parse(unit);
    if (!wanted.unit().equals(data.unit())) {
      throw new FitException(
          "%s is in %s, %s in %s; a fit needs data in the unit of what is fitted"
              .formatted(data.id(), named(data.unit()), fitted, named(unit)));
    }
    Function<Period, Double> one = period -> wanted.convert(BigDecimal.ONE, period);
    return data.scaled(period -> 1 / one.apply(period));
  }

  private static String named(String unit) {
    return unit.isEmpty() ? "a number without a unit" : unit;
  }

  private static Map<String, Value> numbers(Process process, Driver driver) {
    Declaration<?> law = Declaration.of(driver.getClass());
    Map<String, Value> numbers = new LinkedHashMap<>();
    for (String name : process.numbers()) {
      numbers.put(name, (Value) law.component(name).orElseThrow().in(driver));
    }
    return numbers;
  }

  private static DrawTable table(Fit fit) {
    DrawTable table = DrawTable.of(DRAWS);
    for (String name : fit.posterior().names()) {
      List<Double> column = Arrays.stream(fit.posterior().draws(name)).boxed().toList();
      table = table.withColumn(fit.key() + "." + name, column);
    }
    return table;
  }

  /** Returns the driver with draws in place of the numbers that were fitted. */
  private static Driver drawn(Driver driver, Fit fit, String table) {
    Declaration<? extends Driver> law = Declaration.of(driver.getClass());
    List<String> fitted = fit.posterior().names();
    return law.make(
        law.components().stream()
            .map(
                number ->
                    fitted.contains(number.name())
                        ? Value.draw(table, fit.key() + "." + number.name())
                        : number.in(driver))
            .toArray());
  }
}
