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
  final W words;

  private Chance(Source source, W words) {
    this.source = source;
    this.words = words;
  }

  /** Returns words of a source. */
  public static <W> Chance<W> of(Source source, W words) {
    return new Chance<>(source, words);
  }
}
