package io.corridor.internal.why;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.StreamName;
import io.corridor.internal.random.Words;
import java.util.List;

/**
 * The orders in which causes take their turns, one drawn for each path: causes come in the order of
 * random words, one for each cause and path. So every order is as likely as any other, and two
 * causes come in the same order whatever others there are.
 */
final class Orders {

  private Orders() {}

  /**
   * Returns which cause takes its turn, by turn and path.
   *
   * @param seed of the random numbers
   * @param firstPath the first of the paths
   * @param paths how many
   * @param causes their ids
   */
  static short[][] of(long seed, long firstPath, int paths, List<String> causes) {
    Words[] words = new Words[causes.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = RandomStream.of(seed, StreamName.TURN.of(causes.get(i))).key(0, 0);
    }
    short[][] turns = new short[words.length][paths];
    long[] drawn = new long[words.length];
    for (int p = 0; p < paths; p++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = words[i].word(firstPath + p);
        insert(turns, drawn, i, p);
      }
    }
    return turns;
  }

  /** Puts cause {@code i} in its place among those before it. */
  private static void insert(short[][] turns, long[] drawn, int i, int p) {
    int turn = i;
    while (turn > 0 && drawn[turns[turn - 1][p]] > drawn[i]) {
      turns[turn][p] = turns[turn - 1][p];
      turn--;
    }
    turns[turn][p] = (short) i;
  }
}
