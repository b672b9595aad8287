package io.corridor.report;

import io.corridor.model.Scenario;
import io.corridor.projection.Projection;
import io.corridor.report.data.ReportData;
import io.corridor.report.data.RunResults;
import io.corridor.report.data.Source;
import io.corridor.report.files.ResultJson;
import io.corridor.report.internal.page.RunPage;
import io.corridor.run.Progress;
import io.corridor.simulation.Settings;
import io.corridor.simulation.Simulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;

/** Runs scenarios and makes their reports, as {@code run --out} does. */
public final class Reports {

  private Reports() {}

  /** Returns the results of a run of {@code paths} paths with seed 1. */
  public static Projection run(Scenario scenario, long paths) {
    return Simulator.run(scenario, Settings.of(scenario).withPaths(paths).withSeed(1));
  }

  /** Returns what {@code result.json} holds, read back. */
  public static RunResults result(Projection projection, Source source, String text)
      throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ResultJson.write(projection, source, ReportData.of(projection, text, Progress.NONE), json);
    return ResultJson.read(new ByteArrayInputStream(json.toByteArray()));
  }

  /** Returns the page. */
  public static String page(RunResults result) throws IOException {
    StringWriter page = new StringWriter();
    RunPage.write(result, page);
    return page.toString();
  }
}
