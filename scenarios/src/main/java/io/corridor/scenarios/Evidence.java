package io.corridor.scenarios;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.FittedCorrelation;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Origin;
import io.corridor.evidence.score.TableScores;
import io.corridor.evidence.score.Widened;
import io.corridor.evidence.series.DataSeries;
import io.corridor.model.Carrier;
import io.corridor.model.InvalidScenarioException;
import io.corridor.model.KeyPath;
import io.corridor.model.Problem;
import io.corridor.model.Scenario;
import io.corridor.review.Note;
import io.corridor.scenarios.internal.evidence.Fitting;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data that stand beside a scenario: its series, what they made of its numbers, and how it is
 * held against them.
 */
public final class Evidence implements Backtest.Mover {
  private static final String SEASON = "season.";

  /** Data differ so much between months by chance once in a thousand times. */
  private static final double SURELY = 0.001;

  private final Fitting.Fitted fitted;
  private final Fitting fitting;
  private final Map<String, DataSeries> shown;
  private final Optional<Backtested> backtest;
  private final List<FileProblem> failedFits;
  private final Map<String, Widened> widened;

  /** What is put back to the past: a scenario whose fits aren't made yet. */
  record Backtested(Backtest.Plan plan, Scenario unfitted, Fitting fitting) {}

  Evidence(
      Fitting.Fitted fitted,
      Fitting fitting,
      Map<String, DataSeries> shown,
      Optional<Backtested> backtest,
      List<FileProblem> failedFits,
      Map<String, Widened> widened) {
    this.fitted = fitted;
    this.widened = Collections.unmodifiableMap(new LinkedHashMap<>(widened));
    this.failedFits = List.copyOf(failedFits);
    this.fitting = fitting;
    this.shown = Collections.unmodifiableMap(shown);
    this.backtest = backtest;
  }

  /** Returns what is put back to the past by {@code backtest}, whose fits needn't be made. */
  static Evidence of(Backtested backtest) {
    Scenario unfitted = backtest.unfitted();
    return new Evidence(
        new Fitting.Fitted(unfitted, List.of(), List.of(), List.of()),
        backtest.fitting(),
        Map.of(),
        Optional.of(backtest),
        List.of(),
        Map.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evidence evidence
        && fitted.equals(evidence.fitted)
        && widened.equals(evidence.widened)
        && data().equals(evidence.data())
        && shown.equals(evidence.shown)
        && backtest().equals(evidence.backtest());
  }

  @Override
  public int hashCode() {
    return fitted.hashCode();
  }

  /** Returns the series, by id, in the order of the file. */
  public Map<String, DataSeries> data() {
    return fitting.series();
  }

  /**
   * Returns the series that the file says are of a metric, by its id and in its unit; of trade over
   * twelve months maybe one of months.
   */
  public Map<String, DataSeries> shown() {
    return shown;
  }

  /** Returns what those series are called that are of a part of the metric they show, by id. */
  public Map<String, String> parts() {
    return fitting.parts();
  }

  /**
   * Returns where each series and table comes from, by id: its file, and what the file says of
   * itself in lines at its top that begin with {@code #}.
   */
  public Map<String, String> sources() {
    return fitting.sources();
  }

  /**
   * Returns whether a number that was fitted was judged before: whether the file states a
   * distribution of it, which the data updated.
   *
   * @param key of the fit: {@code drivers.brent}
   * @param number of the fit: {@code level}
   */
  public boolean isJudged(String key, String number) {
    return fitting.isJudged(key, number);
  }

  /** Returns what data made of the scenario's numbers, in the order of the file. */
  public List<Fit> fits() {
    return fitted.fits();
  }

  /**
   * Returns what can't be fitted, and why; empty unless a reader was to go on, as one of {@link
   * ScenarioReader#evenIfFitsFail} does.
   */
  public List<FileProblem> failedFits() {
    return failedFits;
  }

  /**
   * Returns what is odd about the data: gaps as of a wrong year, values that are the same
   * throughout, and seasons that the scenario leaves out.
   */
  public List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    data()
        .forEach(
            (id, series) ->
                series
                    .actual()
                    .oddities()
                    .forEach(
                        odd -> notes.add(new Note(Note.Kind.DATA, KeyPath.of("data", id), odd))));
    for (Fit fit : fits()) {
      if (fitting.lacksSeason(fit.key()) && fit.seasonP().orElse(1.0) < SURELY) {
        notes.add(
            new Note(
                Note.Kind.DATA,
                KeyPath.parse(fit.key()),
                fit.series()
                    + " has a season, and `season` is left out, so that every month counts as"
                    + " alike; write `season: fit`, or twelve factors"));
      }
    }
    for (FittedCorrelation pair : correlations()) {
      Set<Boolean> averages =
          Stream.of(pair.first(), pair.second())
              .map(id -> fitted.scenario().drivers().get(id))
              .filter(Objects::nonNull)
              .map(driver -> driver.end().isPresent())
              .collect(Collectors.toSet());
      if (averages.size() > 1) {
        notes.add(
            new Note(
                Note.Kind.DATA,
                KeyPath.of("correlations"),
                "%s and %s are an average and an end of months, which don't go together: their ρ is too small; take both as averages, or both as ends"
                    .formatted(pair.first(), pair.second())));
      }
    }
    return notes;
  }

