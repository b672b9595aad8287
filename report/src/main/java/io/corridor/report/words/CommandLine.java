package io.corridor.report.words;

import com.google.common.hash.Hashing;
import io.corridor.model.Sample;
import io.corridor.model.Sampling;
import io.corridor.scenarios.ShippedScenarios;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A line to give to a POSIX shell: a command of Corridor with its arguments. */
public final class CommandLine {
  private static final String SUFFIX = ".yaml";

  private final StringBuilder line = new StringBuilder("corridor");

  /** Begins a line. */
  public CommandLine(String command) {
    line.append(' ').append(command);
  }

  /** Appends an argument, quoted where the shell needs that. */
  public CommandLine with(String argument) {
    line.append(' ').append(quoted(argument));
    return this;
  }

  /**
   * Appends a scenario: its file, or the name alone of a shipped one as it was shipped.
   *
   * @param file name of the file
   * @param sha256 of its bytes, in hexadecimal
   */
  public CommandLine withScenario(String file, String sha256) {
    String name = file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    boolean shipped =
        ShippedScenarios.names().contains(name)
            && Hashing.sha256()
                .hashString(ShippedScenarios.text(name), StandardCharsets.UTF_8)
                .toString()
                .equals(sha256);
    return with(shipped ? name : file);
  }

  /** Appends which paths were simulated: their number, the seed, and a sampling of its own. */
  public CommandLine withRun(Sample sample) {
    with("--paths").with(Long.toString(sample.paths()));
    with("--seed").with(Long.toString(sample.seed()));
    return sample.sampling() == Sampling.RANDOM
        ? this
        : with("--sampling").with(sample.sampling().word());
  }

  /** Appends what was set, values as they were written, by key. */
  public CommandLine withSet(Map<String, String> set) {
    set.forEach((key, value) -> with("--set").with(key + "=" + value));
    return this;
  }

  /** Returns the line. */
  @Override
  public String toString() {
    return line.toString();
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./=,:@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
