package io.corridor.report.live;

import io.corridor.projection.Comparison;
import io.corridor.projection.Projection;
import io.corridor.report.data.History;
import io.corridor.report.data.Source;
import java.util.List;
import java.util.Map;

/** What a page that is open shows otherwise after a run: title, answers and charts. */
public final class LiveView {

  private LiveView() {}

  /**
   * Returns what a run shows, as JSON.
   *
   * @param projection its results
   * @param source where the scenario came from, and what was set
   * @param history what was known of metrics at the start, by id
   * @param figures ids of those that are wanted beside the page's first; others are left out
   */
  public static String json(
      Projection projection, Source source, Map<String, History> history, List<String> figures) {
    return io.corridor.report.internal.page.LiveContent.json(projection, source, history, figures);
  }

  /**
   * Returns what a run shows that is held against another on the same random numbers, as JSON: the
   * answers tell the difference, and charts the other's middle.
   *
   * @param comparison of the two
   * @param changed name of the run among the variants; the base is what it is held against
   * @param source where the scenario of the run came from, and what was set
   * @param history what was known of metrics at the start, by id
   * @param figures ids of those that are wanted beside the page's first; others are left out
   */
  public static String json(
      Comparison comparison,
      String changed,
      Source source,
      Map<String, History> history,
      List<String> figures) {
    return io.corridor.report.internal.page.LiveContent.json(
        comparison, changed, source, history, figures);
  }
}