  /**
   * What became of the numbers of a section that is fitted, by name below its key.
   *
   * @param key of the section
   * @param series that it is fitted to
   * @param fitted what the data decided
   * @param held what the file states
   * @param left what it doesn't mention, or that no data touch: it stays as it is
   */
  public record Treated(
      String key, String series, List<String> fitted, List<String> held, List<String> left) {}

  /**
   * Returns what became of the numbers of each section that is fitted, in the order of the file.
   */
  public List<Treated> treated() {
    return fits().stream().map(this::treated).toList();
  }

  private Treated treated(Fit fit) {
    List<String> fitted =
        fit.posterior().names().stream()
            .map(name -> name.startsWith(SEASON) ? "season" : name)
            .distinct()
            .toList();
    List<String> held =
        fitting.held(fit.key()).stream()
            .map(key -> key.toString().substring(fit.key().length() + 1))
            .toList();
    List<String> both = new ArrayList<>(fitted);
    both.addAll(held);
    return new Treated(fit.key(), fit.series(), fitted, held, fitting.left(fit.key(), both));
  }

  /** Returns the correlations that were fitted, in the order of the file. */
  public List<FittedCorrelation> correlations() {
    return fitted.correlations();
  }

  /**
   * Returns what the spread of fits is multiplied by, by key, where that isn't 1: as the file
   * states, or by what its backtest's forecasts missed.
   */
  public Map<String, Widened> widened() {
    return widened;
  }

  /** Returns how the scenario is held against its data, if the file says. */
  public Optional<Backtest.Plan> backtest() {
    return backtest.map(Backtested::plan);
  }

  /**
   * Returns the scenario as it would have been at an origin: moved there, its fits made anew of
   * what was out before. What lacks data there is as today, and the metrics of the backtest that
   * rest on it are told.
   *
   * @param origin its new start
   * @param months how long it is, at least
   * @throws InvalidScenarioException if it isn't valid there
   * @throws IllegalStateException if the file has no backtest
   */
  @Override
  public Backtest.Moved at(YearMonth origin, int months) {
    return at(origin, months, Map.of());
  }

  private Backtest.Moved at(YearMonth origin, int months, Map<String, Widened> widen) {
    Backtested past =
        backtest.orElseThrow(() -> new IllegalStateException("the file has no backtest"));
    // Questions that nobody scores would only make the horizon longer.
    Scenario asked =
        past.plan().questions()
            ? past.unfitted()
            : past.unfitted().toBuilder().withoutQuestions().buildUnchecked();
    Fitting.Fitted moved = past.fitting().fit(Origin.move(asked, origin, months), widen);
    Scenario scenario = moved.scenario();
    Map<String, String> lacking = new LinkedHashMap<>();
    Map<String, String> told = new LinkedHashMap<>();
    for (Fitting.Failure failure : moved.failures()) {
      String why = "too few data: " + failure.flaw().message();
      if (failure.section().isEmpty()) {
        told.put(failure.flaw().key().toString(), why + "; it is 0 here");
      } else {
        KeyPath key = failure.section().get();
        scenario = past.fitting().asOf(past.unfitted(), key, scenario);
        for (String metric : past.plan().series().keySet()) {
          if (Fitting.restsOn(scenario, metric, key)) {
            lacking.putIfAbsent(metric, why);
          }
        }
      }
    }
    List<Problem> problems = Simulator.check(scenario);
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
    return new Backtest.Moved(scenario, lacking, told);
  }

