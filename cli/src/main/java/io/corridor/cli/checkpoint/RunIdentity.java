package io.corridor.cli.checkpoint;

import io.corridor.model.RunDefaults;
import io.corridor.model.Sample;
import io.corridor.model.Scenario;
import io.corridor.scenarios.ScenarioHash;
import io.corridor.scenarios.ScenarioWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the paths of a run depend on: two runs of the same identity have the same paths.
 *
 * @param version of the library
 * @param seed of the random numbers
 * @param sampling how they are chosen, and of how many paths if that matters
 * @param scenarioSha256 tells scenarios apart ({@link ScenarioHash})
 * @param scenario the scenario as a file, however it was written; how it is run is left out
 */
public record RunIdentity(
    String version, long seed, String sampling, String scenarioSha256, String scenario) {

  /**
   * Returns the identity of runs of {@code scenario}.
   *
   * @param version of the library
   * @param scenario what is simulated
   * @param sample the paths of the run
   */
  public static RunIdentity of(String version, Scenario scenario, Sample sample) {
    Scenario content = scenario.toBuilder().run(RunDefaults.STANDARD).buildUnchecked();
    return new RunIdentity(
        version,
        sample.seed(),
        sampling(sample),
        ScenarioHash.of(scenario),
        ScenarioWriter.write(content));
  }

  private static String sampling(Sample sample) {
    String word = sample.sampling().word();
    return sample.sampling().isExtensible() ? word : word + " of " + sample.paths() + " paths";
  }

  /** Says in what a run of {@code now} differs from one of this identity; empty: in nothing. */
  public List<String> differences(RunIdentity now) {
    List<String> differences = new ArrayList<>();
    if (!version.equals(now.version)) {
      differences.add("its version of Corridor is " + version + ", this one's " + now.version);
    }
    if (seed != now.seed) {
      differences.add("its seed is " + seed + ", this one's " + now.seed);
    }
    if (!sampling.equals(now.sampling)) {
      differences.add("its sampling is " + sampling + ", this one's " + now.sampling);
    }
    if (!scenario.equals(now.scenario)) {
      differences.add("its scenario " + firstDifference(scenario.lines().toList(), now));
    }
    if (scenario.equals(now.scenario) && !scenarioSha256.equals(now.scenarioSha256)) {
      differences.add("its scenario has other histories");
    }
    return differences;
  }

  private static String firstDifference(List<String> then, RunIdentity identity) {
    List<String> now = identity.scenario.lines().toList();
    int line = 0;
    while (line < then.size() && line < now.size() && then.get(line).equals(now.get(line))) {
      line++;
    }
    String has = line < then.size() ? "has '" + then.get(line).strip() + "'" : "ends";
    String hasNow = line < now.size() ? "has '" + now.get(line).strip() + "'" : "ends";
    return has + where(then, line) + ", this one's " + hasNow + where(now, line);
  }

  /** Returns the keys that a line stands under, known by their indentation. */
  private static String where(List<String> lines, int line) {
    if (line >= lines.size()) {
      return "";
    }
    List<String> keys = new ArrayList<>();
    int indentation = indentation(lines.get(line));
    for (int above = line - 1; above >= 0 && indentation > 0; above--) {
      if (indentation(lines.get(above)) < indentation) {
        indentation = indentation(lines.get(above));
        keys.add(0, lines.get(above).strip().replaceAll(":.*", ""));
      }
    }
    return keys.isEmpty() ? "" : " under " + String.join(".", keys);
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
