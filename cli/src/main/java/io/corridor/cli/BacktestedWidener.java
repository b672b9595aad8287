package io.corridor.cli;

import io.corridor.evidence.fit.FitCache;
import io.corridor.evidence.forecast.Backtest;
import io.corridor.evidence.forecast.Widener;
import io.corridor.evidence.score.Widened;
import io.corridor.evidence.score.Widening;
import io.corridor.run.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs backtests to widen fits by what they find: each once, and keeps that with the fits. */
final class BacktestedWidener implements Widener {
  /** Where it is told that a backtest runs, and how far it is: where the command tells all else. */
  private static volatile Optional<Console> console = Optional.empty();

  private final FitCache kept;
  private final Map<String, Map<String, Widened>> known = new ConcurrentHashMap<>();

  /** Makes one that asks {@code kept} for what earlier processes found. */
  BacktestedWidener(FitCache kept) {
    this.kept = kept;
  }

  /** Has backtests told of on {@code of}. */
  static void tellOn(Console of) {
    console = Optional.of(of);
  }

  @Override
  public Map<String, Widened> find(Backtest backtest, Supplier<String> of) {
    String all = backtest.paths() + " paths, seed " + backtest.seed() + "\n" + of.get();
    return known.computeIfAbsent(all, text -> found(backtest, text));
  }

  private Map<String, Widened> found(Backtest backtest, String of) {
    Map<String, Widened> found = new LinkedHashMap<>();
    kept.widening(of, backtest.mover().getClass(), () -> run(backtest))
        .forEach((key, widening) -> found.put(key, Widened.by(widening)));
    return found;
  }

  private static Map<String, Widening> run(Backtest backtest) {
    if (console.isEmpty()) {
      return backtest.run(Progress.NONE).widen();
    }
    Console told = console.get();
    int origins = backtest.plan().origins().size();
    told.note(
        ("the file's backtest tells how much wider fits should be that don't say so, once: %d %s of"
                + " %d paths each; `widen` at each fit, as corridor backtest prints it, or `widen:"
                + " false` in the backtest, spares it")
            .formatted(origins, origins == 1 ? "origin" : "origins", backtest.paths()));
    try (ProgressDisplay display =
        new ProgressDisplay(told.err(), told.screen().width(), "backtest")) {
      return backtest.run(told.errIsTerminal() ? display : Progress.NONE).widen();
    }
  }
}
