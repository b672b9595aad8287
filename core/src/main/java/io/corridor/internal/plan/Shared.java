package io.corridor.internal.plan;

import io.corridor.internal.block.Block;
import io.corridor.internal.block.Column;
import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Source;
import io.corridor.internal.block.Column.Whole;
import io.corridor.internal.block.Step;
import io.corridor.internal.sampling.Exchange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a plan has in common with another of the same paths, its base: the columns that hold the
 * same numbers after every step, bit for bit, as {@linkplain Step#isLike like} steps set them, in
 * the same order, from columns of which the same is true. Those are the base's columns; the plan
 * takes its {@link #own} steps alone, between those of the base.
 *
 * <p>Which columns may be the same is guessed: all steps are taken on one number a column, a mix of
 * what the step and the columns that it reads are like. Guesses are dropped until what is left
 * holds by induction over the steps. Immutable.
 */
public final class Shared {
  /** So many months are guessed by: what is guessed wrong is found wrong, but then lost. */
  private static final int MONTHS = 3;

  private static final int NONE = -1;

  private final Plan basePlan;
  private final Plan plan;
  private final Order base;
  private final Order own;
  private final int[] columns;

  /** By step of the plan the base's step that it is, or none. */
  private final int[] partners;

  /**
   * A step that the base doesn't take.
   *
   * @param step what is done
   * @param month that a step of the opening is done in
   * @param after how many of the base's steps, of the opening or of a month
   */
  public record Own(Step step, int month, int after) {}

  /** All steps of a plan, each with its columns by number: those of whole numbers come last. */
  private static final class Order {
    final int reals;
    final int size;
    final int opening;
    final List<Plan.At> steps = new ArrayList<>();
    final int[][] reads;
    final int[][] writes;
    final long[] likeness;
    final Map<Integer, Double> constants = new HashMap<>();

    /** By column the steps that set or change it, in order. */
    final List<List<Integer>> writers = new ArrayList<>();

    Order(Plan plan) {
      reals = plan.reals();
      size = reals + plan.wholes();
      opening = plan.opening().size();
      steps.addAll(plan.opening());
      plan.parts().forEach(part -> steps.add(new Plan.At(part.step(), 0)));
      reads = steps.stream().map(at -> numbers(at.step().reads())).toArray(int[][]::new);
      writes = steps.stream().map(at -> numbers(at.step().writes())).toArray(int[][]::new);
      likeness = steps.stream().mapToLong(at -> 31L * at.step().likeness() + at.month()).toArray();
      plan.constants().forEach((column, value) -> constants.put(column.index(), value));
      for (int column = 0; column < size; column++) {
        writers.add(new ArrayList<>());
      }
      for (int step = 0; step < writes.length; step++) {
        for (int column : writes[step]) {
          writers.get(column).add(step);
        }
      }
    }

    private int[] numbers(List<Column> columns) {
      return columns.stream()
          .filter(column -> !(column instanceof Source))
          .mapToInt(
              column ->
                  column instanceof Real real ? real.index() : reals + ((Whole) column).index())
          .toArray();
    }

    /** Returns by column a mix of all that its numbers depend on. */
    long[] mixes() {
      long[] mixes = new long[size];
      constants.forEach(
          (column, value) -> mixes[column] = mixed(1, Double.doubleToLongBits(value)));
      for (int month = 0; month < MONTHS; month++) {
        for (int step = month == 0 ? 0 : opening; step < writes.length; step++) {
          long mix = likeness[step];
          for (int column : reads[step]) {
            mix = mixed(mix, mixes[column]);
          }
          for (int column : writes[step]) {
            mix = mixed(mix, 1);
            mixes[column] = mix;
          }
        }
      }
      return mixes;
    }

    private static long mixed(long a, long b) {
      long mix = (a ^ Long.rotateLeft(b, 32)) * 0x9E3779B97F4A7C15L + b;
      return mix ^ mix >>> 29;
    }
  }

  private Shared(Plan base, Plan plan) {
    this.basePlan = base;
    this.plan = plan;
    this.base = new Order(base);
    this.own = new Order(plan);
    this.columns = new int[own.size];
    this.partners = new int[own.writes.length];
    Arrays.fill(columns, NONE);
    if (base.drawn().sample().equals(plan.drawn().sample())
        && base.drawn().isMedian() == plan.drawn().isMedian()
        && base.drawn().exchange() == Exchange.NONE
        && plan.drawn().exchange() == Exchange.NONE) {
      guess();
      while (drop()) {
        // What hung on a wrong guess is wrong too.
      }
    }
  }

  /**
   * Returns what {@code plan} has in common with {@code base}, with whose {@link Plan#drawn()} it
   * was compiled.
   */
  public static Shared of(Plan base, Plan plan) {
    return new Shared(base, plan);
  }

  private void guess() {
    Map<Long, Deque<Integer>> places = new HashMap<>();
    long[] ofBase = base.mixes();
    for (int column = 0; column < ofBase.length; column++) {
      places.computeIfAbsent(ofBase[column], mix -> new ArrayDeque<>()).add(column);
    }
    long[] ofPlan = own.mixes();
    for (int column = 0; column < ofPlan.length; column++) {
      Deque<Integer> same = places.get(ofPlan[column]);
      if (ofPlan[column] != 0 && same != null && !same.isEmpty()) {
        columns[column] = same.remove();
      }
    }
  }

  /** Drops columns that are not set as their guesses are; returns whether there were any. */
  private boolean drop() {
    boolean dropped = false;
    Arrays.fill(partners, NONE);
    for (int column = 0; column < columns.length; column++) {
      if (columns[column] != NONE && !isSetAlike(column)) {
        columns[column] = NONE;
        dropped = true;
      }
    }
    int last = NONE;
    for (int step = 0; step < partners.length && !dropped; step++) {
      if (partners[step] != NONE && partners[step] < last) {
        for (int column : own.writes[step]) {
          columns[column] = NONE;
        }
        dropped = true;
      }
      last = Math.max(last, partners[step]);
    }
    return dropped;
  }

  private boolean isSetAlike(int column) {
    List<Integer> mine = own.writers.get(column);
    List<Integer> theirs = base.writers.get(columns[column]);
    if (mine.size() != theirs.size()
        || !Objects.equals(own.constants.get(column), base.constants.get(columns[column]))) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      int step = mine.get(i);
      int partner = theirs.get(i);
      if (partners[step] != NONE && partners[step] != partner || !arePair(step, partner)) {
        return false;
      }
      partners[step] = partner;
    }
    return true;
  }

  private boolean arePair(int step, int partner) {
    Plan.At mine = own.steps.get(step);
    Plan.At theirs = base.steps.get(partner);
    return step < own.opening == partner < base.opening
        && mine.month() == theirs.month()
        && areSame(own.reads[step], base.reads[partner])
        && areSame(own.writes[step], base.writes[partner])
        && mine.step().isLike(theirs.step());
  }

  private boolean areSame(int[] mine, int[] theirs) {
    if (mine.length != theirs.length) {
      return false;
    }
    for (int i = 0; i < mine.length; i++) {
      if (columns[mine[i]] != theirs[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns a block of the plan beside one of the base. */
  public Block newBlock(Block ofBase) {
    int[] reals = Arrays.copyOf(columns, own.reals);
    int[] wholes =
        Arrays.stream(columns, own.reals, own.size)
            .map(column -> column == NONE ? NONE : column - base.reals)
            .toArray();
    return new Block(reals, wholes, plan.constants(), ofBase);
  }

  /** Returns whether a reported metric of the plan is one of the base's, on every path. */
  public boolean isSame(int metric, int ofBase) {
    return columns[plan.metricColumn(metric).index()] == basePlan.metricColumn(ofBase).index();
  }

  /** Returns the steps of the opening that the plan takes by itself. */
  public List<Own> opening() {
    return own(0, own.opening, 0);
  }

  /** Returns the steps of a month that the plan takes by itself. */
  public List<Own> monthly() {
    return own(own.opening, partners.length, base.opening);
  }

  private List<Own> own(int from, int to, int first) {
    List<Own> steps = new ArrayList<>();
    int after = 0;
    for (int step = from; step < to; step++) {
      if (partners[step] == NONE) {
        Plan.At at = own.steps.get(step);
        steps.add(new Own(at.step(), at.month(), after));
      } else {
        after = partners[step] - first + 1;
      }
    }
    return steps;
  }
}
