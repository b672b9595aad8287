package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The units of code are those of scenario files. */
class UnitsTest {

  private static double factor(Dimension dimension, String name) {
    return dimension.units().stream()
        .filter(unit -> unit.name().equals(name))
        .mapToDouble(unit -> unit.times().doubleValue() / unit.per().doubleValue())
        .findFirst()
        .orElseThrow();
  }

  private static void assertSame(double ours, Dimension dimension, String unit) {
    assertThat(ours).isCloseTo(7 * factor(dimension, unit), within(1e-12 * ours));
  }

  @Test
  void factorsAreThoseOfTheFormat() {
    assertSame(Units.percent(7), Dimension.FRACTION, "%");
    assertSame(Units.perMonth(7), Dimension.MONEY_FLOW, "USD/month");
    assertSame(Units.gigawatts(7), Dimension.POWER, "GW");
    assertSame(Units.terawattHoursPerYear(7), Dimension.POWER, "TWh/year");
    assertSame(Units.bcmPerYear(7), Dimension.GAS_FLOW, "bcm/year");
    assertSame(Units.millionBarrelsPerDay(7), Dimension.OIL_FLOW, "mb/d");
    assertSame(Units.perKilowattHour(7), Dimension.POWER_PRICE, "USD/kWh");
    assertSame(Units.perThousandCubicMetres(7), Dimension.GAS_PRICE, "USD/tcm");
    assertThat(Units.million(7)).isEqualTo(7e6);
    assertThat(Units.billion(7)).isEqualTo(7e9);
  }

  @Test
  void numbersByRegimeAreSaidInALine() {
    ByRegime renew = ByRegime.of("calm", 0.95, "tense", 0.5).and("crisis", 0.1).otherwise(1);
    assertThat(renew.in("calm")).isEqualTo(Value.of(0.95));
    assertThat(renew.in("tense")).isEqualTo(Value.of(0.5));
    assertThat(renew.in("crisis")).isEqualTo(Value.of(0.1));
    assertThat(renew.in("other")).isEqualTo(Value.ONE);
    assertThat(ByRegime.of("a", 1, "b", 2, "c", 3).states().keySet())
        .containsExactly("a", "b", "c");
    assertThat(ByRegime.of("a", 1).in("b")).isNull();
  }
}
