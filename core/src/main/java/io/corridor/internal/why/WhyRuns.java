package io.corridor.internal.why;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.plan.Drawn;
import io.corridor.internal.plan.Plan;
import io.corridor.internal.plan.PlanCompiler;
import io.corridor.internal.plan.Wanted;
import io.corridor.internal.sampling.Exchange;
import io.corridor.internal.sampling.Swaps;
import io.corridor.model.Question;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.why.Target;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The runs that tell why outcomes are what they are, of n paths each: A has paths 0 to n − 1, B the
 * next n, with all their numbers. With k causes there follow k runs of A with a cause's numbers
 * from B, k of B with them from A, and k − 1 in which more and more of A's causes have their
 * numbers from B, on each path in an order of its own.
 *
 * <p>They are cut into pieces, {@value #PATHS} paths of one run each, numbered from 0: all runs of
 * a block come after each other, as they have some of their work in common. Immutable.
 */
public final class WhyRuns {
  /**
   * Paths of a piece. What all steps of a run leave behind in all months is kept for so many, which
   * takes tens of megabytes.
   */
  static final int PATHS = 256;

  private final Scenario scenario;
  private final Sample sample;
  private final List<Target> targets;
  private final int paths;
  private final List<String> questions;
  private final List<String> metrics;
  private final Plan gauged;
  private final List<String> causes;
  private final List<Target> shared;
  private final int[] ends;

  /**
   * Makes the runs.
   *
   * @param scenario valid
   * @param sample its first paths are simulated
   * @param targets outcomes that the scenario has
   * @param paths n
   * @param exchanged whether there are other runs than A and B
   */
  public WhyRuns(
      Scenario scenario, Sample sample, List<Target> targets, int paths, boolean exchanged) {
    this.scenario = scenario;
    this.sample = sample;
    this.targets = List.copyOf(targets);
    this.paths = paths;
    this.questions = questions(targets);
    this.metrics = metrics(targets);
    this.gauged =
        PlanCompiler.compile(
            scenario,
            Drawn.of(sample),
            Wanted.outcomes(questions, metrics).with(Wanted.Numbers.GAUGES));
    this.shared = exchanged ? targets.stream().filter(this::isShared).toList() : List.of();
    this.causes = shared.isEmpty() ? List.of() : lean(Exchange.NONE).liveSources();
    this.ends =
        new TreeSet<>(targets.stream().map(this::end).toList())
            .stream().mapToInt(Integer::intValue).toArray();
  }

  private List<String> questions(List<Target> of) {
    return of.stream().filter(Target::isQuestion).flatMap(this::asked).distinct().sorted().toList();
  }

  private Stream<String> asked(Target question) {
    return Stream.concat(
        Stream.of(question.key()),
        question(question).given().stream().map(Question.Given::question));
  }

  private static List<String> metrics(List<Target> of) {
    return of.stream().filter(target -> !target.isQuestion()).map(Target::key).distinct().toList();
  }

  private Question question(Target target) {
    return requireNonNull(scenario.questions().get(target.key()));
  }

  /** A condition ties causes together: where there is one, variance can't be shared out. */
  public boolean isShared(Target target) {
    return !target.isQuestion() || question(target).given().isEmpty();
  }

  private Plan lean(Exchange exchange) {
    return PlanCompiler.compile(
        scenario,
        Drawn.of(sample).exchanged(exchange),
        Wanted.outcomes(questions(shared), metrics(shared)));
  }

  /** Returns the last month of a target: of a question, that of its window as it is written. */
  int end(Target target) {
    return scenario.index(
        target.month().or(() -> question(target).window().to()).orElse(scenario.lastMonth()));
  }

  /** Returns the place of a target's last month among all {@link #ends()}. */
  public int endPlace(Target target) {
    return Arrays.binarySearch(ends, end(target));
  }

  /** Returns the targets' last months, ascending. */
  int[] ends() {
    return ends.clone();
  }

  /** Returns what is simulated. */
  public Scenario scenario() {
    return scenario;
  }

  /** Returns the outcomes. */
  public List<Target> targets() {
    return targets;
  }

  /** Returns those of them whose variance is shared out. */
  List<Target> shared() {
    return shared;
  }

  /** Returns n. */
  public int paths() {
    return paths;
  }

  /** Returns the causes that some of the outcomes depend on, ascending. */
  public List<String> causes() {
    return causes;
  }

  /** Returns all causes with their members, ascending. */
  public Map<String, List<String>> allCauses() {
    return gauged.sources();
  }

  /** Returns the ids of the numbers of a path that outcomes may go together with. */
  List<String> gauges() {
    return List.copyOf(gauged.numbers().keySet());
  }

  /** Returns the seed of the random numbers. */
  public long seed() {
    return sample.seed();
  }

  /** Returns how many runs there are: 3k + 1. */
  public int runs() {
    return causes.isEmpty() ? 2 : 3 * causes.size() + 1;
  }

  int blocks() {
    return (paths + PATHS - 1) / PATHS;
  }

  /** Returns how many pieces there are. */
  public long pieces() {
    return (long) runs() * blocks();
  }

  /** A block of paths of one run. */
  record Piece(int run, int firstPath, int paths) {}

  Piece piece(long number) {
    int first = (int) (number / runs()) * PATHS;
    return new Piece((int) (number % runs()), first, Math.min(PATHS, paths - first));
  }

  // Runs: A, B, A with one cause of B's, B with one of A's, A with 1 to k − 1 causes of B's

  int runWithB(int cause) {
    return 2 + cause;
  }

  int runWithA(int cause) {
    return 2 + causes.size() + cause;
  }

  /** Returns the run in which {@code turns} causes, 1 to k − 1, have taken their turns. */
  int runAfter(int turns) {
    return 1 + 2 * causes.size() + turns;
  }

  /** Returns the plan of most of the runs. */
  public Plan plan() {
    return causes.isEmpty() ? gauged : lean(Exchange.NONE);
  }

  /** Returns the plan of A and B. */
  Plan gauged() {
    return gauged;
  }

  /** Returns the plan of the other runs, for one thread. */
  Plan exchanged(Swaps swaps) {
    return lean(swaps);
  }

  /** Returns where the outcomes of a plan's targets are found. */
  static Map<Target, Integer> places(
      List<Target> targets, List<String> questions, List<String> metrics) {
    Map<Target, Integer> places = new LinkedHashMap<>();
    for (Target target : targets) {
      places.put(target, (target.isQuestion() ? questions : metrics).indexOf(target.key()));
    }
    return places;
  }

  Map<Target, Integer> places() {
    return places(targets, questions, metrics);
  }

  Map<Target, Integer> sharedPlaces() {
    return places(shared, questions(shared), metrics(shared));
  }

  /** Returns whether a target is a question that is true or false. */
  public boolean isTruth(Target target) {
    return target.isQuestion() && !question(target).countsMonths();
  }
}
