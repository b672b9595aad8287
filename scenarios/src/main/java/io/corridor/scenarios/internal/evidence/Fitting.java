package io.corridor.scenarios.internal.evidence;

import static io.corridor.scenarios.internal.yaml.Quotes.quote;

import com.google.common.collect.Maps;
import io.corridor.evidence.fit.DriverFit;
import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.fit.FitException;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.fit.Process;
import io.corridor.evidence.fit.Volume;
import io.corridor.evidence.fit.VolumeFit;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.score.Widened;
import io.corridor.evidence.series.DataSeries;
import io.corridor.model.Carrier;
import io.corridor.model.DatedPoints;
import io.corridor.model.Declaration;
import io.corridor.model.Distribution;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.Key;
import io.corridor.model.KeyPath;
import io.corridor.model.MetricKind;
import io.corridor.model.Nearest;
import io.corridor.model.Noise;
import io.corridor.model.Range;
import io.corridor.model.Regime;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.scenarios.internal.format.FitSource;
import io.corridor.scenarios.internal.format.FittedPair;
import io.corridor.scenarios.internal.format.FittedSection;
import io.corridor.scenarios.internal.format.Reading;
import io.corridor.scenarios.internal.format.SeriesUnit;
import io.corridor.scenarios.internal.format.Shift;
import io.corridor.scenarios.internal.yaml.Flaw;
import io.corridor.scenarios.internal.yaml.Position;
import io.corridor.simulation.Replay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fits of a scenario: made anew for each start, and put into it as tables of joint draws, so
 * that what runs it knows nothing of data.
 */
public final class Fitting {
  /** The file that the tables of draws are called after: what `corridor fit` writes. */
  private static final String DRAWS = "draws.csv";

  private static final Value UNKNOWN = new Distribution.Uniform(1, 2);

  private static final int LONG_AGO = 12;
  private static final String START = "start";
  private static final String END = "end";
  private static final String SEASON = "season";
  private static final String ELASTICITIES = "elasticities";

  private final DataReader.Data data;
  private final Marks marks;
  private final FitCache fits;

  /** How draws are moved, by the key of their number. */
  private final Map<KeyPath, DoubleUnaryOperator> moves;

  private Fitting(
      DataReader.Data data, Marks marks, FitCache fits, Map<KeyPath, DoubleUnaryOperator> moves) {
    this.data = data;
    this.marks = marks;
    this.fits = fits;
    this.moves = moves;
  }

  /**
   * A scenario with what its fits say in it.
   *
   * @param scenario valid or not
   * @param fits in the order of the file
   * @param correlations those that were fitted
   * @param failures what can't be fitted, and why; it stands in the scenario as it was read
   */
  public record Fitted(
      Scenario scenario,
      List<Fit> fits,
      List<FittedCorrelation> correlations,
      List<Failure> failures) {}

  /**
   * Something that can't be fitted.
   *
   * @param section where it stands; empty for a correlation
   * @param flaw why, and where that is wrong
   */
  public record Failure(Optional<KeyPath> section, Flaw flaw) {}

  /** Returns the series, by id. */
  public Map<String, DataSeries> series() {
    return Maps.transformValues(data.series(), SeriesReader.Placed::values);
  }

