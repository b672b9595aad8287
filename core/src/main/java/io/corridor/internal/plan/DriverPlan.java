package io.corridor.internal.plan;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Fill;
import io.corridor.internal.numeric.MonthMean;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.process.DriverSteps;
import io.corridor.internal.random.StreamName;
import io.corridor.model.Driver;
import io.corridor.model.Noise;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles section 2: drivers, and the noises of what is traded, demanded, supplied and offered,
 * which share its shocks.
 *
 * <p>A positive driver is kept as x = ln(X/X(0)), which is what elasticities multiply.
 */
final class DriverPlan extends PlanPart {
  /** Δ, in years. */
  private static final double DELTA = 1.0 / 12;

  private final List<String> shocked = new ArrayList<>();
  private final double[][] factor;

  /** Those of them that are averages over each month. */
  private final List<String> averages = new ArrayList<>();

  private final double[][] averagesFactor;
  private final Map<String, Real> shocks = new LinkedHashMap<>();
  private final Map<String, Noise> noises;

  /** How a driver is kept. */
  sealed interface Form {

    /** Returns the column of X(t), for a metric. */
    Real value(ProductPlan product, Wiring wiring);

    /** Multiplies a product by (X(t)/X(0))^elasticity. */
    void respond(ProductPlan product, Num elasticity);

    /** The same on every path: X(t) by month. */
    record Known(double[] values) implements Form {
      @Override
      public Real value(ProductPlan product, Wiring wiring) {
        return product.scale(t -> values[t]).add(Phase.TOTALS);
      }

      @Override
      public void respond(ProductPlan product, Num elasticity) {
        product.power(values, elasticity);
      }
    }

    /** X(t) = X(0) throughout. */
    record Still(Num start) implements Form {
      @Override
      public Real value(ProductPlan product, Wiring wiring) {
        return wiring.column(start);
      }

      @Override
      public void respond(ProductPlan product, Num elasticity) {
        // (X(t)/X(0))^elasticity is 1.
      }
    }

    /** x = ln(X(t)/X(0)). */
    record Log(Num start, Real x) implements Form {
      @Override
      public Real value(ProductPlan product, Wiring wiring) {
        return product.times(start).power(x, Num.ONE).add(Phase.TOTALS);
      }

      @Override
      public void respond(ProductPlan product, Num elasticity) {
        product.power(x, elasticity);
      }
    }

    /** X(t) itself, which may be negative, so that nothing has an elasticity to it. */
    record Level(Real x) implements Form {
      @Override
      public Real value(ProductPlan product, Wiring wiring) {
        return x;
      }

      @Override
      public void respond(ProductPlan product, Num elasticity) {
        throw new IllegalStateException("an elasticity to a driver that may be negative");
      }
    }
  }

  /** n(t), with v(t) by month where it is the same on every path, else in a column. */
  record NoiseForm(Real n, double @Nullable [] knownVariance, @Nullable Real variance) {}

  private DriverPlan(Wiring wiring) {
    super(wiring);
    this.noises = scenario.noises();
    collectShocked();
    factor = draws.factor(shocked);
    shocked.stream().filter(this::isAverage).forEach(averages::add);
    averagesFactor = draws.factor(averages);
  }

  /** Adds the drivers and noises. */
  static void add(Wiring wiring) {
    DriverPlan plan = new DriverPlan(wiring);
    plan.scenario
        .drivers()
        .forEach((id, driver) -> wiring.drivers.put(id, plan.compile(id, driver)));
    plan.noises.forEach(plan::addNoise);
  }

  // Shocks

  private void collectShocked() {
    scenario.drivers().entrySet().stream()
        .filter(entry -> entry.getValue().isShocked())
        .map(Map.Entry::getKey)
        .forEach(shocked::add);
    noises.keySet().stream().map(DriverPlan::nameOfNoise).forEach(shocked::add);
  }

  /**
   * Returns what correlations and streams call the noise of what has the key {@code path}: a flow's
   * or partner's id; carriers have several noises, and their whole key tells them apart.
   */
  private static String nameOfNoise(String path) {
    return path.startsWith("flows.") || path.startsWith("partners.")
        ? path.substring(path.indexOf('.') + 1)
        : path;
  }

  private String sourceOf(String id) {
    if (scenario.drivers().containsKey(id)) {
      return Sources.driver(id);
    }
    return noises.keySet().stream()
        .filter(path -> nameOfNoise(path).equals(id))
        .map(Sources::noise)
        .findFirst()
        .orElseThrow();
  }

  private boolean isAverage(String id) {
    Driver driver = scenario.drivers().get(id);
    return driver != null && driver.end().isPresent();
  }

