package io.corridor.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.simulation.Job;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final double MICROSECOND = 1e-6;

  @Test
  void tasksHaveEachPathOnce() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      int parts = 1 + random.nextInt(20);
      long first = random.nextInt(50) * (long) Job.BLOCK;
      long paths = 1 + random.nextInt(3_000_000);
      Cut cut = Cut.of(parts, MICROSECOND, first, paths, random.nextDouble(), random.nextInt(9));
      long[] next = new long[parts];
      for (int task = 0; task < cut.tasks(); task++) {
        int part = cut.part(task);
        assertThat(cut.firstPath(task)).isEqualTo(first + next[part]).isNotNegative();
        assertThat(cut.firstPath(task) % Job.BLOCK).isZero();
        assertThat(cut.paths(task)).isPositive();
        next[part] += cut.paths(task);
      }
      assertThat(next).containsOnly(paths);
    }
  }

  @Test
  void tasksLastAsLongAsAsked() {
    Cut cut = Cut.of(1, MICROSECOND, 0, 1_000_000_000, 5, 8);
    assertThat(cut.pathsPerTask() * MICROSECOND).isBetween(4.9, 5.1);
    assertThat(Cut.of(100, MICROSECOND, 0, 3_000, 5, 8).tasksPerPart()).isEqualTo(1);
  }

  @Test
  void allCoresHaveSomethingToDo() {
    assertThat(Cut.of(1, MICROSECOND, 0, 1_000_000, 5, 8).tasks()).isEqualTo(8);
    assertThat(Cut.of(3, MICROSECOND, 0, 1_000_000, 5, 8).tasks()).isEqualTo(9);
    // There are two blocks, no more.
    assertThat(Cut.of(1, MICROSECOND, 0, 4_000, 5, 8).tasks()).isEqualTo(2);
  }

  @Test
  void theDriverHasNoMoreThanSoManyTasks() {
    assertThat(Cut.of(1, MICROSECOND, 0, 1_000_000_000_000L, 5, 8).tasks())
        .isBetween(19_000, 20_000);
    assertThat(Cut.of(1_250, MICROSECOND, 0, 1_000_000_000_000L, 5, 8).tasks())
        .isBetween(19_000, 20_000);
  }

  @Test
  void neighboursAreMergedUntilOneOfEachPartIsLeft() {
    for (int parts : new int[] {1, 7}) {
      for (int perPart : new int[] {2, 31, 32, 33, 1_000, 20_000}) {
        int left = perPart;
        int levels = 0;
        while (left > 1) {
          Neighbours neighbours = new Neighbours(parts, left);
          Map<Integer, Set<Integer>> merged = new HashMap<>();
          for (int number = 0; number < parts * left; number++) {
            int to = neighbours.getPartition(number);
            assertThat(to / neighbours.after()).isEqualTo(number / left);
            merged.computeIfAbsent(to, key -> new HashSet<>()).add(number);
          }
          assertThat(merged).hasSize(neighbours.numPartitions());
          merged.values().forEach(some -> assertThat(some).hasSizeLessThanOrEqualTo(32));
          left = neighbours.after();
          levels++;
        }
        assertThat(levels).isLessThanOrEqualTo(3);
      }
    }
  }
}
