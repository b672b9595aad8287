package io.corridor.report.screen;

import io.corridor.projection.Profile;
import io.corridor.projection.Projection.Timing;
import io.corridor.report.data.Speed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how fast a scenario is simulated. */
public final class SpeedLines {
  private static final double MEBIBYTE = 1 << 20;

  private SpeedLines() {}

  /** Returns the lines for the screen. */
  public static List<String> of(Speed speed, Screen screen) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d months, on Java %s"
            .formatted(
                speed.scenario().name(), speed.scenario().months(), Runtime.version().feature()));
    lines.add("");
    lines.add("By the clock, with what else the machine does:");
    lines.add("Threads   million path-months a second   speed-up");
    for (Timing timing : speed.timings()) {
      lines.add(
          format(
              "%7d %30.2f %10.2f",
              timing.threads(), timing.pathMonthsPerSecond() / 1e6, speed.speedUp(timing)));
    }
    lines.add("");
    lines.addAll(partLines(speed.profile(), screen.width()));
    double clock = 1e9 / speed.timings().get(0).pathMonthsPerSecond();
    lines.add(format("  %-16s %8.2f        by the clock, on one thread", "", clock));
    lines.add("");
    lines.add(format("Memory: about %.1f MiB a thread.", speed.profile().memory() / MEBIBYTE));
    return lines;
  }

  private static List<String> partLines(Profile profile, int width) {
    List<String> lines = new ArrayList<>();
    lines.add("Where the time of one thread goes, in nanoseconds for a path and month, where");
    lines.add("nothing came between (the lower quartile of many blocks of paths):");
    bySection(profile)
        .forEach(
            (section, parts) -> {
              double nanos = parts.stream().mapToDouble(Profile.Part::nanos).sum();
              double share = 100 * nanos / profile.nanos();
              lines.add(format("  %-16s %8.2f %4.0f %%", section, nanos, share));
              parts.stream()
                  .filter(part -> !part.work().isEmpty())
                  .sorted((a, b) -> Double.compare(b.nanos(), a.nanos()))
                  .forEach(part -> lines.add(line(part, width)));
            });
    lines.add(format("  %-16s %8.2f", "all", profile.nanos()));
    return lines;
  }

  private static String line(Profile.Part part, int width) {
    String work = part.steps() == 1 ? part.work() : part.work() + " × " + part.steps();
    String line = format("      %-28s %8.2f", work, part.nanos());
    return line.length() > width ? line.substring(0, width) : line;
  }

  private static Map<String, List<Profile.Part>> bySection(Profile profile) {
    Map<String, List<Profile.Part>> sections = new LinkedHashMap<>();
    profile
        .parts()
        .forEach(
            part -> sections.computeIfAbsent(part.section(), s -> new ArrayList<>()).add(part));
    return sections;
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
