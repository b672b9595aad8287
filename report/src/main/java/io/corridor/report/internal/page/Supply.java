package io.corridor.report.internal.page;

import io.corridor.report.data.ReportData;
import io.corridor.report.words.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a carrier comes from, month by month, in a typical and in a dry year. */
final class Supply {
  /** A part that is smaller than this share of the demand, always, is left out. */
  private static final double VISIBLE = 1e-3;

  private final Story story;
  private final String carrier;
  private final ReportData.Balances balances;

  private Supply(Story story, String carrier, ReportData.Balances balances) {
    this.story = story;
    this.carrier = carrier;
    this.balances = balances;
  }

  /** Returns two figures on the same scale. */
  static List<Figure> of(Story story, String carrier, ReportData.Balances balances) {
    Supply supply = new Supply(story, carrier, balances);
    return List.of(
        supply.figure("typical", balances.typical()), supply.figure("dry", balances.dry()));
  }

  private Figure figure(String year, ReportData.Balance balance) {
    return new Figure(
        "supply-" + carrier + "-" + year,
        Story.capitalised(carrier) + " in " + year + " years, " + balances.unit(),
        note(year, balance),
        false,
        table(balance),
        chart(balance));
  }

  private static Map<String, double[]> parts(ReportData.Balance balance) {
    Map<String, double[]> parts = new LinkedHashMap<>();
    parts.put("domestic", balance.domestic());
    parts.put("new projects", balance.projects());
    parts.put("imports", balance.imports());
    parts.put("from storage", balance.storage());
    parts.put("unserved", balance.unserved());
    parts.values().removeIf(values -> largest(values) < VISIBLE * largest(balance.demand()));
    return parts;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private String note(String year, ReportData.Balance balance) {
    double demand = 0;
    double unserved = 0;
    for (int month = 0; month < story.months().count(); month++) {
      demand += balance.demand()[month];
      unserved += balance.unserved()[month];
    }
    String who =
        year.equals("dry")
            ? "The tenth of the paths with most unserved " + carrier + " in each year"
            : "The middle fifth of the paths by unserved " + carrier + " in each year";
    String share = Amounts.decimal(demand > 0 ? 100 * unserved / demand : 0, 1);
    String store = parts(balance).containsKey("from storage") ? " Below zero: into storage." : "";
    return who + ": " + share + Amounts.NO_BREAK + "% of the demand isn't met." + store;
  }

  private Table table(ReportData.Balance balance) {
    Map<String, double[]> parts = parts(balance);
    List<String> head = new ArrayList<>(List.of("Mean over", "demand"));
    head.addAll(parts.keySet());
    Table table = Table.of(head.toArray(String[]::new));
    int from = 0;
    for (int last : story.months().rows()) {
      List<String> cells = new ArrayList<>(List.of(mean(balance.demand(), from, last)));
      for (double[] values : parts.values()) {
        cells.add(mean(values, from, last));
      }
      String to = story.months().shortWords(last);
      table.add(from == last ? to : story.months().shortWords(from) + " – " + to, cells);
      from = last + 1;
    }
    return table;
  }

  private static String mean(double[] values, int from, int last) {
    double sum = 0;
    for (int month = from; month <= last; month++) {
      sum += values[month];
    }
    double mean = sum / (last + 1 - from);
    return Amounts.decimal(mean, Math.abs(mean) >= 100 ? 0 : 1);
  }

  private Map<String, Object> chart(ReportData.Balance balance) {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("kind", "supply");
    chart.put("unit", balances.unit());
    List<Object> shown = new ArrayList<>();
    parts(balance)
        .forEach(
            (name, values) -> {
              Map<String, Object> part = new LinkedHashMap<>();
              part.put("name", name);
              part.put("values", Rounded.of(values, 1));
              shown.add(part);
            });
    chart.put("parts", shown);
    chart.put("most", Rounded.of(largestSum(1)));
    chart.put("least", -Rounded.of(largestSum(-1)));
    return chart;
  }

  /** The largest sum, in either figure, of the parts that have a sign, without it. */
  private double largestSum(int sign) {
    double largest = 0;
    for (ReportData.Balance balance : List.of(balances.typical(), balances.dry())) {
      for (int month = 0; month < story.months().count(); month++) {
        double sum = 0;
        for (double[] values : parts(balance).values()) {
          sum += Math.max(0, sign * values[month]);
        }
        largest = Math.max(largest, sum);
      }
    }
    return largest;
  }
}