  /** Returns what series are called that are of a part of what they show, by id. */
  public Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    data.series()
        .forEach(
            (id, placed) -> placed.part().says().part().ifPresent(name -> parts.put(id, name)));
    return parts;
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
        .anyMatch(mark -> mark.key().toString().equals(key) && Marks.isJudged(mark, number));
  }

  /** Returns whether what stands at {@code key} may have a season and has none. */
  public boolean lacksSeason(String key) {
    return marks.all().stream()
        .filter(mark -> mark.key().toString().equals(key) && Marks.isVolume(mark.section()))
        .filter(mark -> Declared.get(mark.section(), SEASON).isPresent())
        .anyMatch(mark -> season(mark.section()).isEmpty() && !mark.free().contains(SEASON));
  }

  /**
   * Returns the keys of those numbers of what stands at {@code key} that no data touch, of those
   * that a fit is about; the key itself where nothing is fitted.
   */
  public List<KeyPath> asserted(KeyPath key, Scenario scenario) {
    return marks.all().stream()
        .filter(mark -> mark.key().equals(key))
        .findFirst()
        .map(mark -> asserted(mark, Declared.at(scenario, key)))
        .orElse(List.of(key));
  }

  /** Returns the keys of the numbers that a fitted section states, which data don't touch. */
  public List<KeyPath> held(String key) {
    return marks.all().stream()
        .filter(mark -> mark.key().toString().equals(key))
        .flatMap(
            mark ->
                asserted(mark, mark.section()).stream()
                    .filter(stated -> !mark.key().child("fit").covers(stated)))
        .toList();
  }

  /**
   * Returns the numbers of a fitted section that it neither states nor leaves to the data, and what
   * regimes change in it: they stay as they are.
   */
  public List<String> left(String key, List<String> treated) {
    return marks.all().stream()
        .filter(mark -> mark.key().toString().equals(key))
        .flatMap(mark -> Declared.components(mark.section()))
        .filter(
            part ->
                part.component().fitted() && !part.component().name().equals(END)
                    || part.component().refers() == Key.Refers.REGIME && !part.isEmpty())
        .map(part -> part.component().name())
        .filter(name -> treated.stream().noneMatch(t -> t.equals(name) || t.startsWith(name + ".")))
        .toList();
  }

  private static List<KeyPath> asserted(FittedSection mark, Object section) {
    Map<String, Value> numbers =
        section instanceof Driver driver
            ? numbers(Marks.process(driver), driver)
            : Marks.isVolume(section) ? volume(section) : Declared.numbers(section);
    List<KeyPath> keys = constants(mark.key(), numbers, mark.free());
    if (mark.fit().widen().isPresent()) {
      keys.add(mark.key().child("fit").child("widen"));
    }
    if (section instanceof Driver && !mark.free().contains(START)) {
      keys.add(mark.key().child(START));
    }
    if (Marks.isVolume(section) && !season(section).isEmpty()) {
      keys.add(mark.key().child(SEASON));
    }
    return keys;
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
    private final FitCache fits;
    private final DataReader reader = new DataReader();

    private Maker(FitCache fits) {
      this.fits = fits;
    }

    /**
     * Returns a maker that has made no fits as yet.
     *
     * @param kept where fits come from that are asked for a first time
     */
    public static Maker asking(FitCache kept) {
      Map<Fit.Request, Supplier<Fit>> made = new ConcurrentHashMap<>();
      return new Maker(
          request -> made.computeIfAbsent(request, asked -> outcome(asked, kept)).get());
    }

    private static Supplier<Fit> outcome(Fit.Request request, FitCache kept) {
      try {
        Fit fit = kept.fit(request);
        return () -> fit;
      } catch (FitException e) {
        return () -> {
          throw e;
        };
      }
    }

    /** Returns a maker for trees of other texts, which knows the fits that this one makes. */
    public Maker forOtherTexts() {
      return new Maker(fits);
    }

    /** Returns the fitting of a scenario that was read, whose data are read now. */
    public Fitting of(Reading reading) {
      Marks marks = Marks.of(reading);
      return new Fitting(reader.read(reading.data(), marks), marks, fits, reading.moves());
    }
  }

  /**
   * Returns {@code scenario} with its fits made of what was out before its start.
   *
   * @param widened what their spread is multiplied by, by key, in place of what the file states;
   *     absent: 1
   */
  public Fitted fit(Scenario scenario, Map<String, Widened> widened) {
    Scenario fitted = scenario;
    Map<String, Fit> fits = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    List<Outcome<Fit>> outcomes =
        marks.all().parallelStream()
            .map(
                mark -> {
                  Widened by = widened.getOrDefault(mark.key().toString(), Widened.by(1));
                  return outcome(
                      mark.widenedBy(by.factor()), scenario, request -> fit(by, request, scenario));
                })
            .toList();
    for (Outcome<Fit> outcome : outcomes) {
      outcome.told(fits, failures);
      if (outcome.made().isPresent()) {
        fitted = withDraws(fitted, outcome.mark(), outcome.made().get());
      }
    }
    Scenario.Builder builder = fitted.toBuilder();
    List<FittedCorrelation> correlations = new ArrayList<>();
    eachPair(
        fits,
        failures,
        (pair, first, second) -> {
          FittedCorrelation found =
              FittedCorrelation.of(pair.first(), first, pair.second(), second);
          correlations.add(found);
          builder.correlation(pair.first(), pair.second(), found.rho());
        });
    return new Fitted(builder.buildUnchecked(), List.copyOf(fits.values()), correlations, failures);
  }

  /** Returns what can't be fitted, as far as it can be told without fitting. */
  public List<Failure> check(Scenario scenario) {
    Map<String, Fit.Request> requests = new LinkedHashMap<>();
    List<Failure> failures = new ArrayList<>();
    for (FittedSection mark : marks.all()) {
      Outcome<Fit.Request> outcome =
          outcome(
              mark,
              scenario,
              request -> {
                request.prepare();
                return request;
              });
      outcome.told(requests, failures);
    }
    eachPair(
        requests,
        failures,
        (pair, first, second) ->
            FittedCorrelation.check(pair.first(), first, pair.second(), second));
    return failures;
  }

  /**
   * Returns what fits are widened by, by key: as the file states, or else as was found.
   *
   * @param found by key
   */
  public Map<String, Widened> widened(Map<String, Widened> found) {
    Map<String, Widened> widened = new LinkedHashMap<>();
    for (FittedSection mark : marks.all()) {
      String key = mark.key().toString();
      mark.fit()
          .widen()
          .map(Widened::by)
          .or(() -> Optional.ofNullable(found.get(key)))
          .ifPresent(by -> widened.put(key, by));
    }
    return widened;
  }

  /** Returns those fits that state no widening of which {@code series}, by metric, show one. */
  public List<String> unstated(Map<String, ?> series) {
    return spreads().stream()
        .filter(spread -> spread.stated().isEmpty() && series.containsKey(spread.metric()))
        .map(Backtest.Spread::key)
        .toList();
  }

  /** Returns which of the fits at {@code keys} can't be widened, and why. */
  public List<Failure> checkWidened(Scenario scenario, List<String> keys) {
    List<Failure> failures = new ArrayList<>();
    for (FittedSection mark : marks.all()) {
      if (keys.contains(mark.key().toString())) {
        outcome(mark.widenedBy(2), scenario, request -> request)
            .told(new LinkedHashMap<>(), failures);
      }
    }
    return failures;
  }

  /** What is done with both of a pair. */
  @FunctionalInterface
  private interface Together<T> {
    void accept(FittedPair pair, T first, T second);
  }

  /** Does it with each pair of which both are {@code made}. */
  private <T> void eachPair(Map<String, T> made, List<Failure> failures, Together<T> together) {
    for (FittedPair pair : marks.pairs()) {
      Optional<T> first = marks.named(pair.first()).map(mark -> made.get(mark.key().toString()));
      Optional<T> second = marks.named(pair.second()).map(mark -> made.get(mark.key().toString()));
      if (first.isPresent() && second.isPresent()) {
        try {
          together.accept(pair, first.get(), second.get());
        } catch (FitException e) {
          Flaw flaw = new Flaw(pair.at(), KeyPath.of("correlations"), e.getMessage());
          failures.add(new Failure(Optional.empty(), flaw));
        }
      }
    }
  }

  /**
   * Returns whether something may be wrong only until the fits are made: placeholders and priors
   * stand for what they decide.
   *
   * @param scenario before its fits
   * @param key of what is wrong
   */
  public boolean mayMend(Scenario scenario, KeyPath key) {
    List<String> words = key.words();
    return switch (words.get(0)) {
      case "correlations" -> words.size() == 1 && !marks.pairs().isEmpty();
      case "levers" ->
          words.size() > 1
              && Optional.ofNullable(scenario.levers().get(words.get(1))).stream()
                  .flatMap(lever -> lever.of().stream())
                  .anyMatch(number -> decides(KeyPath.parse(number)));
      default -> decides(key);
    };
  }

  private boolean decides(KeyPath key) {
    return marks.all().stream()
        .filter(mark -> mark.key().covers(key))
        .anyMatch(
            mark ->
                Declared.components(mark.section())
                    .map(part -> part.component())
                    .filter(part -> part.fitted() && mark.key().child(part.name()).covers(key))
                    .anyMatch(
                        part ->
                            // What a volume follows is the file's word, whatever data say how far.
                            !part.name().equals(ELASTICITIES) && !isStated(mark, part.name())));
  }

  /** Returns whether a number stays what the file says. */
  private static boolean isStated(FittedSection mark, String name) {
    return !mark.free().contains(name)
        && Declared.numbers(mark.section()).get(name) instanceof Value.Constant;
  }

  /**
   * Returns {@code scenario} with what stands at {@code key} as it is in {@code today}, with all
   * data before its start.
   */
  public Scenario asOf(Scenario today, KeyPath key, Scenario scenario) {
    Scenario fitted = fit(today, Map.of()).scenario();
    String table = DrawTable.ofFit(key);
    Scenario.Builder builder = scenario.toBuilder();
    Optional.ofNullable(fitted.draws().get(table)).ifPresent(draws -> builder.draws(table, draws));
    return Declared.with(builder.buildUnchecked(), key, Declared.at(fitted, key));
  }

  /** Returns whether a metric rests on the fit of what stands at {@code key}. */
  public static boolean restsOn(Scenario fitted, String metric, KeyPath key) {
    return Replay.sourcesOf(fitted, metric).stream()
        .anyMatch(
            source ->
                source.equals("draws." + DrawTable.ofFit(key))
                    || source.equals(key.toString())
                    || source.startsWith(key + "."));
  }

  /**
   * Returns the keys of the levels that a metric rests on and that no data decide: where drivers
   * start, and how large flows, partners and both sides of carriers are.
   */
  public List<String> knowing(Scenario scenario, String metric) {
    Scenario marked = fit(scenario, Map.of()).scenario();
    Set<String> levels = new LinkedHashSet<>();
    for (KeyPath key : leveled(scenario)) {
      Object section = Declared.at(marked, key);
      String level = section instanceof Driver ? START : size(section);
      boolean fitted =
          Optional.ofNullable(marked.draws().get(DrawTable.ofFit(key)))
              .filter(draws -> draws.columns().containsKey(key + "." + level))
              .isPresent();
      if (!fitted && Declared.get(section, level).isPresent()) {
        levels.add(key + "." + level);
        // An uncertain number is a source of its own, which shows in what rests on it.
        marked =
            Declared.with(
                marked,
                key,
                Declared.with(
                    section,
                    level,
                    old -> old instanceof Optional<?> ? Optional.of(UNKNOWN) : UNKNOWN));
      }
    }
    levels.retainAll(Replay.sourcesOf(marked, metric));
    return List.copyOf(levels);
  }

  /** Returns how well rows of waivers and the regime would have been foretold, by key. */
  public Map<String, TableScores> foretold(Scenario scenario) {
    Map<String, TableScores> foretold = new LinkedHashMap<>();
    TableFits tables = new TableFits(data);
    for (FittedSection mark : marks.all()) {
      Object section = Declared.at(scenario, mark.key());
      if (section instanceof Waiver || section instanceof Regime) {
        tables
            .foretold(mark, section, scenario)
            .ifPresent(scores -> foretold.put(mark.key().toString(), scores));
      }
    }
    return foretold;
  }

  /** Returns the fits whose spread metrics show that are their own, drivers first. */
  public List<Backtest.Spread> spreads() {
    List<Backtest.Spread> spreads = new ArrayList<>();
    for (FittedSection mark : marks.all()) {
      own(mark.key())
          .ifPresent(
              metric ->
                  spreads.add(
                      new Backtest.Spread(
                          mark.key().toString(),
                          metric,
                          mark.fit().widen(),
                          followed(mark.section()))));
    }
    return spreads;
  }

  /** Returns the metric that shows what stands at {@code key} alone; correlations have none. */
  private static Optional<String> own(KeyPath key) {
    List<String> words = key.words();
    return switch (words.get(0)) {
      case "drivers" -> Optional.of(MetricKind.DRIVER.id(words.get(1)));
      case "flows" -> Optional.of(MetricKind.FLOW.id(words.get(1)));
      case "partners" -> Optional.of(MetricKind.PARTNER_OF_YEAR.id(words.get(1)));
      case "energy" ->
          switch (String.join(".", words.subList(3, words.size()))) {
            case "demand" -> Optional.of(MetricKind.DEMAND.id(words.get(2)));
            case "supply" -> Optional.of(MetricKind.DOMESTIC.id(words.get(2)));
            case "imports" -> Optional.of(MetricKind.CARRIER_IMPORTS.id(words.get(2)));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** Returns the keys of the fitted drivers that a volume follows. */
  private Set<String> followed(Object section) {
    Set<String> followed = new LinkedHashSet<>();
    if (Marks.isVolume(section)) {
      for (FittedSection mark : marks.all()) {
        if (mark.section() instanceof Driver
            && elasticities(section).containsKey(mark.key().words().get(1))) {
          followed.add(mark.key().toString());
        }
      }
    }
    return followed;
  }

  private static Map<?, ?> elasticities(Object section) {
    return (Map<?, ?>) Declared.get(section, ELASTICITIES).orElseThrow();
  }

  /** Returns the keys of all sections that have a level. */
  private static List<KeyPath> leveled(Scenario scenario) {
    List<KeyPath> keys = new ArrayList<>();
    scenario.drivers().keySet().forEach(id -> keys.add(KeyPath.of("drivers", id)));
    scenario.flows().keySet().forEach(id -> keys.add(KeyPath.of("flows", id)));
    scenario.partners().keySet().forEach(id -> keys.add(KeyPath.of("partners", id)));
    scenario
        .energy()
        .ifPresent(
            energy ->
                energy
                    .carriers()
                    .forEach(
                        (id, carrier) ->
                            keys.addAll(sides(KeyPath.of("energy", "carriers", id), carrier))));
    return keys;
  }

  /** Returns the keys of a carrier's demand, supply and sources, where {@code key} is its own. */
  public static List<KeyPath> sides(KeyPath key, Carrier carrier) {
    return Stream.concat(
            Stream.of("demand", "supply"),
            carrier.sources().keySet().stream().map(Carrier::importsKey))
        .map(side -> key.child(KeyPath.parse(side)))
        .toList();
  }

  /** Returns the scenario with a fit's draws in place of what was fitted. */
  private Scenario withDraws(Scenario scenario, FittedSection mark, Fit fit) {
    Object section = Declared.at(scenario, mark.key());
    String table = DrawTable.ofFit(mark.key());
    Function<String, Value> draw = number -> Value.draw(table, fit.key() + "." + number);
    List<String> drawn = fit.posterior().names();
    Object fitted =
        section instanceof Waiver waiver
            ? new TableFits(data).fitted(waiver, scenario, mark, draw)
            : section instanceof Regime regime
                ? TableFits.fitted(regime, mark, fit, draw)
                : Declared.map(
                    section,
                    (name, number) ->
                        drawn.contains(name)
                            ? Optional.of(draw.apply(name))
                            : number.filter(
                                value -> !name.equals(END) || !mark.free().contains(END)));
    if (drawn.contains(Volume.season(1))) {
      fitted = Declared.with(fitted, SEASON, season -> meanSeason(fit));
    }
    return Declared.with(
        scenario.toBuilder().draws(table, table(fit, mark.widen())).buildUnchecked(),
        mark.key(),
        widened(fitted, mark.widen()));
  }

  /**
   * Returns a section with what it states of spread multiplied; its draws are so in their table.
   */
  private static Object widened(Object section, double factor) {
    if (factor == 1) {
      return section;
    }
    if (!Range.FROM_ONE.contains(factor)) {
      throw new FitException("fit.widen", "must be " + Range.FROM_ONE.words());
    }
    Object inner =
        Declaration.map(
            section,
            part ->
                part instanceof Noise noise
                    ? noise.withVolatility(scaled(noise.volatility(), factor))
                    : part instanceof Driver.Override override && override.volatility().isPresent()
                        ? override.withVolatility(scaled(override.volatility().get(), factor))
                        : part);
    // Only what stands in the section was changed, not the numbers that are its own.
    return inner instanceof Driver
        ? Declared.map(
            inner,
            (name, number) ->
                Fit.SPREADS.contains(name) ? number.map(value -> scaled(value, factor)) : number)
        : inner;
  }

  private static Value scaled(Value value, double factor) {
    return Shift.scaled(value, factor)
        .orElseThrow(
            () ->
                new FitException(
                    "fit.widen",
                    "can't widen a volatility that is a parameter; write the number in its place,"
                        + " or widen: 1 at its fit"));
  }

  /** A season is of fixed numbers: it becomes the mean of its draws. */
  private static List<Double> meanSeason(Fit fit) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> fit.posterior().draws(Volume.season(month)))
        .map(draws -> Arrays.stream(draws).reduce(0, Double::sum) / draws.length)
        .toList();
  }

  /** Returns the keys of numbers that were to be moved, but of which a fit leaves no draws. */
  public List<KeyPath> undrawn(Scenario fitted) {
    return moves.keySet().stream()
        .filter(
            key ->
                fitted.draws().values().stream()
                    .noneMatch(table -> table.columns().containsKey(key.toString())))
        .toList();
  }

  /** What was made of a section, or why nothing was. */
  private record Outcome<T>(FittedSection mark, Optional<T> made, Optional<Flaw> flaw) {

    void told(Map<String, T> all, List<Failure> failures) {
      made.ifPresent(what -> all.put(mark.key().toString(), what));
      flaw.ifPresent(why -> failures.add(new Failure(Optional.of(mark.key()), why)));
    }
  }

  private <T> Outcome<T> outcome(
      FittedSection mark, Scenario scenario, Function<Fit.Request, T> make) {
    try {
      widened(mark.section(), mark.widen()); // which may not be possible
      T made = make.apply(request(mark, scenario));
      return new Outcome<>(mark, Optional.of(made), Optional.empty());
    } catch (FitException e) {
      KeyPath number = KeyPath.parse(e.number().isEmpty() ? "fit" : e.number());
      Flaw flaw = new Flaw(place(mark, e), mark.key().child(number), e.getMessage());
      return new Outcome<>(mark, Optional.empty(), Optional.of(flaw));
    } catch (RowException e) {
      Flaw flaw = new Flaw(e.at(), mark.key().child("fit"), e.getMessage());
      return new Outcome<>(mark, Optional.empty(), Optional.of(flaw));
    }
  }

  private Fit fit(Widened by, Fit.Request request, Scenario scenario) {
    Fit fit = fits.fit(request);
    return dated(
        by.factor() == 1 ? fit : fit.withWarning("its band is " + by.words()), scenario.start());
  }

  /** Returns where what is wrong stands: the value, or else what says that it is fitted to. */
  private Position place(FittedSection mark, FitException e) {
    return e.period()
        .flatMap(
            period ->
                Optional.ofNullable(data.series().get(mark.fit().to()))
                    .map(read -> read.places().get(period)))
        .orElse(mark.at());
  }

  private Fit.Request request(FittedSection mark, Scenario scenario) {
    Object section = Declared.at(scenario, mark.key());
    return section instanceof Driver driver
        ? request(mark, driver, scenario)
        : Marks.isVolume(section)
            ? requestOfVolume(mark, section, scenario)
            : new TableFits(data).request(unwidened(mark), section, scenario);
  }

  private static FittedSection unwidened(FittedSection mark) {
    if (mark.widen() != 1) {
      throw new FitException(
          "fit.widen",
          "only what has a volatility can be widened: drivers, flows, partners, carriers");
    }
    return mark;
  }

  private static Fit dated(Fit fit, YearMonth start) {
    long since = ChronoUnit.MONTHS.between(fit.to().last(), start);
    return since <= LONG_AGO
        ? fit
        : fit.withWarning(
            "%s ends in %s, %d months before the start".formatted(fit.series(), fit.to(), since));
  }

  private Fit.Request request(FittedSection mark, Driver driver, Scenario scenario) {
    DataSeries series = inUnit(driver.unit(), "the driver", series(mark.fit()));
    Process process = Marks.process(driver);
    Map<String, Value> numbers = numbers(process, driver);
    numbers.keySet().removeAll(mark.free());
    return new DriverFit(
        mark.key().toString(),
        process,
        numbers,
        series.id(),
        known(series, mark.fit(), scenario.start()),
        series.of(),
        scenario.start(),
        Declared.get(driver, START)
            .map(Value.class::cast)
            .filter(v -> !mark.free().contains(START)),
        mark.widen());
  }

  private Fit.Request requestOfVolume(FittedSection mark, Object section, Scenario scenario) {
    DataSeries series =
        inUnit(unit(mark.key(), scenario), mark.key().toString(), series(mark.fit()));
    DataSeries.Values values = known(series, mark.fit(), scenario.start());
    Map<String, Value> numbers = volume(section);
    numbers.keySet().removeAll(mark.free());
    Map<String, Map<YearMonth, Double>> drivers = new LinkedHashMap<>();
    DriversPast past = new DriversPast(scenario, marks, this::inUnitOf);
    for (Object driver : elasticities(section).keySet()) {
      String id = (String) driver;
      if (!Value.ZERO.equals(numbers.get(Volume.elasticity(id)))) {
        drivers.put(id, past.of(id, values));
      }
    }
    String size = size(section);
    Volume volume =
        new Volume(
            size,
            size.equals("annual-value"),
            Declared.get(section, size)
                .filter(DatedPoints.class::isInstance)
                .map(DatedPoints.class::cast),
            season(section),
            mark.free().contains(SEASON),
            drivers);
    return new VolumeFit(
        mark.key().toString(),
        volume,
        numbers,
        series.id(),
        values,
        series.of(),
        scenario.start(),
        mark.widen());
  }

  /**
   * Returns the name of what says how large a volume is, which is declared first of its numbers.
   */
  private static String size(Object section) {
    Object volume = Declared.get(section, "quantity").orElse(section);
    return Declaration.of(volume.getClass()).components().stream()
        .filter(Declaration.Component::fitted)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** Returns the unit of a volume's size, a month's or a year's. */
  private static String unit(KeyPath key, Scenario scenario) {
    return key.words().get(0).equals("energy")
        ? ((Carrier) Declared.at(scenario, key.first(3))).kind().unit()
        : "USD";
  }

  /** Returns the numbers of a volume; one that has no growth doesn't grow. */
  private static Map<String, Value> volume(Object section) {
    Map<String, Value> numbers = new LinkedHashMap<>(Declared.numbers(section));
    if (!numbers.containsKey(Volume.GROWTH)) {
      Map<String, Value> rest = new LinkedHashMap<>(numbers);
      numbers.keySet().retainAll(Set.of(size(section)));
      numbers.put(Volume.GROWTH, Value.ZERO);
      numbers.putAll(rest);
    }
    return numbers;
  }

  @SuppressWarnings("unchecked") // a season is declared as a list of numbers
  private static List<Double> season(Object section) {
    return (List<Double>) Declared.get(section, SEASON).orElse(List.of());
  }

  private static DataSeries.Values known(DataSeries data, FitSource fit, YearMonth start) {
    DataSeries.Values values = data.knownBefore(start).between(fit.from(), fit.until());
    if (values.count() == 0) {
      throw new FitException(
          "%s has no value that was out before %s and is used; it begins in %s"
              .formatted(data.id(), start, data.actual().first().orElseThrow()));
    }
    return values;
  }

  private DataSeries series(FitSource fit) {
    SeriesReader.Placed found = data.series().get(fit.to());
    if (found == null) {
      throw new FitException(
          "there is no series "
              + quote(fit.to())
              + " in `data`"
              + Nearest.hint(fit.to(), data.series().keySet()));
    }
    return found.values();
  }

  private DataSeries inUnitOf(FittedSection mark, Driver driver) {
    return inUnit(driver.unit(), "the driver", series(mark.fit()));
  }

  /** Returns the series in the unit of what is fitted, which must be of its dimension. */
  private static DataSeries inUnit(String unit, String fitted, DataSeries data) {
    return SeriesUnit.parse(unit)
        .of(data)
        .orElseThrow(
            () ->
                new FitException(
                    "%s is in %s, %s in %s; a fit needs data in the unit of what is fitted"
                        .formatted(data.id(), named(data.unit()), fitted, named(unit))));
  }

  private static String named(String unit) {
    return unit.isEmpty() ? "a number without a unit" : unit;
  }

  private static Map<String, Value> numbers(Process process, Driver driver) {
    Map<String, Value> numbers = new LinkedHashMap<>();
    for (String name : process.numbers()) {
      numbers.put(name, (Value) Declared.get(driver, name).orElseThrow());
    }
    return numbers;
  }

  /** The draws of a fit, moved where options say so: those of each number are of it alone. */
  private DrawTable table(Fit fit, double widen) {
    DrawTable table = DrawTable.of(DRAWS);
    for (String name : fit.posterior().names()) {
      String column = fit.key() + "." + name;
      // The end of month 0 goes where its average goes.
      String moved = name.equals(END) ? fit.key() + "." + START : column;
      DoubleUnaryOperator move =
          moves.getOrDefault(KeyPath.parse(moved), DoubleUnaryOperator.identity());
      double factor = Fit.SPREADS.contains(name) ? widen : 1;
      List<Double> draws =
          Arrays.stream(fit.posterior().draws(name))
              .map(number -> factor * move.applyAsDouble(number))
              .boxed()
              .toList();
      table = table.withColumn(column, draws);
    }
    return table;
  }
}
