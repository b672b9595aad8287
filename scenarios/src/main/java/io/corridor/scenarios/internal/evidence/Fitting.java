package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;
import static java.util.Objects.requireNonNull;

import io.corridor.evidence.fit.DriverFit;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Process;
import io.corridor.evidence.series.DataSeries;
import io.corridor.evidence.series.Of;
import io.corridor.evidence.series.Period;
import io.corridor.model.Declaration;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Nearest;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Node;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Read NOTHING = new Read(Map.of(), Map.of());

  private final Read data;
  private final Marks.Taken marks;
  private final Map<Request, Fit> made;

  /** All that a fit depends on. */
  private record Request(
      String key,
      Process process,
      Map<String, Value> numbers,
      String series,
      DataSeries.Values values,
      Of of,
      Optional<YearMonth> start) {}

  /** A file's series, and where each comes from, by id. */
  private record Read(Map<String, DataSeries> series, Map<String, String> sources) {}

  private Fitting(Read data, Marks.Taken marks, Map<Request, Fit> made) {
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
    return data.series();
  }

  /** Returns the file of each series and what it says of itself, by id. */
  public Map<String, String> sources() {
    return data.sources();
  }

  /** Returns whether the file says something of a number that is fitted: its prior. */
  public boolean isJudged(String key, String number) {
    return marks.drivers().stream()
        .anyMatch(
            fitted ->
                fitted.key().equals(key)
                    && fitted.process().numbers().contains(number)
                    && !fitted.free().contains(number));
  }

  /** Returns whether nothing is fitted. */
  public boolean isEmpty() {
    return marks.drivers().isEmpty();
  }

  /** Returns the keys of those numbers of a driver that no data touch. */
  public List<String> asserted(String id, Driver driver) {
    Optional<Marks.OfDriver> mark =
        marks.drivers().stream().filter(fitted -> fitted.id().equals(id)).findFirst();
    if (mark.isEmpty()) {
      return List.of("drivers." + id);
    }
    List<String> keys = new ArrayList<>();
    numbers(mark.get().process(), driver)
        .forEach(
            (name, value) -> {
              if (value instanceof Value.Constant && !mark.get().free().contains(name)) {
                keys.add(mark.get().key() + "." + name);
              }
            });
    if (!mark.get().drawsStart()) {
      keys.add(mark.get().key() + ".start");
    }
    return keys;
  }

  /** Makes fittings of several trees, of which equal fits are made once. */
  public static final class Maker {
    private final Map<Request, Fit> made;
    private final Map<Node, Read> read = new java.util.IdentityHashMap<>();

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
        return new Fitting(NOTHING, new Marks.Taken(tree, List.of(), List.of()), made);
      }
      Node data = root.get("data");
      Read all = data == null ? NOTHING : read.computeIfAbsent(data, node -> readAll(node, flaws));
      return new Fitting(all, Marks.take(root.without("data").without("backtest"), flaws), made);
    }

    private static Read readAll(Node data, Consumer<Flaw> flaws) {
      Map<String, DataSeries> series = new LinkedHashMap<>();
      Map<String, String> sources = new LinkedHashMap<>();
      Part.of("data", data, flaws, "a mapping of series, by id")
          .ifPresent(
              all ->
                  all.node()
                      .entries()
                      .forEach(
                          (id, entry) ->
                              Part.of(
                                      "data." + id,
                                      entry.value(),
                                      flaws,
                                      "a mapping that names a file")
                                  .ifPresent(part -> read(id, part, series, sources))));
      return new Read(series, sources);
    }

    private static void read(
        String id, Part part, Map<String, DataSeries> series, Map<String, String> sources) {
      SeriesReader.read(id, part)
          .ifPresent(
              one -> {
                series.put(id, one);
                sources.put(id, SeriesReader.source(part));
              });
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
        (mark, e) -> {
          String key = mark.key() + (e.number().isEmpty() ? ".fit" : "." + e.number());
          flaws.accept(new Flaw(mark.at(), key, e.getMessage()));
        },
        (pair, message) -> flaws.accept(new Flaw(pair.at(), "correlations", message)));
  }

  /**
   * Returns {@code scenario} with its fits made of what was out before its start.
   *
   * @throws FitException if something can't be fitted
   */
  public Fitted fitOrThrow(Scenario scenario) {
    return fit(
        scenario,
        (mark, e) -> {
          throw new FitException(e.number(), mark.key() + ": " + e.getMessage());
        },
        (pair, message) -> {
          throw new FitException(message);
        });
  }

  private Fitted fit(
      Scenario scenario,
      java.util.function.BiConsumer<Marks.OfDriver, FitException> refused,
      java.util.function.BiConsumer<Marks.OfPair, String> unpaired) {
    Scenario.Builder builder = scenario.toBuilder();
    Map<String, Fit> fits = new LinkedHashMap<>();
    List<Outcome> outcomes =
        marks.drivers().parallelStream().map(mark -> outcome(mark, scenario)).toList();
    for (Outcome outcome : outcomes) {
      Marks.OfDriver mark = outcome.mark();
      if (outcome.refused().isPresent()) {
        refused.accept(mark, outcome.refused().get());
      } else {
        Fit fit = outcome.fit().orElseThrow();
        fits.put(mark.id(), fit);
        String table = "fit-drivers-" + mark.id();
        builder.draws(table, table(fit));
        builder.driver(
            mark.id(), drawn(requireNonNull(scenario.drivers().get(mark.id())), fit, table));
      }
    }
    List<FittedCorrelation> correlations = new ArrayList<>();
    for (Marks.OfPair pair : marks.pairs()) {
      if (fits.containsKey(pair.first()) && fits.containsKey(pair.second())) {
        try {
          FittedCorrelation found =
              FittedCorrelation.of(
                  pair.first(), fits.get(pair.first()), pair.second(), fits.get(pair.second()));
          correlations.add(found);
          builder.correlation(pair.first(), pair.second(), found.rho());
        } catch (FitException e) {
          unpaired.accept(pair, e.getMessage());
        }
      }
    }
    return new Fitted(builder.buildUnchecked(), List.copyOf(fits.values()), correlations);
  }

  /** A fit, or why there is none. */
  private record Outcome(Marks.OfDriver mark, Optional<Fit> fit, Optional<FitException> refused) {}

  private Outcome outcome(Marks.OfDriver mark, Scenario scenario) {
    try {
      Fit fit = fit(mark, requireNonNull(scenario.drivers().get(mark.id())), scenario.start());
      return new Outcome(mark, Optional.of(fit), Optional.empty());
    } catch (FitException e) {
      return new Outcome(mark, Optional.empty(), Optional.of(e));
    }
  }

  private Fit fit(Marks.OfDriver mark, Driver driver, YearMonth start) {
    DataSeries data = series().get(mark.series());
    if (data == null) {
      throw new FitException(
          "there is no series "
              + quote(mark.series())
              + " in `data`"
              + Nearest.hint(mark.series(), series().keySet()));
    }
    DataSeries.Values values =
        inUnitOf(driver, data).knownBefore(start).between(mark.from(), mark.until());
    Map<String, Value> numbers = new LinkedHashMap<>(numbers(mark.process(), driver));
    numbers.keySet().removeAll(mark.free());
    Request request =
        new Request(
            mark.key(),
            mark.process(),
            numbers,
            data.id(),
            values,
            data.of(),
            mark.drawsStart() ? Optional.of(start) : Optional.empty());
    Fit fit = made.computeIfAbsent(request, Fitting::make);
    long since = java.time.temporal.ChronoUnit.MONTHS.between(fit.to().last(), start);
    return since <= LONG_AGO
        ? fit
        : fit.withWarning(
            "%s ends in %s, %d months before the start".formatted(data.id(), fit.to(), since));
  }

  private static Fit make(Request request) {
    return request.start().isPresent()
        ? DriverFit.fitWithStart(
            request.key(),
            request.process(),
            request.numbers(),
            request.series(),
            request.values(),
            request.of(),
            request.start().get())
        : DriverFit.fit(
            request.key(),
            request.process(),
            request.numbers(),
            request.series(),
            request.values(),
            request.of());
  }

  /** Returns the series in the unit of the driver, which must be of its dimension. */
  private static DataSeries inUnitOf(Driver driver, DataSeries data) {
    SeriesUnit unit = SeriesUnit.parse(driver.unit());
    if (!unit.unit().equals(data.unit())) {
      throw new FitException(
          "%s is in %s, the driver in %s; give the driver the unit of its data"
              .formatted(data.id(), named(data.unit()), named(driver.unit())));
    }
    Function<Period, Double> one = period -> unit.convert(java.math.BigDecimal.ONE, period);
    return data.scaled(period -> 1 / one.apply(period));
  }

  private static String named(String unit) {
    return unit.isEmpty() ? "a number without a unit" : unit;
  }

  /** Returns what the driver says of the numbers of its law, by their names. */
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
      List<Double> column = java.util.Arrays.stream(fit.posterior().draws(name)).boxed().toList();
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
