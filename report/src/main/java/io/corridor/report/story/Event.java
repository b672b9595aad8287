package io.corridor.report.story;

import java.util.Locale;

/**
 * Something that happened on a path.
 *
 * @param month in which, from 0
 * @param kind what it is about
 * @param text a sentence, with spaces where no line may break
 */
public record Event(int month, Kind kind, String text) {

  /** What an event is about; in the order in which those of a month are told. */
  public enum Kind {
    /** A turn of policy, or an event that could have turned it. */
    REGIME,
    /** A waiver that is granted, renewed or lapses. */
    WAIVER,
    /** A project that is complete, late or cancelled. */
    PROJECT,
    /** A source of imports that opens or is interrupted, or is paid for nothing. */
    SOURCE,
    /** Energy that runs short, and how badly. */
    SHORTAGE,
    /** A store that is full or empty. */
    STORAGE,
    /** Arrears that cross their limit. */
    ARREARS,
    /** An episode of unrest. */
    UNREST,
    /** A question that comes true. */
    QUESTION,
    /** The trade of a year, and why it moved. */
    YEAR;

    /** Returns the word for the kind in JSON: {@code regime}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
