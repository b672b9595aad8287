package io.corridor.model;

import static io.corridor.model.Wording.number;
import static io.corridor.model.Wording.quote;

import io.corridor.model.Key.Refers;
import java.util.List;

/** Checks what the keys of parties, of flows and of noises must agree on. */
final class TradeCheck {
  /** What the mean of a flow's season may miss 1 by, rounding of the sum allowed for. */
  private static final double SEASON_TOLERANCE = 0.001 + 1e-12;

  /** Standard deviation of a logarithm that no noise has. */
  private static final double WIDEST = 10;

  private final Checking in;

  TradeCheck(Checking in) {
    this.in = in;
  }

  /** Checks the names of the two parties. */
  void parties(KeyPath key, Parties parties) {
    party(key.child("exporter"), parties.exporter());
    party(key.child("importer"), parties.importer());
    if (parties.exporter().equals(parties.importer())) {
      in.add(
          key.child("importer"),
          "must differ from the exporter, but both are %s",
          quote(parties.importer()));
    }
  }

  private void party(KeyPath key, String name) {
    if (name.isBlank()) {
      in.add(key, "must have a name, but is blank");
    }
  }

  /** Checks what the keys of a flow must agree on. */
  void flow(KeyPath key, Flow flow) {
    direction(key.child("to"), flow);
    substitution(key.child("substitution"), flow);
    mean(key.child("season"), flow.season());
  }

  private void direction(KeyPath key, Flow flow) {
    if (flow.from().equals(flow.to()) && in.known(Refers.PARTY).contains(flow.to())) {
      in.add(
          key, "a flow goes from one party to the other, but both ends are %s", quote(flow.to()));
    }
  }

  private void substitution(KeyPath key, Flow flow) {
    boolean rivals =
        in.numbers.support(flow.partnerShare()).filter(share -> share.low() < 1).isPresent();
    if (rivals && flow.substitution().isEmpty() && !flow.world()) {
      in.add(key, "is required where `partner-share` may be below 1; it must be above 1");
    }
  }

  private void mean(KeyPath key, List<Double> season) {
    double mean = season.stream().reduce(0.0, Double::sum) / season.size();
    if (!season.isEmpty() && Math.abs(mean - 1) > SEASON_TOLERANCE) {
      in.add(key, "the mean of a flow's season must be 1 within 0.1 %%, not %s", number(mean));
    }
  }

  /** Checks that a noise that has long been going on returns to 0, else it has no variance. */
  void noise(KeyPath key, Noise noise) {
    boolean still =
        in.numbers
            .support(noise.reversion())
            .filter(s -> s.high() == 0 || s.low() == 0 && noise.reversion() instanceof Value.Draw)
            .isPresent();
    if (noise.start().isPresent() && still) {
      in.add(
          key.child("reversion"),
          "must be above 0 where the noise has a `start`, whose variance is that of the long run");
    } else if (noise.start().isPresent()) {
      spread(key.child("reversion"), noise);
    }
  }

  /**
   * A noise whose logarithm spreads by more than ten is next to 0 on nearly all paths, and without
   * bounds on a few.
   */
  private void spread(KeyPath key, Noise noise) {
    double least =
        in.numbers.support(noise.volatility()).map(Support::low).orElse(0.0)
            / Math.sqrt(
                2
                    * in.numbers
                        .support(noise.reversion())
                        .map(Support::high)
                        .orElse(Double.POSITIVE_INFINITY));
    if (least > WIDEST) {
      in.add(
          key,
          "is so low that the noise, which has a `start` and so long been going on, spreads by %s"
              + " in logs (volatility/√(2 · reversion)): what it multiplies would be 0 on nearly"
              + " all paths; raise it, or leave out `start`",
          number(Math.rint(least)));
    }
  }
}
