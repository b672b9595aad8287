package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The copies that are written at compile time, one test for each sort of component. */
class WithersTest {
  private static final Flow FLOW = Flow.of("A", "B", 1e9);

  @Test
  void aCopyDiffersInOneComponent() {
    Value growth = new Distribution.Uniform(0, 0.1);
    assertThat(FLOW.withGrowth(growth))
        .isEqualTo(
            new Flow(
                "A",
                "B",
                Value.of(1e9),
                Value.ONE,
                Optional.empty(),
                Value.ONE,
                false,
                growth,
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of()));
    assertThat(FLOW.growth()).isEqualTo(Value.ZERO);
  }

  @Test
  void aNumberStandsForWhatIsMadeOfIt() {
    assertThat(FLOW.withGrowth(0.03).growth()).isEqualTo(Value.of(0.03));
    assertThat(Carrier.Imports.of(1).withCapacity(2).capacity()).isEqualTo(Value.of(2));
    Sanction sanction = Sanction.cut(YearMonth.of(2024, 1), 1, "goods");
    assertThat(sanction.withEnforcement(0.5).enforcement()).isEqualTo(ByRegime.everywhere(0.5));
  }

  @Test
  void whatMayBeAbsentIsSetByWhatItIs() {
    assertThat(FLOW.withNoise(Noise.of(1, 2)).noise()).contains(Noise.of(1, 2));
    assertThat(FLOW.withSubstitution(3).substitution()).contains(Value.of(3));
  }

  @Test
  void textsAreGivenOneByOne() {
    Sanction sanction = Sanction.cut(YearMonth.of(2024, 1), 1, "goods");
    assertThat(sanction.withTargets("gas", "oil").targets()).containsExactly("gas", "oil");
    assertThat(Output.ALL.withMetrics("total").metrics()).contains(List.of("total"));
  }

  @Test
  void aMapGetsOneEntryMoreOrAnotherInItsPlace() {
    Flow flow = FLOW.withElasticity("brent", 1).withElasticity("income", 2);
    assertThat(flow.withElasticity("brent", 3).elasticities())
        .containsExactly(Map.entry("brent", Value.of(3)), Map.entry("income", Value.of(2)));
    assertThat(flow.withElasticities(Map.of()).elasticities()).isEmpty();
    assertThat(Driver.Gbm.of(1, 0, 0).withRegime("calm", Driver.Override.NONE).byRegime())
        .containsOnlyKeys("calm");
  }

  @Test
  void aMethodOfTheRecordStands() {
    Payments payments = Payments.of(0.7).withWaiver("energy", 0.2);
    assertThat(payments.waiver()).contains("energy");
    assertThat(payments.lapsed()).isEqualTo(Value.of(0.2));
  }
}
