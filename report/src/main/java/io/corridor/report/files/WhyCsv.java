package io.corridor.report.files;

import io.corridor.report.words.Numbers;
import io.corridor.why.Cause;
import io.corridor.why.Direction;
import io.corridor.why.Explanation;
import io.corridor.why.LeverResult;
import io.corridor.why.Levers;
import io.corridor.why.Ratio;
import io.corridor.why.Why;
import java.io.IOException;
import java.util.Map;

/**
 * Writes {@code why.csv}: a row for each number that was estimated, with the columns {@code
 * outcome,id,measure,value,se,low,high}. Of causes the measures are {@code share}, {@code first}
 * and {@code total}; of directions {@code explained} and {@code spearman}; of levers {@code mean},
 * {@code best}, {@code regret} and {@code regret95}.
 */
final class WhyCsv {
  private final Appendable out;

  private WhyCsv(Appendable out) {
    this.out = out;
  }

  static void write(Why why, Appendable out) throws IOException {
    WhyCsv csv = new WhyCsv(out);
    csv.writeHead();
    for (Map.Entry<String, Explanation> entry : why.outcomes().entrySet()) {
      csv.write(entry.getKey(), entry.getValue());
    }
  }

  static void write(Levers levers, Appendable out) throws IOException {
    WhyCsv csv = new WhyCsv(out);
    csv.writeHead();
    for (LeverResult result : levers.outcomes().values()) {
      csv.write(result);
    }
  }

  private void writeHead() throws IOException {
    out.append("outcome,id,measure,value,se,low,high").append(SeriesCsv.END_OF_LINE);
  }

  private void write(String outcome, Explanation explanation) throws IOException {
    if (explanation.shares().isPresent()) {
      for (Cause cause : explanation.shares().get().causes()) {
        write(outcome, cause.id(), "share", cause.share());
        write(outcome, cause.id(), "first", cause.first());
        write(outcome, cause.id(), "total", cause.total());
      }
    }
    for (Direction direction : explanation.directions()) {
      write(outcome, direction.id(), "explained", direction.explained());
      write(outcome, direction.id(), "spearman", direction.spearman());
    }
  }

  private void write(LeverResult result) throws IOException {
    String outcome = result.target().id();
    for (Map.Entry<String, LeverResult.Variant> entry : result.variants().entrySet()) {
      LeverResult.Variant variant = entry.getValue();
      String name = entry.getKey();
      if (variant.paths() > 0) {
        write(outcome, name, "mean", new Ratio(variant.mean(), variant.standardError()));
      }
      if (variant.regret().isPresent()) {
        LeverResult.Regret regret = variant.regret().get();
        write(outcome, name, "best", regret.best());
        write(outcome, name, "regret", new Ratio(regret.mean(), regret.standardError()));
        write(outcome, name, "regret95", regret.percentile95());
      }
    }
  }

  private void write(String outcome, String id, String measure, Ratio ratio) throws IOException {
    writeRow(
        outcome,
        id,
        measure,
        Numbers.shortest(ratio.value()),
        Numbers.shortest(ratio.standardError()),
        Numbers.shortest(ratio.interval95().low()),
        Numbers.shortest(ratio.interval95().high()));
  }

  private void write(String outcome, String id, String measure, double value) throws IOException {
    writeRow(outcome, id, measure, Numbers.shortest(value), "", "", "");
  }

  private void writeRow(String outcome, String id, String... cells) throws IOException {
    out.append(SeriesCsv.quoted(outcome)).append(',').append(SeriesCsv.quoted(id)).append(',');
    out.append(String.join(",", cells)).append(SeriesCsv.END_OF_LINE);
  }
}
