package io.corridor.internal.summary;

import io.corridor.internal.numeric.Replications;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Moments of blocks of paths, folded along a fixed binary tree over the block numbers.
 *
 * <p>A node of level l holds 2ˡ blocks, the first being a multiple of 2ˡ. As soon as both halves of
 * a node are there they become one. What is held is thus a function of the set of blocks alone, to
 * the last bit, whatever the order in which they came and however they were grouped on the way: on
 * threads, on other machines, before and after a restart. Blocks that come nearly in order, m of
 * them at a time, leave about m · log₂(blocks) nodes at most.
 *
 * <p>For use by one thread.
 */
final class MomentTree {
  private final int size;
  private final Replications replications;

  /** By first block. */
  private final TreeMap<Long, Node> nodes = new TreeMap<>();

  private final ArrayDeque<Moments> free = new ArrayDeque<>();

  private record Node(int level, Moments moments) {}

  /** Makes an empty tree for {@code size} metrics and months. */
  MomentTree(int size, Replications replications) {
    this.size = size;
    this.replications = replications;
  }

  /** Returns what paths are dealt out to. */
  Replications replications() {
    return replications;
  }

  /** Returns moments to fill and {@link #add}. */
  Moments take() {
    return free.isEmpty() ? new Moments(size, replications) : free.pop();
  }

  /**
   * Adds a block; its moments are the tree's from now on.
   *
   * @throws IllegalArgumentException if the block is here already
   */
  void add(long block, Moments moments) {
    add(block, 0, moments);
  }

  private void add(long start, int startLevel, Moments added) {
    requireAbsent(start, startLevel);
    long first = start;
    int level = startLevel;
    Moments moments = added;
    while (true) {
      boolean left = (first >> level & 1) == 0;
      Node sibling = nodes.get(left ? first + (1L << level) : first - (1L << level));
      if (sibling == null || sibling.level != level) {
        nodes.put(first, new Node(level, moments));
        return;
      }
      if (left) {
        nodes.remove(first + (1L << level));
        moments = join(moments, sibling.moments);
      } else {
        first -= 1L << level;
        nodes.remove(first);
        moments = join(sibling.moments, moments);
      }
      level++;
    }
  }

  private void requireAbsent(long first, int level) {
    Map.Entry<Long, Node> before = nodes.floorEntry(first + (1L << level) - 1);
    if (before != null && before.getKey() + (1L << before.getValue().level) > first) {
      throw new IllegalArgumentException(
          "block " + Math.max(first, before.getKey()) + " is in the summary already");
    }
  }

  private Moments join(Moments left, Moments right) {
    left.merge(right);
    free.push(right);
    return left;
  }

  /**
   * Adds the blocks of {@code other}, which stays as it is.
   *
   * @throws IllegalArgumentException if one of them is here already; then nothing is added
   */
  void merge(MomentTree other) {
    other.nodes.forEach((first, node) -> requireAbsent(first, node.level));
    other.nodes.forEach(
        (first, node) -> {
          Moments copy = take();
          copy.set(node.moments);
          add(first, node.level, copy);
        });
  }

  /** Returns the number of paths. */
  long paths() {
    long paths = 0;
    for (Node node : nodes.values()) {
      paths += node.moments.paths();
    }
    return paths;
  }

  /** Returns the number of nodes held. */
  int nodes() {
    return nodes.size();
  }

  /**
   * Returns the moments of all blocks, its nodes added from the first to the last.
   *
   * @throws IllegalStateException if there are none
   */
  Moments total() {
    if (nodes.isEmpty()) {
      throw new IllegalStateException("no paths");
    }
    Moments total = new Moments(size, replications);
    boolean started = false;
    for (Node node : nodes.values()) {
      if (started) {
        total.merge(node.moments);
      } else {
        total.set(node.moments);
        started = true;
      }
    }
    return total;
  }

  /** Writes the nodes. */
  void write(PackedOutput out) {
    out.writeLong(nodes.size());
    nodes.forEach(
        (first, node) -> {
          out.writeLong(first);
          out.writeLong(node.level);
          node.moments.write(out);
        });
  }

  /** Reads what {@link #write} wrote. */
  static MomentTree read(PackedInput in, int size, Replications replications) {
    MomentTree tree = new MomentTree(size, replications);
    int count = in.readInt(0, Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      long first = in.readLong();
      int level = in.readInt(0, Long.SIZE - 2);
      Moments moments = new Moments(size, replications);
      moments.read(in);
      tree.add(first, level, moments);
    }
    return tree;
  }
}
