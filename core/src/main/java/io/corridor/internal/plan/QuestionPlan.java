package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.block.Ports;
import io.corridor.internal.question.Inquiry;
import io.corridor.internal.question.Watch;
import io.corridor.model.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the questions; one that ends another's window is watched before it. */
final class QuestionPlan extends PlanPart {
  private final Map<String, Watch> watches = new LinkedHashMap<>();

  QuestionPlan(Wiring wiring) {
    super(wiring);
  }

  /**
   * Adds what watches for questions, and returns them in their order.
   *
   * @param ids of the questions; of one with `given`, those too that it names
   * @param results connects what the watches leave behind
   */
  List<Inquiry> add(List<String> ids, Ports results) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (String id : ids) {
      Question question = question(id);
      List<Inquiry.Given> given =
          question.given().stream()
              .map(other -> new Inquiry.Given(ids.indexOf(other.question()), other.holds()))
              .toList();
      Watch watch = watch(id);
      inquiries.add(new Inquiry(watch, results.read(watch.column()), given));
    }
    return inquiries;
  }

  private Question question(String id) {
    return requireNonNull(scenario.questions().get(id), id);
  }

  /** Watches those first that end the question's window, and in turn theirs. */
  private Watch watch(String id) {
    Deque<String> chain = new ArrayDeque<>();
    for (Optional<String> next = Optional.of(id);
        next.isPresent() && !watches.containsKey(next.get());
        next = question(next.get()).until()) {
      chain.push(next.get());
    }
    chain.forEach(this::addWatch);
    return requireNonNull(watches.get(id), id);
  }

  private void addWatch(String id) {
    Question question = question(id);
    Watch watch = Watch.of(question.test(), condition(question), this::column);
    watches.put(id, watch);
    wiring.add(Phase.QUESTIONS, watch);
  }

  private Whole column(int start) {
    Whole column = wiring.whole();
    wiring.state(Fill.whole(start, column));
    return column;
  }

  private Watch.Condition condition(Question question) {
    Question.Band band = question.band();
    double least = band.lower().orElse(Double.NEGATIVE_INFINITY);
    double most = band.upper().orElse(Double.POSITIVE_INFINITY);
    return new Watch.Condition(
        metrics.get(question.metric()),
        band.lowerStrict() ? Math.nextUp(least) : least,
        band.upperStrict() ? Math.nextDown(most) : most,
        question.window().from().map(scenario::index).orElse(0),
        question.window().to().map(scenario::index).orElse(scenario.months() - 1),
        question.until().map(id -> requireNonNull(watches.get(id)).column()).orElse(null));
  }
}
