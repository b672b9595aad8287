package io.corridor.internal.block;

import io.corridor.internal.block.Column.Source;

/**
 * What a step draws at random, and from which source. It is had by connecting it alone ({@link
 * Ports#draw(Chance)}), so that a plan knows of each of its numbers what chance decides it.
 *
 * @param <W> random words
 */
public final class Chance<W> {
  final Source source;
  final String draw;
  final W words;

  private Chance(Source source, String draw, W words) {
    this.source = source;
    this.draw = draw;
    this.words = words;
  }

  /**
   * Returns words of a source.
   *
   * @param source of the numbers
   * @param draw tells the words from all others of a sample of paths
   * @param words the words
   */
  public static <W> Chance<W> of(Source source, String draw, W words) {
    return new Chance<>(source, draw, words);
  }
}
