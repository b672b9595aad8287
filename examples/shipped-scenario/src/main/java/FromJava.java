import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.time.YearMonth;

public class FromJava {
  public static void main(String[] args) {
    Scenario scenario = ShippedScenarios.read("iran-iraq-2019").scenario();
    Projection projection = Simulator.run(scenario, Settings.of(scenario).withPaths(10_000));
    System.out.println(projection.probability("reaches-20bn").interval95().orElseThrow());
    System.out.println(projection.series("total.12m").percentile(50, YearMonth.of(2024, 12)));
  }
}
