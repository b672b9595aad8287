package io.corridor.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.model.RandomScenarios;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

  private record Variants(List<Scenario> scenarios) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void comeBackAsTheyWere(long seed) {
    Scenario scenario = RandomScenarios.of(seed);
    Scenario back = Records.fromBytes(Scenario.class, Records.toBytes(scenario));
    assertThat(back).isEqualTo(scenario);
    // Order matters, and maps are equal without.
    assertThat(back.toString()).isEqualTo(scenario.toString());
  }

  @Test
  void variantsTakeLittleMoreRoomThanOneScenario() {
    Scenario scenario = RandomScenarios.of(3);
    List<Scenario> variants = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String driver = scenario.drivers().keySet().iterator().next();
      variants.add(
          Records.fromBytes(Scenario.class, Records.toBytes(scenario)).toBuilder()
              .parameter("number " + i, Value.of(i))
              .driver(driver, scenario.drivers().get(driver))
              .buildUnchecked());
    }
    int one = Records.toBytes(new Variants(List.of(variants.get(0)))).length;
    byte[] all = Records.toBytes(new Variants(variants));
    assertThat(all.length).isLessThan(15 * one);
    assertThat(Records.fromBytes(Variants.class, all).scenarios()).isEqualTo(variants);
  }

  @Test
  void whatHoldsSomethingElseIsRefused() {
    record Held(Object something) {}
    assertThatThrownBy(() -> Records.toBytes(new Held(new Object())))
        .hasMessageContaining("NotSerializableException");
  }

  /** Bytes may come from anywhere: nothing is made of them but what the library itself wrote. */
  @Test
  void readsNoForeignClasses() throws Exception {
    for (Object foreign : List.of(new File("x"), new PriorityQueue<>(List.of(1)), File.class)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(foreign);
      }
      assertThatThrownBy(() -> Records.fromBytes(Scenario.class, bytes.toByteArray()))
          .hasRootCauseInstanceOf(InvalidClassException.class)
          .hasMessageContaining("filter status: REJECTED");
    }
  }
}
