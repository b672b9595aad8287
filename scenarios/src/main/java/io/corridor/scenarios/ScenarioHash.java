package io.corridor.scenarios;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.corridor.model.DrawTable;
import io.corridor.model.Driver;
import io.corridor.model.RunDefaults;
import io.corridor.model.Scenario;
import io.corridor.model.TradeMatrix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells scenarios apart by all that their results depend on, whatever files they came from. */
public final class ScenarioHash {

  private ScenarioHash() {}

  /**
   * Returns the SHA-256, in lower-case hexadecimal digits, of the file that reads as {@code
   * scenario}, histories included. How it is run where nobody says otherwise is left out, and so is
   * what people call things.
   */
  public static String of(Scenario scenario) {
    Hasher hasher = Hashing.sha256().newHasher();
    Scenario content =
        scenario.toBuilder().run(RunDefaults.STANDARD).labels(Map.of()).buildUnchecked();
    hasher.putString(ScenarioWriter.write(content), StandardCharsets.UTF_8);
    for (Driver.Bootstrap driver : ScenarioWriter.historical(scenario)) {
      driver.history().forEach(hasher::putDouble);
    }
    for (DrawTable table : scenario.draws().values()) {
      table
          .columns()
          .forEach(
              (name, column) -> {
                hasher.putString(name, StandardCharsets.UTF_8);
                column.forEach(hasher::putDouble);
              });
    }
    for (TradeMatrix.Row row :
        scenario.world().map(world -> world.trade().rows()).orElse(List.of())) {
      hasher.putInt(row.year());
      hasher.putString(row.exporter() + ',' + row.importer(), StandardCharsets.UTF_8);
      hasher.putDouble(row.value()).putDouble(row.tariff());
    }
    return hasher.hash().toString();
  }
}
