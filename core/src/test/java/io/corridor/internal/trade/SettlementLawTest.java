package io.corridor.internal.trade;

import static io.corridor.internal.engine.Corridors.electricity;
import static io.corridor.internal.engine.Corridors.energy;
import static io.corridor.internal.engine.Corridors.from;
import static io.corridor.internal.engine.Corridors.imports;
import static io.corridor.internal.engine.Corridors.waiver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.corridor.internal.engine.Paths;
import io.corridor.model.Payments;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bills, payments and arrears, by hand (section 8 of the model). */
class SettlementLawTest {

  /**
   * The importer needs 1 000 MW that the exporter can just deliver, at 1 USD/MWh: 744 000 USD in
   * January 2021, 672 000 in February, 744 000 in March, 720 000 in April. A waiver of the payments
   * ends on 15 February, after half the month. Under it 90 % is paid, else 20 %, and a tenth of
   * what is owed. At 500 000 USD of arrears the exporter starts to sell less, but never less than
   * 80 %.
   */
  @Test
  void arrearsGrowByHand() {
    Payments payments =
        new Payments(
            Optional.of("w"),
            Value.of(0.9),
            Value.of(0.2),
            Value.of(0.1),
            new Payments.Arrears(Value.of(100_000), Optional.of(Value.of(500_000)), Value.of(0.8)));
    Scenario scenario =
        from("2021-01", 5)
            .energy(energy(electricity(1_000, 0, imports(1_000), Map.of())))
            .waiver("w", waiver("2021-02-15", Waiver.Terms.of(30), 0, 0))
            .payments(payments)
            .build();
    Paths paths =
        Paths.of(scenario, 1, 1, "bill", "paid", "arrears", "energy.power.offered", "flow.goods");
    // January: 0.9 · 744 000 + 10 000 = 679 600; owed 100 000 + 744 000 − 679 600 = 164 400.
    // February: w = 1/2, 0.55 · 672 000 + 16 440 = 386 040; owed 450 360.
    // March: 0.2 · 744 000 + 45 036 = 193 836; owed 1 000 524.
    // April: limit/arrears is below the floor, so 800 MW: bill 576 000;
    // paid 115 200 + 100 052.4 = 215 252.4; owed 1 361 271.6.
    // May: 800 MW again, 595 200; paid 119 040 + 136 127.16; owed 1 701 304.44.
    check(paths, "bill", 744_000, 672_000, 744_000, 576_000, 595_200);
    check(paths, "paid", 679_600, 386_040, 193_836, 215_252.4, 255_167.16);
    check(paths, "arrears", 164_400, 450_360, 1_000_524, 1_361_271.6, 1_701_304.44);
    check(paths, "energy.power.offered", 1_000, 1_000, 1_000, 800, 800);
  }

  /** Above the floor, what is sold is the limit over the arrears of the month before. */
  @Test
  void theExporterSellsLessInProportion() {
    Payments payments =
        new Payments(
            Optional.empty(),
            Value.ONE,
            Value.ZERO,
            Value.of(0.25),
            new Payments.Arrears(Value.of(800_000), Optional.of(Value.of(500_000)), Value.ZERO));
    Scenario scenario =
        from("2021-01", 4)
            .energy(energy(electricity(1_000, 0, imports(1_000), Map.of())))
            .payments(payments)
            .build();
    Paths paths = Paths.of(scenario, 1, 1, "arrears", "energy.power.offered");
    check(paths, "arrears", 600_000, 450_000, 337_500, 253_125);
    check(paths, "energy.power.offered", 625, 2_500.0 / 3, 1_000, 1_000);
  }

  private static void check(Paths paths, String metric, double... expected) {
    for (int t = 0; t < expected.length; t++) {
      assertThat(paths.of(metric, 0)[t])
          .as("%s in month %d", metric, t)
          .isCloseTo(expected[t], within(1e-9 * expected[t]));
    }
  }
}
