package io.corridor.internal.sampling;

import io.corridor.internal.numeric.Bridge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the paths of a scenario draw: found by compiling it once, so that a second time each draw
 * can be given a dimension of a point. For use by one thread.
 */
public final class Agenda {
  /** How many of a bridge's numbers come before all that is drawn month by month. */
  private static final int COARSE = 8;

  private final int months;
  private final Set<String> once = new LinkedHashSet<>();
  private final Set<String> shocks = new LinkedHashSet<>();
  private final Set<Draw> monthly = new LinkedHashSet<>();

  /**
   * A word that a path draws.
   *
   * @param stream name of the stream
   * @param month index of the month
   * @param draw which of the month's draws
   */
  record Draw(String stream, int month, int draw) {}

  /** Makes an empty one of a scenario of {@code months} months. */
  public Agenda(int months) {
    this.months = months;
  }

  /** Adds what is drawn from {@code stream} once a path. */
  public void addOnce(String stream) {
    once.add(stream);
  }

  /** Adds the normals of a shock, which a {@link Bridge} makes from those of all months but 0. */
  public void addShock(String stream) {
    shocks.add(stream);
  }

  /** Adds one of a month's draws from {@code stream}. */
  public void addMonthly(String stream, int month, int draw) {
    monthly.add(new Draw(stream, month, draw));
  }

  /**
   * Returns all draws, roughly by how much they matter: what is drawn once a path; what moves
   * shocks over years; what else is drawn month by month, such as regimes; what moves shocks over
   * months; decisions that are seldom reached, as a second renewal in a month.
   */
  List<Draw> byImportance() {
    List<Draw> draws = new ArrayList<>();
    once.forEach(stream -> draws.add(new Draw(stream, 0, 0)));
    List<Integer> order = Bridge.order(months - 1);
    int coarse = Math.min(COARSE, order.size());
    addShocks(order.subList(0, coarse), draws);
    monthly.stream()
        .filter(draw -> draw.draw() == 0)
        .sorted(Comparator.comparingInt(Draw::month))
        .forEach(draws::add);
    addShocks(order.subList(coarse, order.size()), draws);
    monthly.stream()
        .filter(draw -> draw.draw() > 0)
        .sorted(Comparator.comparingInt(Draw::draw).thenComparingInt(Draw::month))
        .forEach(draws::add);
    return draws;
  }

  private void addShocks(List<Integer> order, List<Draw> draws) {
    for (int month : order) {
      shocks.forEach(stream -> draws.add(new Draw(stream, month, 0)));
    }
  }
}
