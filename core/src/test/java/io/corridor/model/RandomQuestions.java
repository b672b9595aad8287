package io.corridor.model;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Indices, questions and outputs for {@link RandomScenarios}, of every sort. */
final class RandomQuestions {
  private final RandomNumbers numbers;
  private final YearMonth start;
  private final int months;
  private final List<Metric> metrics;

  RandomQuestions(RandomNumbers numbers, Scenario scenario) {
    this.numbers = numbers;
    this.start = scenario.start();
    this.months = scenario.months();
    this.metrics = new ArrayList<>(Metrics.of(scenario).values());
  }

  /** Adds up to {@code most} questions, indices and an output to {@code scenario}. */
  void addTo(Scenario.Builder scenario, int most) {
    for (int i = 0; i < numbers.whole(0, 2); i++) {
      Map<String, Double> weights = new LinkedHashMap<>(Map.of("total", 1e-9));
      weights.put(metric().id(), numbers.fixed(-1, 1));
      scenario.index("index-" + i, weights);
    }
    Map<String, Question> made = new LinkedHashMap<>();
    for (int i = 0; i < numbers.whole(1, most); i++) {
      made.put("question-" + i, question(made));
    }
    List<String> order = new ArrayList<>(made.keySet());
    while (!order.isEmpty()) {
      String id = order.remove(numbers.whole(0, order.size() - 1));
      scenario.question(id, made.get(id));
    }
    output(scenario);
  }

  private Metric metric() {
    return metrics.get(numbers.whole(0, metrics.size() - 1));
  }

  /**
   * A question that refers to some of the {@code earlier} ones; the file may order them otherwise.
   */
  private Question question(Map<String, Question> earlier) {
    Metric metric = metric();
    Question.Window window = window();
    List<String> runs = new ArrayList<>();
    List<String> truths = new ArrayList<>();
    earlier.forEach(
        (id, question) -> {
          if (question.test() instanceof Question.Test.Run) {
            runs.add(id);
          }
          if (!(question.test() instanceof Question.Test.CountMonths)) {
            truths.add(id);
          }
        });
    Optional<String> until = numbers.some(runs, 0.2).stream().findFirst();
    List<Question.Given> given = new ArrayList<>();
    numbers
        .some(truths, 0.15)
        .forEach(id -> given.add(new Question.Given(id, numbers.chance(0.6))));
    Optional<String> resolves =
        until.isEmpty() ? Optional.empty() : Optional.of("what is published of " + metric.id());
    return new Question(metric.id(), band(metric), window, test(window), until, given, resolves);
  }

  private Question.Band band(Metric metric) {
    double size = size(metric);
    double low = numbers.fixed(0, size);
    if (metric.whole()) {
      low = Math.rint(low);
    }
    return switch (numbers.whole(0, 4)) {
      case 0 -> Question.Band.atLeast(low);
      case 1 -> Question.Band.atMost(low);
      case 2 -> Question.Band.above(low);
      case 3 -> Question.Band.below(low);
      default ->
          new Question.Band(
              OptionalDouble.of(low),
              numbers.chance(0.5),
              OptionalDouble.of(low + size / 2),
              numbers.chance(0.5));
    };
  }

  private static double size(Metric metric) {
    return switch (metric.unit()) {
      case "fraction", "0 or 1" -> 1;
      case "place" -> 4;
      case "USD", "USD/month" -> 1e9;
      case "USD/year" -> 1e10;
      case "MW" -> 10_000;
      default -> 100;
    };
  }

  private Question.Window window() {
    YearMonth one = start.plusMonths(numbers.whole(0, months - 1));
    YearMonth other = start.plusMonths(numbers.whole(0, months - 1));
    return switch (numbers.whole(0, 3)) {
      case 0 -> Question.Window.ALL;
      case 1 -> Question.Window.by(one);
      case 2 -> Question.Window.at(one);
      default ->
          one.isBefore(other) ? Question.Window.in(one, other) : Question.Window.in(other, one);
    };
  }

  private Question.Test test(Question.Window window) {
    int room = (int) MONTHS.between(start, window.to().orElse(start.plusMonths(months - 1))) + 1;
    return switch (numbers.whole(0, 5)) {
      case 0 -> new Question.Test.EveryMonth();
      case 1 -> new Question.Test.CountMonths();
      case 2, 3 -> new Question.Test.Run(numbers.whole(1, Math.min(room, 12)));
      default -> Question.Test.ANY_MONTH;
    };
  }

  private void output(Scenario.Builder scenario) {
    if (numbers.chance(0.5)) {
      List<String> ids = numbers.some(metrics, 0.3).stream().map(Metric::id).toList();
      scenario.output(new Output(List.of(0.5, 10.0, 50.0, 99.9), Optional.of(ids)));
    }
    scenario.run(new RunDefaults(numbers.whole(1, 2000), numbers.whole(0, 9), Sampling.RANDOM));
  }
}
