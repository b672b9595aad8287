package io.corridor.scenarios.internal.evidence;

import static java.util.Objects.requireNonNull;

import io.corridor.evidence.fit.Fit;
import io.corridor.evidence.fit.Volume;
import io.corridor.model.Carrier;
import io.corridor.model.Energy;
import io.corridor.model.Flow;
import io.corridor.model.KeyPath;
import io.corridor.model.Noise;
import io.corridor.model.Partner;
import io.corridor.model.Quantity;
import io.corridor.model.Scenario;
import io.corridor.model.Schedule;
import io.corridor.model.Value;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a flow, a partner, a carrier's demand, supply and sources have in common: a volume in a
 * scenario.
 *
 * @param size name of its size
 * @param unit of the size, a month's or a year's
 * @param amount its size
 * @param growth per year
 * @param season twelve factors; empty: none
 * @param elasticities by driver
 * @param noise its noise
 */
record Volumes(
    String size,
    String unit,
    Schedule amount,
    Value growth,
    List<Double> season,
    Map<String, Value> elasticities,
    Optional<Noise> noise) {
  static final String ANNUAL_VALUE = "annual-value";
  static final String BASE = "base";
  static final String CAPACITY = "capacity";
  static final String SEASON = "season";
  private static final String MONEY = "USD";

  /** Returns the volume that stands at {@code key}. */
  static Volumes of(Scenario scenario, KeyPath key) {
    List<String> path = key.words();
    if (path.get(0).equals("flows")) {
      Flow flow = requireNonNull(scenario.flows().get(path.get(1)));
      return new Volumes(
          ANNUAL_VALUE,
          MONEY,
          flow.annualValue(),
          flow.growth(),
          flow.season(),
          flow.elasticities(),
          flow.noise());
    }
    if (path.get(0).equals("partners")) {
      Partner partner = requireNonNull(scenario.partners().get(path.get(1)));
      return new Volumes(
          ANNUAL_VALUE,
          MONEY,
          partner.annualValue(),
          partner.growth(),
          List.of(),
          partner.elasticities(),
          partner.noise());
    }
    Carrier carrier = carrier(scenario, path.get(2));
    String unit = carrier.kind().unit();
    if (path.get(3).equals("imports")) {
      Carrier.Source source = requireNonNull(carrier.sources().get(sourceId(path)));
      return new Volumes(
          CAPACITY,
          unit,
          source.capacity(),
          Value.ZERO,
          source.season(),
          source.elasticities(),
          source.noise());
    }
    Quantity quantity =
        path.get(3).equals("demand") ? carrier.demand().quantity() : carrier.supply().quantity();
    return new Volumes(
        BASE,
        unit,
        quantity.base(),
        quantity.growth(),
        quantity.season(),
        quantity.elasticities(),
        quantity.noise());
  }

  private static Carrier carrier(Scenario scenario, String id) {
    return requireNonNull(scenario.energy().orElseThrow().carriers().get(id));
  }

  /** Returns the scenario with this at {@code key}. */
  Scenario in(Scenario scenario, KeyPath key) {
    List<String> path = key.words();
    Scenario.Builder builder = scenario.toBuilder();
    if (path.get(0).equals("flows")) {
      builder.flow(path.get(1), in(requireNonNull(scenario.flows().get(path.get(1)))));
    } else if (path.get(0).equals("partners")) {
      builder.partner(path.get(1), in(requireNonNull(scenario.partners().get(path.get(1)))));
    } else {
      Energy energy = scenario.energy().orElseThrow();
      builder.energy(energy.withCarrier(path.get(2), in(carrier(scenario, path.get(2)), path)));
    }
    return builder.buildUnchecked();
  }

  private Flow in(Flow flow) {
    return flow.withAnnualValue((Value) amount)
        .withGrowth(growth)
        .withSeason(season)
        .withElasticities(elasticities)
        .withNoise(noise.orElseThrow());
  }

  private Partner in(Partner partner) {
    return partner
        .withAnnualValue((Value) amount)
        .withGrowth(growth)
        .withElasticities(elasticities)
        .withNoise(noise.orElseThrow());
  }

  /** Returns the id of the source that words of a key lead to or through; the only one's is "". */
  static String sourceId(List<String> path) {
    return path.size() > 4 && path.get(4).equals("sources") ? path.get(5) : "";
  }

  private Carrier in(Carrier carrier, List<String> path) {
    UnaryOperator<Quantity> quantity =
        before ->
            before
                .withBase((Value) amount)
                .withGrowth(growth)
                .withSeason(season)
                .withElasticities(elasticities)
                .withNoise(noise.orElseThrow());
    return switch (path.get(3)) {
      case "demand" ->
          carrier.withDemand(
              carrier.demand().withQuantity(quantity.apply(carrier.demand().quantity())));
      case "supply" ->
          carrier.withSupply(
              carrier.supply().withQuantity(quantity.apply(carrier.supply().quantity())));
      default -> {
        String id = sourceId(path);
        yield carrier.withSource(id, in(requireNonNull(carrier.sources().get(id))));
      }
    };
  }

  private Carrier.Source in(Carrier.Source source) {
    return source
        .withCapacity(amount)
        .withSeason(season)
        .withElasticities(elasticities)
        .withNoise(noise.orElseThrow());
  }

  /** Returns what the file says of its numbers, but for those that it leaves to the data. */
  Map<String, Value> numbers(Set<String> free) {
    Map<String, Value> numbers = new LinkedHashMap<>();
    amount
        .match(new Schedule.Cases<>(Optional::of, points -> Optional.<Value>empty()))
        .ifPresent(value -> numbers.put(size, value));
    numbers.put(Volume.GROWTH, growth);
    elasticities.forEach((driver, value) -> numbers.put(Volume.elasticity(driver), value));
    noise.ifPresent(
        n -> {
          numbers.put(Volume.REVERSION, n.reversion());
          numbers.put(Volume.VOLATILITY, n.volatility());
          n.start().ifPresent(start -> numbers.put(Volume.NOISE_START, start));
        });
    numbers.keySet().removeAll(free);
    return numbers;
  }

  /**
   * Returns what is fitted.
   *
   * @param seasonal whether data decide the season
   * @param drivers ln(X/X(0)) by month
   */
  Volume fitted(boolean seasonal, Map<String, Map<YearMonth, Double>> drivers) {
    return new Volume(
        size,
        size.equals(ANNUAL_VALUE),
        amount.match(new Schedule.Cases<>(value -> Optional.empty(), Optional::of)),
        season,
        seasonal,
        drivers);
  }

  /**
   * Returns this with draws in place of the numbers that were fitted. A season is of fixed numbers:
   * it becomes the mean of its draws.
   */
  Volumes drawn(Fit fit, String table) {
    Map<String, Value> draws = new LinkedHashMap<>();
    fit.posterior()
        .names()
        .forEach(name -> draws.put(name, Value.draw(table, fit.key() + "." + name)));
    Map<String, Value> responses = new LinkedHashMap<>();
    elasticities.forEach(
        (driver, value) ->
            responses.put(
                driver, requireNonNull(draws.getOrDefault(Volume.elasticity(driver), value))));
    Noise n = noise.orElseThrow();
    return new Volumes(
        size,
        unit,
        amount.match(
            new Schedule.Cases<>(value -> draws.getOrDefault(size, value), points -> points)),
        draws.getOrDefault(Volume.GROWTH, growth),
        draws.containsKey(Volume.season(1)) ? meanSeason(fit) : season,
        responses,
        Optional.of(
            new Noise(
                draws.getOrDefault(Volume.REVERSION, n.reversion()),
                draws.getOrDefault(Volume.VOLATILITY, n.volatility()),
                draws.containsKey(Volume.NOISE_START)
                    ? Optional.of(requireNonNull(draws.get(Volume.NOISE_START)))
                    : n.start())));
  }

  private static List<Double> meanSeason(Fit fit) {
    List<Double> means = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      means.add(Arrays.stream(fit.posterior().draws(Volume.season(month))).average().orElseThrow());
    }
    return means;
  }
}
