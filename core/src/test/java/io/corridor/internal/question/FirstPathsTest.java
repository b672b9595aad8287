package io.corridor.internal.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstPathsTest {

  @Test
  void keepsTheSmallestWhateverTheOrder() {
    List<Long> paths = new ArrayList<>(LongStream.range(100, 200).boxed().toList());
    Random random = new Random(20_261_124);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(paths, random);
      FirstPaths first = new FirstPaths();
      paths.forEach(first::add);
      assertThat(first.list())
          .isEqualTo(LongStream.range(100, 100 + FirstPaths.MOST).boxed().toList());
    }
  }

  @Test
  void fewerThanItHasRoomForAreAllKept() {
    FirstPaths first = new FirstPaths();
    assertThat(first.list()).isEmpty();
    first.add(7);
    first.add(FirstPaths.NONE);
    first.add(0);
    assertThat(first.list()).containsExactly(0L, 7L);
    assertThat(first.get(2)).isEqualTo(FirstPaths.NONE);
  }
}
