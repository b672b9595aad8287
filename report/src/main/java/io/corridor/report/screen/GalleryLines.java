package io.corridor.report.screen;

import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What some corridors say, on the screen: a few lines each. */
public final class GalleryLines {

  private GalleryLines() {}

  /**
   * Returns the lines.
   *
   * @param said what each corridor says, without full stops, in the order of the corridors
   * @param verdict how good the probabilities were, without a full stop, if that is known
   * @param screen to write for
   */
  public static List<String> of(
      Map<String, List<String>> said, Optional<String> verdict, Screen screen) {
    List<String> lines = new ArrayList<>();
    said.forEach(
        (name, sentences) -> {
          lines.add(name);
          sentences.forEach(sentence -> lines.addAll(screen.wrapped("  ", plain(sentence))));
          lines.add("");
        });
    verdict.ifPresent(
        sentence -> {
          lines.addAll(screen.wrapped("", plain(sentence)));
          lines.add("");
        });
    return lines;
  }

  private static String plain(String said) {
    return said.replace(Amounts.NO_BREAK, ' ') + ".";
  }
}
