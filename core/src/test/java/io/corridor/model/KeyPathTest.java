package io.corridor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests {@link KeyPath}. */
class KeyPathTest {

  @Test
  void aPathIsWrittenAsTheFileHasIt() {
    KeyPath events = KeyPath.of("regime", "events");
    assertThat(events.item(0).child("month")).hasToString("regime.events.0.month");
    assertThat(KeyPath.parse("regime.events.0.month")).isEqualTo(events.item(0).child("month"));
    assertThat(KeyPath.ROOT).hasToString("").isEqualTo(KeyPath.parse(""));
    assertThat(events.isRoot()).isFalse();
    assertThat(events.child(KeyPath.ROOT)).isEqualTo(events).isEqualTo(events.item(3).first(2));
  }

  @Test
  void aPathCoversItselfAndWhatStandsBelow() {
    KeyPath goods = KeyPath.of("flows", "goods");
    assertThat(goods.covers(goods)).isTrue();
    assertThat(goods.covers(KeyPath.parse("flows.goods.growth"))).isTrue();
    assertThat(KeyPath.ROOT.covers(goods)).isTrue();
    assertThat(goods.covers(KeyPath.parse("flows.goods-in-transit"))).isFalse();
    assertThat(goods.covers(KeyPath.of("flows"))).isFalse();
  }

  @Test
  void aKeyMayHoldPoints() {
    KeyPath metric = KeyPath.of("indices", "unrest", "driver.brent");
    assertThat(metric).hasToString("indices.unrest.driver.brent");
    assertThat(metric.words()).hasSize(3);
    assertThat(KeyPath.parse(metric.toString()).words()).hasSize(4);
  }
}
