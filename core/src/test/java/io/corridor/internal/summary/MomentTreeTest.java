package io.corridor.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.corridor.internal.numeric.Replications;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MomentTreeTest {
  private static final int SIZE = 3;
  private static final Replications REPLICATIONS = Replications.of(16);

  /** Moments of a block, which are a function of its number. */
  private static Moments block(long block) {
    Moments moments = new Moments(SIZE, REPLICATIONS);
    int n = 50 + (int) (block % 3);
    moments.begin(n);
    for (int i = 0; i < SIZE; i++) {
      moments.record(i, Samples.LOGNORMAL.draw(n, 10 * block + i), new Moments.Scratch());
    }
    return moments;
  }

  private static MomentTree tree(Iterable<Long> blocks) {
    MomentTree tree = new MomentTree(SIZE, REPLICATIONS);
    blocks.forEach(b -> tree.add(b, block(b)));
    return tree;
  }

  private static List<Long> range(long from, long to) {
    return new ArrayList<>(LongStream.range(from, to).boxed().toList());
  }

  private static byte[] bytes(MomentTree tree) {
    PackedOutput out = new PackedOutput();
    tree.write(out);
    return out.toBytes();
  }

  private static byte[] total(MomentTree tree) {
    PackedOutput out = new PackedOutput();
    tree.total().write(out);
    return out.toBytes();
  }

  @Test
  void isAFunctionOfTheSetOfBlocks() {
    for (int blocks : new int[] {1, 2, 3, 64, 100, 127}) {
      List<Long> order = range(0, blocks);
      byte[] expected = bytes(tree(order));
      byte[] expectedTotal = total(tree(order));
      Collections.reverse(order);
      assertThat(bytes(tree(order))).isEqualTo(expected);
      for (int seed = 0; seed < 10; seed++) {
        Collections.shuffle(order, new Random(seed));
        assertThat(bytes(tree(order))).isEqualTo(expected);
        assertThat(total(tree(order))).isEqualTo(expectedTotal);
      }
    }
  }

  @Test
  void mergesInAnyGrouping() {
    byte[] expected = bytes(tree(range(0, 100)));
    Random random = new Random(1);
    for (int parts : new int[] {2, 3, 8, 50}) {
      List<MomentTree> trees = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        trees.add(new MomentTree(SIZE, REPLICATIONS));
      }
      range(0, 100).forEach(b -> trees.get(random.nextInt(parts)).add(b, block(b)));
      while (trees.size() > 1) {
        MomentTree taken = trees.remove(random.nextInt(trees.size()));
        trees.get(random.nextInt(trees.size())).merge(taken);
      }
      assertThat(bytes(trees.get(0))).isEqualTo(expected);
    }
  }

  @Test
  void goesOnWhereItWasAfterBeingWritten() {
    MomentTree half = tree(range(0, 37));
    byte[] bytes = bytes(half);
    MomentTree read = PackedInput.read(bytes, in -> MomentTree.read(in, SIZE, REPLICATIONS));
    range(37, 100).forEach(b -> read.add(b, block(b)));
    assertThat(bytes(read)).isEqualTo(bytes(tree(range(0, 100))));
  }

  @Test
  void holdsAFewNodesHoweverManyBlocks() {
    MomentTree tree = new MomentTree(1, Replications.NONE);
    int window = 8;
    Random random = new Random(2);
    List<Long> running = range(0, window);
    int most = 0;
    for (long next = window; next < 1 << 16; next++) {
      add(tree, running.remove(random.nextInt(window)));
      running.add(next);
      most = Math.max(most, tree.nodes());
    }
    assertThat(most).isLessThanOrEqualTo(window * 16);
    running.forEach(b -> add(tree, b));
    assertThat(tree.nodes()).isEqualTo(1);
    assertThat(tree.paths()).isEqualTo(10 << 16);
  }

  private static void add(MomentTree tree, long block) {
    Moments moments = tree.take();
    moments.begin(10);
    tree.add(block, moments);
  }

  @Test
  void refusesABlockThatItHas() {
    MomentTree tree = tree(range(0, 8));
    tree.add(11, block(11));
    for (long block : new long[] {0, 5, 7, 11}) {
      assertThatThrownBy(() -> tree.add(block, block(block)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is in the summary already");
    }
    byte[] before = bytes(tree);
    MomentTree overlapping = tree(List.of(8L, 9L, 10L, 11L));
    assertThatThrownBy(() -> tree.merge(overlapping)).isInstanceOf(IllegalArgumentException.class);
    assertThat(bytes(tree)).isEqualTo(before);
  }

  @Test
  void hasNoMomentsWithoutBlocks() {
    assertThatThrownBy(() -> new MomentTree(1, Replications.NONE).total())
        .isInstanceOf(IllegalStateException.class);
  }
}