  /** Returns the keys of the levels that a metric of the backtest rests on and no data decide. */
  @Override
  public List<String> knowing(String metric) {
    return backtest.map(past -> past.fitting().knowing(past.unfitted(), metric)).orElse(List.of());
  }

  /** Returns how well the rows of the backtest's tables would have been foretold, by key. */
  @Override
  public Map<String, TableScores> tables() {
    return backtest.map(past -> past.fitting().foretold(past.unfitted())).orElse(Map.of());
  }

  /** Returns the fits whose spread metrics of the backtest show, drivers first. */
  @Override
  public List<Backtest.Spread> spreads() {
    return backtest.map(past -> past.fitting().spreads()).orElse(List.of());
  }

  /** Returns one whose fits are widened by factors, by key, where a backtest's are not. */
  @Override
  public Backtest.Mover widened(Map<String, Double> factors) {
    Map<String, Widened> by = new LinkedHashMap<>();
    factors.forEach((key, factor) -> by.put(key, Widened.by(factor)));
    return (origin, months) -> at(origin, months, by);
  }

  /**
   * Returns the keys of what stays as it is when a backtest goes back to the past, so that it may
   * know of what came later: everything that isn't fitted.
   */
  public List<String> asserted() {
    if (backtest.isEmpty()) {
      return List.of();
    }
    Scenario scenario = backtest.get().unfitted();
    List<KeyPath> keys = new ArrayList<>();
    scenario.drivers().keySet().forEach(id -> keys.addAll(asserted(KeyPath.of("drivers", id))));
    scenario.regime().ifPresent(regime -> keys.addAll(asserted(KeyPath.of("regime"))));
    scenario.waivers().keySet().forEach(id -> keys.addAll(asserted(KeyPath.of("waivers", id))));
    scenario.sanctions().keySet().forEach(id -> keys.add(KeyPath.of("sanctions", id)));
    scenario
        .energy()
        .ifPresent(
            energy ->
                energy.carriers().forEach((id, carrier) -> keys.addAll(asserted(id, carrier))));
    scenario.flows().keySet().forEach(id -> keys.addAll(asserted(KeyPath.of("flows", id))));
    scenario.world().ifPresent(world -> keys.add(KeyPath.of("world")));
    scenario.payments().ifPresent(payments -> keys.add(KeyPath.of("payments")));
    scenario.unrest().ifPresent(unrest -> keys.add(KeyPath.of("unrest")));
    scenario.partners().keySet().forEach(id -> keys.addAll(asserted(KeyPath.of("partners", id))));
    return keys.stream().map(KeyPath::toString).toList();
  }

  private List<KeyPath> asserted(KeyPath key) {
    Backtested past = backtest.orElseThrow();
    return past.fitting().asserted(key, past.unfitted());
  }

  /** Returns the keys of a carrier: the carrier's own, if nothing of it is fitted. */
  private List<KeyPath> asserted(String id, Carrier carrier) {
    KeyPath key = KeyPath.of("energy", "carriers", id);
    List<KeyPath> sides = Fitting.sides(key, carrier);
    List<KeyPath> asserted =
        new ArrayList<>(sides.stream().flatMap(side -> asserted(side).stream()).toList());
    List<KeyPath> projects =
        new ArrayList<>(
            carrier.projects().keySet().stream().map(name -> key.child("projects", name)).toList());
    carrier
        .openings()
        .keySet()
        .forEach(
            name -> projects.add(key.child(KeyPath.parse(Carrier.importsKey(name) + ".opens"))));
    List<KeyPath> late = projects.stream().flatMap(p -> asserted(p).stream()).toList();
    if (asserted.equals(sides) && late.equals(projects)) {
      return List.of(key);
    }
    carrier.price().ifPresent(price -> asserted.add(key.child("price")));
    carrier.storage().ifPresent(storage -> asserted.add(key.child("storage")));
    asserted.addAll(late);
    return asserted;
  }
}
