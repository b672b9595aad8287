package io.corridor.internal.plan;

import static java.util.Objects.requireNonNull;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.plan.Num.Fixed;
import io.corridor.internal.process.Product;
import io.corridor.model.DatedPoints;
import io.corridor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Collects the parts of one {@link Product}: what is known goes into its scale. */
final class ProductPlan {
  private final Wiring wiring;
  private final Calendar calendar;
  private final double[] scale;
  private final List<Product.Term> terms = new ArrayList<>();
  private final List<Real> factors = new ArrayList<>();

  ProductPlan(Wiring wiring) {
    this.wiring = wiring;
    this.calendar = wiring.calendar;
    this.scale = calendar.byMonth(t -> 1);
  }

  /** Multiplies by a number. */
  ProductPlan times(Num number) {
    return number instanceof Fixed fixed ? scale(t -> fixed.value()) : times(wiring.column(number));
  }

  /** Multiplies by a column, unless it is null. */
  ProductPlan times(@Nullable Real column) {
    if (column != null) {
      factors.add(column);
    }
    return this;
  }

  /** Multiplies by a number of each month, from month 0 on. */
  ProductPlan scale(IntToDoubleFunction monthly) {
    for (int t = 0; t < scale.length; t++) {
      scale[t] *= monthly.applyAsDouble(t);
    }
    return this;
  }

  /** Multiplies by dated points. */
  ProductPlan times(DatedPoints points) {
    return scale(t -> points.at(wiring.scenario.month(t)));
  }

  /** Multiplies by season[m(t)]. */
  ProductPlan season(List<Double> season) {
    return scale(t -> calendar.season(season, t));
  }

  /** Multiplies by (1 + growth)^y. */
  ProductPlan growth(Num growth) {
    if (growth instanceof Fixed fixed) {
      return scale(t -> StrictMath.pow(1 + fixed.value(), Calendar.years(t)));
    }
    Num log = wiring.map(growth, g -> StrictMath.log1p(g));
    terms.add(new Product.Term(calendar.byMonth(Calendar::years), wiring.column(log), null));
    return this;
  }

  /** Multiplies by π = Π (X(t)/X(0))^elasticity. */
  ProductPlan elasticities(Map<String, Value> elasticities, String path) {
    elasticities.forEach(
        (driver, value) -> {
          Num elasticity = wiring.draws.num(value, path + "." + driver);
          if (!elasticity.is(0)) {
            requireNonNull(wiring.drivers.get(driver), driver).respond(this, elasticity);
          }
        });
    return this;
  }

  /** Multiplies by (x(t)/x(0))^exponent, where x is known by month. */
  ProductPlan power(double[] x, Num exponent) {
    if (exponent instanceof Fixed fixed) {
      return scale(t -> StrictMath.pow(x[t] / x[0], fixed.value()));
    }
    double[] logs = calendar.byMonth(t -> StrictMath.log(x[t] / x[0]));
    terms.add(new Product.Term(logs, wiring.column(exponent), null));
    return this;
  }

  /** Multiplies by exp(exponent · x), where x stands in a column. */
  ProductPlan power(Real x, Num exponent) {
    terms.add(
        exponent instanceof Fixed fixed
            ? new Product.Term(filled(fixed.value()), x, null)
            : new Product.Term(filled(1), x, wiring.column(exponent)));
    return this;
  }

  /** Multiplies by exp(n(t) − v(t)/2), the noise of what stands at {@code path}, if it has one. */
  ProductPlan noise(String path) {
    DriverPlan.@Nullable NoiseForm noise = wiring.noises.get(path);
    if (noise == null) {
      return this;
    }
    terms.add(new Product.Term(filled(1), noise.n(), null));
    if (noise.variance() != null) {
      terms.add(new Product.Term(filled(-0.5), noise.variance(), null));
    } else {
      double[] variance = requireNonNull(noise.knownVariance());
      scale(t -> StrictMath.exp(-variance[t] / 2));
    }
    return this;
  }

  /** Adds the product to a phase of the month and returns its column. */
  Real add(Phase phase) {
    return wiring.add(phase, out -> new Product(scale, terms, factors, out));
  }

  private double[] filled(double value) {
    return calendar.byMonth(t -> value);
  }
}
