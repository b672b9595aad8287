package io.corridor.report.files;

import io.corridor.report.words.Numbers;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Ratio;
import io.corridor.why.Shares;
import io.corridor.why.Why;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Writes {@code why.csv}: a row for each number that was estimated, with the columns {@code
 * outcome,id,measure,value,se,low,high}. Of causes the measures are {@code share}, {@code first}
 * and {@code total}; of directions {@code explained} and {@code spearman}; of levers {@code mean},
 * {@code best}, {@code regret} and {@code regret95}.
 */
final class WhyCsv {
  private final List<List<String>> rows =
      new ArrayList<>(List.of(List.of("outcome", "id", "measure", "value", "se", "low", "high")));

  private WhyCsv() {}

  static void write(Why why, Appendable out) throws IOException {
    WhyCsv csv = new WhyCsv();
    why.outcomes().forEach(csv::add);
    Csv.write(csv.rows, out);
  }

  static void write(Levers levers, Appendable out) throws IOException {
    WhyCsv csv = new WhyCsv();
    levers.outcomes().values().forEach(csv::add);
    Csv.write(csv.rows, out);
  }

  private void add(String outcome, Explanation explanation) {
    for (Cause cause : explanation.shares().map(Shares::causes).orElse(List.of())) {
      add(outcome, cause.id(), "share", cause.share());
      add(outcome, cause.id(), "first", cause.first());
      add(outcome, cause.id(), "total", cause.total());
    }
    for (Direction direction : explanation.directions()) {
      add(outcome, direction.id(), "explained", direction.explained());
      add(outcome, direction.id(), "spearman", direction.spearman());
    }
  }

  private void add(LeverResult result) {
    String outcome = result.target().id();
    result
        .variants()
        .forEach(
            (name, variant) -> {
              if (variant.paths() > 0) {
                add(outcome, name, "mean", new Ratio(variant.mean(), variant.standardError()));
              }
              variant.regret().ifPresent(regret -> add(outcome, name, regret));
            });
  }

  private void add(String outcome, String name, LeverResult.Regret regret) {
    add(outcome, name, "best", regret.best());
    add(outcome, name, "regret", new Ratio(regret.mean(), regret.standardError()));
    add(outcome, name, "regret95", regret.percentile95());
  }

  private void add(String outcome, String id, String measure, Ratio ratio) {
    add(
        outcome,
        id,
        measure,
        ratio.value(),
        ratio.standardError(),
        ratio.interval95().low(),
        ratio.interval95().high());
  }

  /** Adds a row; numbers that there are none of are blank. */
  private void add(String outcome, String id, String measure, double... numbers) {
    List<String> row = new ArrayList<>(List.of(outcome, id, measure));
    DoubleStream.of(numbers).mapToObj(Numbers::shortest).forEach(row::add);
    row.addAll(Collections.nCopies(rows.get(0).size() - row.size(), ""));
    rows.add(row);
  }
}
