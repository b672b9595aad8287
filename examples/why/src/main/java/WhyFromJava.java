import io.corridor.model.Scenario;
import io.corridor.scenarios.ShippedScenarios;
import io.corridor.simulation.Causes;
import io.corridor.simulation.Settings;
import io.corridor.why.Box;
import io.corridor.why.Cause;
import io.corridor.why.Explanation;
import io.corridor.why.Target;
import java.util.List;

public class WhyFromJava {
  public static void main(String[] args) {
    Scenario scenario = ShippedScenarios.read("iran-iraq-2019").scenario();
    Target reaches = Target.question("reaches-20bn");
    Settings settings = Settings.of(scenario).withPaths(2_048);
    Explanation why = Causes.of(scenario, List.of(reaches), settings).outcomes().get(reaches.id());
    for (Cause cause : why.shares().orElseThrow().causes().subList(0, 3)) {
      System.out.println(cause.id() + ": " + cause.share().interval95());
    }
    for (Box box : why.boxes().orElseThrow().cameTrue()) {
      System.out.println(box.density() + " where " + box.restrictions());
    }
  }
}
