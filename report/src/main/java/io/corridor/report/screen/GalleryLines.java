package io.corridor.report.screen;

import io.corridor.report.data.Corridor;
import io.corridor.report.internal.page.GalleryPage;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.List;

/** What some corridors say, on the screen: a few lines each. */
public final class GalleryLines {

  private GalleryLines() {}

  /** Returns the lines. */
  public static List<String> of(List<Corridor> corridors, Screen screen) {
    List<String> lines = new ArrayList<>();
    for (Corridor corridor : corridors) {
      lines.add(corridor.name());
      GalleryPage.said(corridor).forEach(said -> lines.addAll(screen.wrapped("  ", plain(said))));
      lines.add("");
    }
    GalleryPage.verdict(corridors)
        .ifPresent(
            said -> {
              lines.addAll(screen.wrapped("", plain(said)));
              lines.add("");
            });
    return lines;
  }

  private static String plain(String said) {
    return said.replace(Amounts.NO_BREAK, ' ') + ".";
  }
}
