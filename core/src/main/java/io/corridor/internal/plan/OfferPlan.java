package io.corridor.internal.plan;

import io.corridor.internal.block.Chance;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Fill;
import io.corridor.internal.energy.EnergySteps;
import io.corridor.internal.energy.InterruptionStep;
import io.corridor.internal.random.MonthlyWords;
import io.corridor.internal.random.Quantile;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.trade.TotalSteps;
import io.corridor.model.Carrier;
import io.corridor.model.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the sources of a carrier (section 6 of the model, "Several sources"). */
final class OfferPlan extends PlanPart {
  private final PolicyPlan policy;

  OfferPlan(Wiring wiring, PolicyPlan policy) {
    super(wiring);
    this.policy = policy;
  }

  /**
   * Adds the sources of a carrier, in the order of use. The first draws the same random numbers as
   * the only one of a carrier that names none: so a name alone changes nothing.
   *
   * @param availability A(t); null: 1
   */
  List<Offer> add(String id, Carrier carrier, @Nullable Real availability) {
    Set<String> targets = policy.targets();
    String path = "energy.carriers." + id + ".";
    List<Offer> offers = new ArrayList<>();
    carrier
        .sources()
        .forEach(
            (name, source) -> {
              String key = path + Carrier.importsKey(name);
              String stream = id;
              if (offers.isEmpty()) {
                draws.sameStreams(key, path + Carrier.importsKey(""));
              } else {
                stream = id + "." + name;
              }
              Set<String> names = new LinkedHashSet<>(List.of(id));
              if (targets.contains(id + "." + name)) {
                names.add(id + "." + name);
              }
              offers.add(offer(names, source, key, stream, availability));
            });
    return offers;
  }

  private Offer offer(
      Set<String> names,
      Carrier.Source source,
      String key,
      String stream,
      @Nullable Real availability) {
    boolean corridor = scenario.parties().delivers(source);
    Real kept = corridor ? policy.kept(names, Phase.CARRIER_SANCTIONS) : null;
    if (kept != null) {
      wiring.undo(Fill.number(1, kept));
    }
    Real up =
        source
            .interruptions()
            .map(interruptions -> up(interruptions, key + ".interruptions", stream))
            .orElse(null);
    return new Offer(
        corridor,
        offered(source, key, stream, up, corridor ? availability : null),
        kept == null ? wiring.constant(1) : kept,
        wiring.real(),
        least(source, key),
        source.price().map(price -> price(price, key + ".price")).orElse(null),
        up == null ? null : down(up));
  }

  private Real offered(
      Carrier.Source source,
      String key,
      String stream,
      @Nullable Real up,
      @Nullable Real availability) {
    ProductPlan product =
        capacity(source, key)
            .season(source.season())
            .elasticities(source.elasticities(), key + ".elasticities")
            .times(policy.regimeFactor(source.regimeFactor(), key + ".regime-factor"))
            .noise(key);
    source.opens().ifPresent(opening -> open(product, opening, key + ".opens", stream));
    return product.times(up).times(availability).add(Phase.ENERGY);
  }

  private ProductPlan capacity(Carrier.Source source, String key) {
    return source
        .capacity()
        .match(
            value -> product().times(draws.num(value, key + ".capacity")),
            points -> product().times(points));
  }

  /** Adds the product of a price. */
  Real price(Carrier.Price price, String key) {
    return product()
        .times(draws.num(price.base(), key + ".base"))
        .elasticities(price.elasticities(), key + ".elasticities")
        .times(policy.regimeFactor(price.regimeFactor(), key + ".regime-factor"))
        .add(Phase.ENERGY);
  }

  private void open(ProductPlan product, Carrier.Opening opening, String key, String stream) {
    Num completion =
        new Completion(wiring)
            .add(
                key,
                StreamName.OPENING.of(stream),
                opening.planned(),
                opening.delay(),
                opening.cancel());
    if (completion instanceof Num.Fixed known) {
      product.scale(t -> EnergySteps.rampedUp(t, known.value(), opening.rampMonths()));
      return;
    }
    Real part = wiring.real();
    wiring.add(
        Phase.ENERGY, EnergySteps.openPart(wiring.column(completion), opening.rampMonths(), part));
    product.times(part);
  }

  /** On the day before the start no source is interrupted. */
  private Real up(Carrier.Interruptions interruptions, String key, String stream) {
    Chance<MonthlyWords> words =
        draws.monthly(StreamName.INTERRUPTIONS.of(stream), key, InterruptionStep.DRAWS);
    Num chance =
        wiring.map(
            draws.num(interruptions.ratePerMonth(), key + ".rate-per-month"),
            rate -> -StrictMath.expm1(-rate));
    InterruptionStep.Length length =
        interruptions.days() instanceof Distribution law
            ? new InterruptionStep.Length(Quantile.of(law), null)
            : new InterruptionStep.Length(null, draws.column(interruptions.days(), key + ".days"));
    Real until = wiring.real();
    Real up = wiring.real();
    wiring.state(Fill.number(0, until));
    wiring.state(Fill.number(1, up));
    wiring.add(
        Phase.FAILURES,
        new InterruptionStep(
                words,
                calendar.firstDays(),
                calendar.days(),
                wiring.column(chance),
                length,
                until,
                up)
            .made(calendar.firstDays(), calendar.days(), interruptions.days()));
    return up;
  }

  private Real down(Real up) {
    return wiring.add(
        Phase.TOTALS,
        down -> TotalSteps.sum(new double[] {1, -1}, List.of(wiring.constant(1), up), down));
  }

  /** Returns α · capacity · season, or null for an α of 0. */
  private @Nullable Real least(Carrier.Source source, String key) {
    Num share = draws.num(source.takeOrPay(), key + ".take-or-pay");
    return share.is(0)
        ? null
        : capacity(source, key).times(share).season(source.season()).add(Phase.ENERGY);
  }
}
