package io.corridor.internal.policy;

import static io.corridor.internal.block.Loop.in;
import static io.corridor.internal.block.Loop.out;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Loop;
import io.corridor.internal.block.Ports;
import io.corridor.internal.block.RealPort;
import io.corridor.internal.block.Step;
import io.corridor.internal.block.WholePort;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether measures are on (section 5 of the model): in force and enforced, that is. One that
 * answers another is on where it was drawn, and that was on {@code lag} months ago.
 */
public final class AnswerSteps {
  private static final int BITS = Integer.SIZE;

  /** So many months after its cause an answer never comes. */
  private static final double NEVER = 1e6;

  private AnswerSteps() {}

  /**
   * A measure of a chain of answers.
   *
   * @param from first month in force, of one that answers none
   * @param until last month in force
   * @param enforced where its enforcement may be none in some regime, what is known of that; null:
   *     it is always enforced
   * @param answered 1 where it was drawn that it comes; null: it answers none
   * @param lag months after its cause; null: it answers none
   */
  public record Link(
      int from,
      int until,
      @Nullable Enforced enforced,
      @Nullable Real answered,
      @Nullable Real lag) {}

  /**
   * In which months a measure was enforced.
   *
   * @param enforcement by regime
   * @param made what tells it from others, beside columns
   * @param initial the regime before the start
   * @param history a bit for each month so far
   */
  public record Enforced(
      Function<Ports, RegimeNumber> enforcement, Object made, int initial, List<Whole> history) {}

  /** Returns how many columns keep a bit for each of {@code months}. */
  public static int columns(int months) {
    return (months + BITS - 1) / BITS;
  }

  /**
   * Notes whether a measure is enforced in the month's regime.
   *
   * @param regime of the month
   */
  public static Step history(Whole regime, Enforced enforced) {
    return Step.of(
            "Enforced",
            ports -> {
              RegimeNumber enforcement = enforced.enforcement.apply(ports);
              WholePort now = ports.read(regime);
              WholePort[] history =
                  enforced.history.stream().map(ports::update).toArray(WholePort[]::new);
              return (block, month) -> {
                if (month >= 0) {
                  int[] r = block.of(now);
                  int[] bits = block.of(history[month / BITS]);
                  int bit = 1 << month % BITS;
                  for (int p = 0; p < block.paths(); p++) {
                    bits[p] = enforcement.at(block, r[p], p) > 0 ? bits[p] | bit : bits[p] & ~bit;
                  }
                }
              };
            })
        .made(enforced.made);
  }

  /**
   * 1 in months in which a measure is on, else 0.
   *
   * @param chain the measure, then the one that it answers, and so on
   */
  public static Step on(List<Link> chain, Real on) {
    return Step.of(
            "MeasureOn",
            ports -> {
              Connected[] links =
                  chain.stream().map(link -> new Connected(ports, link)).toArray(Connected[]::new);
              RealPort result = ports.write(on);
              return (block, month) -> {
                double[] out = block.of(result);
                for (int p = 0; p < block.paths(); p++) {
                  out[p] = isOn(block, links, month, p) ? 1 : 0;
                }
              };
            })
        .made(
            chain.stream()
                .flatMap(
                    link ->
                        Stream.of(
                            link.from,
                            link.until,
                            link.answered == null,
                            link.enforced == null ? 0 : link.enforced.made,
                            link.enforced == null ? 0 : link.enforced.initial))
                .toArray());
  }

  private static boolean isOn(Block block, Connected[] links, int month, int p) {
    int t = month;
    for (Connected link : links) {
      if (t > link.until || t < link.from || !link.isEnforced(block, t, p)) {
        return false;
      }
      if (link.answered != null && link.lag != null) {
        if (block.of(link.answered)[p] == 0) {
          return false;
        }
        t -= (int) Math.min(Math.floor(block.of(link.lag)[p] + 0.5), NEVER);
      }
    }
    return true;
  }

  private static final class Connected {
    private final int from;
    private final int until;
    private final @Nullable RegimeNumber enforcement;
    private final int initial;
    private final WholePort[] history;
    private final @Nullable RealPort answered;
    private final @Nullable RealPort lag;

    Connected(Ports ports, Link link) {
      from = link.from;
      until = link.until;
      Enforced enforced = link.enforced;
      enforcement = enforced == null ? null : enforced.enforcement.apply(ports);
      initial = enforced == null ? 0 : enforced.initial;
      history =
          enforced == null
              ? new WholePort[0]
              : enforced.history.stream().map(ports::read).toArray(WholePort[]::new);
      answered = link.answered == null ? null : ports.read(link.answered);
      lag = link.lag == null ? null : ports.read(link.lag);
    }

    boolean isEnforced(Block block, int t, int p) {
      if (enforcement == null) {
        return true;
      }
      return t < 0
          ? enforcement.at(block, initial, p) > 0
          : (block.of(history[t / BITS])[p] >>> t % BITS & 1) != 0;
    }
  }

  /**
   * What an answer does in a month: its strength where it is on.
   *
   * @param on 1 where it is, else 0
   * @param strength its size times its enforcement
   * @param effect their product
   */
  public static Step effect(Real on, Real strength, Real effect) {
    return Loop.of(
        "AnswerEffect",
        in(on),
        in(strength),
        out(effect),
        (is, s, e, n, month) -> {
          for (int p = 0; p < n; p++) {
            e[p] = is[p] * s[p];
          }
        });
  }
}
