package io.corridor.internal.random;

import io.corridor.internal.random.RandomStream.Key;

/** The keys of a stream's months, made once. Immutable. */
public final class MonthlyKeys {
  private final Key[][] keys;

  private MonthlyKeys(Key[][] keys) {
    this.keys = keys;
  }

  /** Returns the keys of {@code stream} for {@code months} months of {@code draws} draws each. */
  public static MonthlyKeys of(RandomStream stream, int months, int draws) {
    Key[][] keys = new Key[months][draws];
    for (int month = 0; month < months; month++) {
      for (int draw = 0; draw < draws; draw++) {
        keys[month][draw] = stream.key(month, draw);
      }
    }
    return new MonthlyKeys(keys);
  }

  /** Returns the key of the first draw of {@code month}. */
  public Key key(int month) {
    return keys[month][0];
  }

  /** Returns the key of {@code draw} of {@code month}. */
  public Key key(int month, int draw) {
    return keys[month][draw];
  }
}
