package io.corridor.internal.random;

/** The words of a stream's months, made once. Immutable. */
public final class MonthlyWords {
  private final Words[][] words;

  /** Says what the words of a month and draw are. */
  @FunctionalInterface
  public interface Source {

    /** Returns the words of {@code draw} of {@code month}. */
    Words words(int month, int draw);
  }

  private MonthlyWords(Words[][] words) {
    this.words = words;
  }

  /** Returns the words that {@code source} has for months of {@code draws} draws each. */
  public static MonthlyWords of(Source source, int months, int draws) {
    Words[][] words = new Words[months][draws];
    for (int month = 0; month < months; month++) {
      for (int draw = 0; draw < draws; draw++) {
        words[month][draw] = source.words(month, draw);
      }
    }
    return new MonthlyWords(words);
  }

  /** Returns the words of the first draw of {@code month}. */
  public Words of(int month) {
    return words[month][0];
  }

  /** Returns the words of {@code draw} of {@code month}. */
  public Words of(int month, int draw) {
    return words[month][draw];
  }
}