  private Real shock(StreamName stream, String id) {
    return shocks.computeIfAbsent(
        stream.of(id), name -> wiring.add(Phase.DRIVERS, z -> draws.shock(name, sourceOf(id), z)));
  }

  /** Sums of shocks with fixed loadings, none where the scale of them all is 0. */
  private record Mixed(List<Real> shocks, double[] loadings) {}

  private Mixed mixed(StreamName stream, List<String> ids, double[] row, Num scale) {
    List<Real> columns = new ArrayList<>();
    List<Double> loadings = new ArrayList<>();
    for (int j = 0; !scale.is(0) && j < row.length; j++) {
      if (row[j] != 0) {
        columns.add(shock(stream, ids.get(j)));
        loadings.add(row[j]);
      }
    }
    return new Mixed(columns, loadings.stream().mapToDouble(Double::doubleValue).toArray());
  }

  // Kinds of drivers

  private Form compile(String id, Driver driver) {
    String path = "drivers." + id;
    return driver.match(
        d -> new Form.Still(draws.num(d.start(), path + ".start")),
        this::known,
        d -> gbm(id, path, d),
        d -> ou(id, path, d),
        d -> logOu(id, path, d),
        d -> jump(id, path, d),
        d -> bootstrap(id, path, d));
  }

  private Form known(Driver.Path driver) {
    return new Form.Known(calendar.byMonth(t -> driver.points().at(scenario.month(t))));
  }

  /** X(t) = X(t−1) · exp((μ − σ²/2)Δ + σ√Δ Z). */
  private Form gbm(String id, String path, Driver.Gbm driver) {
    Num start = draws.num(driver.start(), path + ".start");
    Num mu = drift(path, driver.drift(), driver.byRegime());
    Num sigma = volatility(path, driver.volatility(), driver.byRegime());
    Num constant = wiring.map(mu, sigma, (m, s) -> (m - s * s / 2) * DELTA);
    Real x = zeroState();
    Supplier<Num> half = () -> wiring.map(constant, c -> c / 2);
    Real moving = moving(id, driver, end -> logRatio(end, start), Num.ZERO, half, sigma, x);
    addDiffusion(id, Num.ONE, constant, diffusionSd(sigma), moving);
    return new Form.Log(start, x);
  }

  /** X(t) = L + (X(t−1) − L) e^{−κΔ} + σ √((1 − e^{−2κΔ})/(2κ)) Z. */
  private Form ou(String id, String path, Driver.Ou driver) {
    Num level = level(path, driver.level(), driver.byRegime());
    Real x = wiring.real();
    wiring.state(Fill.copy(draws.column(driver.start(), path + ".start"), x));
    Num sigma = volatility(path, driver.volatility(), driver.byRegime());
    Num kappa = draws.num(driver.reversion(), path + ".reversion");
    Supplier<Num> pull = () -> averageOfLevel(level, kappa);
    Real moving = moving(id, driver, end -> end, kappa, pull, sigma, x);
    addReverting(id, kappa, level, sigma, moving);
    return new Form.Level(x);
  }

  /** ln X follows an OU process about ln L; here ln(X/X(0)) about ln(L/X(0)). */
  private Form logOu(String id, String path, Driver.LogOu driver) {
    Num start = draws.num(driver.start(), path + ".start");
    Num level = level(path, driver.level(), driver.byRegime());
    Num logLevel = logRatio(level, start);
    Real x = zeroState();
    Num sigma = volatility(path, driver.volatility(), driver.byRegime());
    Num kappa = draws.num(driver.reversion(), path + ".reversion");
    Supplier<Num> pull = () -> averageOfLevel(logLevel, kappa);
    Real moving = moving(id, driver, end -> logRatio(end, start), kappa, pull, sigma, x);
    addReverting(id, kappa, logLevel, sigma, moving);
    return new Form.Log(start, x);
  }

