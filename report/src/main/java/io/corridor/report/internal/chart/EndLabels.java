package io.corridor.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names beside the right ends of lines, moved apart where they would stand on each other; their
 * dots stay on their lines.
 */
final class EndLabels {
  private static final double APART = 15;

  private final List<Label> labels = new ArrayList<>();

  /** A name, at the height of the end of its line and in its colour. */
  private record Label(double y, String text, Ink ink) {}

  void add(double y, String text, Ink ink) {
    labels.add(new Label(y, text, ink));
  }

  double room() {
    return labels.stream().mapToDouble(label -> 16 + Type.width(label.text)).max().orElse(4);
  }

  void draw(Sheet sheet, double x, double top, double bottom) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    double[] at = new double[sorted.size()];
    double least = top + 6;
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(least, sorted.get(i).y());
      least = at[i] + APART;
    }
    double most = bottom;
    for (int i = at.length - 1; i >= 0 && at[i] > most; i--) {
      at[i] = most;
      most -= APART;
    }
    for (int i = 0; i < at.length; i++) {
      Label label = sorted.get(i);
      if (Math.abs(at[i] - label.y()) > 1) {
        sheet.line(x + 3, label.y(), x + 10, at[i], "axis");
      }
      sheet.circle(x + 3, label.y(), 3, label.ink().fill());
      sheet.text(x + 13, at[i] + 4, "start", "ink", label.text());
    }
  }
}
