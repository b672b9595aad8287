package io.corridor.internal.why;

import io.corridor.internal.why.Bounds.End;
import io.corridor.internal.why.PathSet.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The peeling and pasting of PRIM, the patient rule induction method (Friedman and Fisher,
 * Statistics and Computing 9, 1999, doi:10.1023/A:1008894516817).
 *
 * @param portion share of a box that a step takes or puts back, at least
 * @param fewest how many paths must stay
 * @param mostNumbers how many numbers may be restricted
 */
record Peeling(double portion, int fewest, int mostNumbers) {

  /** A box on the way, and what it has of the paths that it was found on. */
  record Stage(Bounds box, Count count) {}

  /** What a step may take away. */
  private record Peel(End end, int paths, double gain, double bound) {}

  /**
   * Peels, from all paths that are left, an end's fewest paths, those of equal numbers together,
   * where density gains most per path, until none gains or too few would stay.
   *
   * @return the boxes on the way, all paths first
   */
  List<Stage> peel(PathSet paths, boolean[] left) {
    int numbers = paths.numbers();
    int[][] members = new int[numbers][];
    for (int i = 0; i < numbers; i++) {
      members[i] = keep(paths.order(i), paths.order(i).length, left);
    }
    Bounds box = Bounds.none(numbers);
    List<Stage> stages = new ArrayList<>();
    boolean[] inside = left.clone();
    Count count = paths.count(box, left);
    stages.add(new Stage(box, count));
    @Nullable Peel best = best(paths, members, box, count);
    while (best != null) {
      box = box.with(best.end, best.bound);
      paths.removeOutside(best.end, best.bound, inside);
      for (int i = 0; i < numbers; i++) {
        members[i] = keep(members[i], members[i].length, inside);
      }
      count = paths.count(box, left);
      stages.add(new Stage(box, count));
      best = best(paths, members, box, count);
    }
    return stages;
  }

  private static int[] keep(int[] order, int length, boolean[] inside) {
    int[] kept = new int[length];
    int count = 0;
    for (int path : order) {
      kept[count] = path;
      count += inside[path] ? 1 : 0;
    }
    return Arrays.copyOf(kept, count);
  }

  private @Nullable Peel best(PathSet paths, int[][] members, Bounds box, Count count) {
    boolean full = box.restricted() >= mostNumbers;
    @Nullable Peel best = null;
    for (int i = 0; i < members.length; i++) {
      if (!full || box.restricts(i)) {
        for (boolean lower : new boolean[] {true, false}) {
          @Nullable Peel peel = peel(paths, members[i], new End(i, lower), count);
          if (peel != null && peel.gain > (best == null ? 0 : best.gain)) {
            best = peel;
          }
        }
      }
    }
    return best;
  }

  /** Returns the least peel of an end; null if too few paths would stay. */
  private @Nullable Peel peel(PathSet paths, int[] order, End end, Count count) {
    int taken = leading(paths, order, end, least(order.length));
    if (order.length - taken < fewest || taken == order.length) {
      return null;
    }
    int hits = 0;
    for (int i = 0; i < taken; i++) {
      hits += paths.isHit(at(order, end.lower(), i)) ? 1 : 0;
    }
    double density = (double) (count.hits() - hits) / (count.paths() - taken);
    return new Peel(
        end,
        taken,
        (density - count.density()) / taken,
        paths.number(end.number(), at(order, end.lower(), taken)));
  }

  /** Returns the fewest paths that are the portion of a box of {@code size} or more. */
  private int least(int size) {
    return Math.max(1, (int) Math.ceil(portion * size - 1e-9));
  }

  /** Returns {@code least}, or more if numbers that are equal to the last follow. */
  private static int leading(PathSet paths, int[] order, End end, int least) {
    int taken = Math.min(least, order.length);
    while (taken < order.length
        && paths.number(end.number(), at(order, end.lower(), taken))
            == paths.number(end.number(), at(order, end.lower(), taken - 1))) {
      taken++;
    }
    return taken;
  }

  /** Returns entry {@code i} from the lower or the upper end. */
  private static int at(int[] order, boolean lower, int i) {
    return order[lower ? i : order.length - 1 - i];
  }

  /**
   * Puts a portion back at an end, or drops the end, whichever leaves more, while neither coverage
   * × density falls nor density below {@code density}.
   */
  Stage paste(Stage start, PathSet paths, boolean[] left, double density) {
    Stage stage = start;
    @Nullable Stage next = pasted(stage, paths, left, density);
    while (next != null) {
      stage = next;
      next = pasted(stage, paths, left, density);
    }
    return stage;
  }

  private @Nullable Stage pasted(Stage stage, PathSet paths, boolean[] left, double density) {
    @Nullable Stage best = null;
    for (End end : stage.box.ends()) {
      for (Bounds box : wider(stage, end, paths, left)) {
        Count count = paths.count(box, left);
        boolean allowed = count.product() >= stage.count.product() && count.density() >= density;
        if (allowed && (best == null || count.paths() > best.count.paths())) {
          best = new Stage(box, count);
        }
      }
    }
    return best;
  }

  /** Returns the box without an end and, if that is another, with a portion put back there. */
  private List<Bounds> wider(Stage stage, End end, PathSet paths, boolean[] left) {
    Bounds without = stage.box.without(end);
    int[] order = paths.order(end.number());
    int[] outside = new int[order.length];
    int count = 0;
    for (int path : order) {
      if (left[path] && without.hold(paths, path) && !stage.box.hold(paths, path)) {
        outside[count++] = path;
      }
    }
    outside = Arrays.copyOf(outside, count);
    End inward = new End(end.number(), !end.lower());
    int back = leading(paths, outside, inward, least(stage.count.paths()));
    if (back >= count) {
      return List.of(without);
    }
    double bound = paths.number(end.number(), at(outside, inward.lower(), back - 1));
    return List.of(without, stage.box.with(end, bound));
  }
}