  /** X(t) = X(t−1) · exp((μ − σ²/2 − λk)Δ + σ√Δ Z + ΣJ), k = e^{a + b²/2} − 1. */
  private Form jump(String id, String path, Driver.Jump driver) {
    Num mu = drift(path, driver.drift(), driver.byRegime());
    Num sigma = volatility(path, driver.volatility(), driver.byRegime());
    Num rate = draws.num(driver.jumpRate(), path + ".jump-rate");
    Num mean = draws.num(driver.jumpMean(), path + ".jump-mean");
    Num sd = draws.num(driver.jumpSd(), path + ".jump-sd");
    Num compensation =
        wiring.map(List.of(rate, mean, sd), v -> v[0] * StrictMath.expm1(v[1] + v[2] * v[2] / 2));
    Num diffusion = wiring.map(mu, sigma, (m, s) -> m - s * s / 2);
    Num constant = wiring.map(diffusion, compensation, (a, b) -> (a - b) * DELTA);
    Real x = zeroState();
    addDiffusion(id, Num.ONE, constant, diffusionSd(sigma), x);
    wiring.add(
        Phase.DRIVERS,
        DriverSteps.jump(
            draws.monthly(StreamName.JUMP_COUNT.of(id), path, 1),
            draws.monthly(StreamName.JUMP_SIZE.of(id), path, 1),
            wiring.column(wiring.map(rate, r -> r * DELTA)),
            wiring.column(mean),
            wiring.column(sd),
            x));
    return new Form.Log(draws.num(driver.start(), path + ".start"), x);
  }

  /** Log-returns of a history, resampled in blocks. */
  private Form bootstrap(String id, String path, Driver.Bootstrap driver) {
    List<Double> history = driver.history();
    double[] returns = new double[history.size() - 1];
    double gross = 0;
    for (int i = 0; i < returns.length; i++) {
      double ratio = history.get(i + 1) / history.get(i);
      gross += ratio;
      returns[i] = StrictMath.log(ratio);
    }
    if (driver.demean()) {
      double meanGross = StrictMath.log(gross / returns.length);
      for (int i = 0; i < returns.length; i++) {
        returns[i] -= meanGross;
      }
    }
    Real x = zeroState();
    Whole place = wiring.whole();
    wiring.add(
        Phase.DRIVERS,
        DriverSteps.bootstrap(
            draws.monthly(StreamName.BLOCK_START.of(id), path, 1),
            draws.monthly(StreamName.BLOCK_PLACE.of(id), path, 1),
            returns,
            1.0 / driver.block(),
            place,
            x));
    return new Form.Log(draws.num(driver.start(), path + ".start"), x);
  }

  /**
   * n(t), OU about 0: from 0, with v(t) = σ²(1 − e^{−2κy})/(2κ); or from a start that it has had
   * long before, with v(t) = σ²/(2κ).
   */
  private void addNoise(String path, Noise noise) {
    String key = Sources.noise(path);
    Num kappa = draws.num(noise.reversion(), key + ".reversion");
    Num sigma = draws.num(noise.volatility(), key + ".volatility");
    if (noise.start().isPresent()) {
      Real n = wiring.real();
      wiring.state(Fill.copy(draws.column(noise.start().get(), key + ".start"), n));
      addReverting(nameOfNoise(path), kappa, Num.ZERO, sigma, n);
      Num longRun = wiring.map(kappa, sigma, (k, s) -> s * s / (2 * k));
      wiring.noises.put(path, new NoiseForm(n, null, wiring.column(longRun)));
      return;
    }
    if (sigma.is(0)) {
      return;
    }
    Real n = zeroState();
    addReverting(nameOfNoise(path), kappa, Num.ZERO, sigma, n);
    if (kappa instanceof Fixed k && sigma instanceof Fixed s) {
      double[] variance =
          calendar.byMonth(t -> revertingVariance(k.value(), s.value(), Calendar.years(t)));
      wiring.noises.put(path, new NoiseForm(n, variance, null));
      return;
    }
    Real variance = zeroState();
    Num decay = wiring.map(kappa, k -> StrictMath.exp(-2 * k * DELTA));
    Num step = wiring.map(kappa, sigma, (k, s) -> revertingVariance(k, s, DELTA));
    wiring.add(
        Phase.DRIVERS,
        DriverSteps.noiseVariance(wiring.column(decay), wiring.column(step), variance));
    wiring.noises.put(path, new NoiseForm(n, null, variance));
  }

  // Steps

  private Real zeroState() {
    Real x = wiring.real();
    wiring.state(Fill.number(0, x));
    return x;
  }

  private Num logRatio(Num value, Num start) {
    return wiring.map(value, start, (a, b) -> StrictMath.log(a / b));
  }

  /**
   * Returns the state that the process' own steps move: x; or of an average a new one, of the value
   * at the end of a month, from which the step that is added here makes x.
   *
   * @param state makes the state of a value
   * @param constant what a month adds to the average, c
   */
  private Real moving(
      String id,
      Driver driver,
      UnaryOperator<Num> state,
      Num kappa,
      Supplier<Num> constant,
      Num sigma,
      Real x) {
    if (driver.end().isEmpty()) {
      return x;
    }
    Real w = wiring.real();
    Num end = draws.num(driver.end().get(), "drivers." + id + ".end");
    wiring.state(Fill.copy(wiring.column(state.apply(end)), w));
    addAverage(id, kappa, constant.get(), sigma, w, x);
    return w;
  }

  /** Returns L (1 − a), what the level adds to a month's average. */
  private Num averageOfLevel(Num level, Num kappa) {
    return wiring.map(level, kappa, (a, k) -> a * (1 - MonthMean.weight(k * DELTA)));
  }

  /**
   * x̄(t) = a w(t−1) + c + ε₂ of a process whose value at the end of a month is w, with ε₂ =
   * (cov/var ε₁) ε₁ + √(var ε₂ − cov²/var ε₁) Z′; before the step of w.
   */
  private void addAverage(String id, Num kappa, Num constant, Num sigma, Real w, Real x) {
    Num weight = wiring.map(kappa, k -> MonthMean.weight(k * DELTA));
    Num shared =
        wiring.map(
            kappa,
            sigma,
            (k, s) ->
                s
                    * Math.sqrt(DELTA)
                    * MonthMean.covariance(k * DELTA)
                    / Math.sqrt(MonthMean.endVariance(k * DELTA)));
    Num own =
        wiring.map(kappa, sigma, (k, s) -> s * Math.sqrt(DELTA * MonthMean.ownVariance(k * DELTA)));
    Mixed shocks = mixed(StreamName.SHOCK, shocked, factor[shocked.indexOf(id)], shared);
    Mixed within = mixed(StreamName.WITHIN, averages, averagesFactor[averages.indexOf(id)], own);
    wiring.add(
        Phase.DRIVERS,
        DriverSteps.average(
            wiring.column(weight),
            wiring.column(constant),
            wiring.column(shared),
            shocks.loadings(),
            shocks.shocks(),
            wiring.column(own),
            within.loadings(),
            within.shocks(),
            w,
            x));
  }

  private void addReverting(String id, Num kappa, Num level, Num sigma, Real x) {
    Num decay = wiring.map(kappa, k -> StrictMath.exp(-k * DELTA));
    Num constant = wiring.map(level, kappa, (a, k) -> a * -StrictMath.expm1(-k * DELTA));
    Num sd = wiring.map(kappa, sigma, (k, v) -> Math.sqrt(revertingVariance(k, v, DELTA)));
    addDiffusion(id, decay, constant, sd, x);
  }

  /** Returns σ²(1 − e^{−2κy})/(2κ), and its limit σ²y for κ = 0. */
  private static double revertingVariance(double kappa, double sigma, double years) {
    double time = kappa == 0 ? years : -StrictMath.expm1(-2 * kappa * years) / (2 * kappa);
    return sigma * sigma * time;
  }

  private void addDiffusion(String id, Num decay, Num constant, Num sd, Real x) {
    Mixed mixed = mixed(StreamName.SHOCK, shocked, factor[shocked.indexOf(id)], sd);
    List<Real> columns = mixed.shocks();
    double[] l = mixed.loadings();
    if (decay instanceof Fixed a && constant instanceof Fixed c && sd instanceof Fixed s) {
      for (int j = 0; j < l.length; j++) {
        l[j] *= s.value();
      }
      wiring.add(Phase.DRIVERS, DriverSteps.affine(a.value(), c.value(), l, columns, x));
    } else {
      wiring.add(
          Phase.DRIVERS,
          DriverSteps.varyingAffine(
              wiring.column(decay), wiring.column(constant), wiring.column(sd), l, columns, x));
    }
  }

  private Num drift(String path, Value value, Map<String, Driver.Override> byRegime) {
    return coefficient(path, "drift", value, byRegime, Driver.Override::drift);
  }

  private Num volatility(String path, Value value, Map<String, Driver.Override> byRegime) {
    return coefficient(path, "volatility", value, byRegime, Driver.Override::volatility);
  }

  private Num level(String path, Value value, Map<String, Driver.Override> byRegime) {
    return coefficient(path, "level", value, byRegime, Driver.Override::level);
  }

  private Num coefficient(
      String path,
      String key,
      Value value,
      Map<String, Driver.Override> byRegime,
      Function<Driver.Override, Optional<Value>> part) {
    Num base = draws.num(value, path + "." + key);
    return wiring.byRegime(
        r -> {
          String state = scenario.regimeStates().get(r);
          return Optional.ofNullable(byRegime.get(state))
              .flatMap(part)
              .map(v -> draws.num(v, path + ".by-regime." + state + "." + key))
              .orElse(base);
        });
  }

  private Num diffusionSd(Num sigma) {
    return wiring.map(sigma, v -> v * Math.sqrt(DELTA));
  }
}
