package io.corridor.internal.random;

/**
 * The streams by the first word of their names, and what the model reads from each. The layout is
 * part of what makes results reproducible: a change here is a change of every number and belongs in
 * the change log.
 *
 * <p>What is drawn once per path is read at month 0. Where a month has one draw, it is draw 0.
 */
public enum StreamName {
  /**
   * One uniform u a month: the next regime is the first state s, in the order of {@code states} and
   * leaving out the present one, with u < the sum of the transition probabilities so far; if there
   * is none, the present one stays.
   */
  REGIME("regime"),

  /** One uniform a month: an episode starts where it is below the probability. */
  UNREST("unrest"),

  /**
   * One uniform a path: the named parameter's place in its distribution; the same word makes the
   * normal of the copula where the parameter is correlated.
   */
  PARAMETER("parameter"),

  /**
   * One uniform a path: the place in its distribution of a number that stands at a key, such as
   * {@code flows.goods.growth}.
   */
  VALUE("value"),

  /** One standard normal a path: G, by which the delays of an energy section are late together. */
  LATE_TOGETHER("late-together"),

  /** One uniform u a path: the row ⌊u · rows⌋ of a table of joint draws. */
  DRAWS("draws"),

  /**
   * One uniform in the event's month: it happens where u < its probability. Its keys are month,
   * regime, and its place among events of the same month and regime, from 0 in file order.
   */
  EVENT("event"),

  /**
   * One standard normal a month, from month 1: the shock of a driver's, flow's or partner's noise.
   */
  SHOCK("shock"),

  /**
   * One standard normal a month, from month 1: what an average over the month strays by, apart from
   * what the end of the month does. Of drivers that are averages.
   */
  WITHIN("within"),

  /** One uniform a month, from month 1: the number of a driver's jumps, by inversion. */
  JUMP_COUNT("jump-count"),

  /** One standard normal a month, from month 1: the sum of n jumps is n·mean + sd·√n·z. */
  JUMP_SIZE("jump-size"),

  /**
   * One uniform a month, from month 1: a new block of a bootstrap starts in month 1 and where u <
   * 1/block.
   */
  BLOCK_START("block-start"),

  /** One uniform a month, from month 1: a new block starts at return ⌊u · returns⌋. */
  BLOCK_PLACE("block-place"),

  /** One uniform a path: a project is cancelled where u < its probability. By carrier and id. */
  CANCELLATION("cancel"),

  /**
   * One uniform a path: a source never opens where u < its probability. The first source of a
   * carrier goes by the carrier alone, {@code gas}, any other by its own name too, {@code gas.lng}.
   */
  OPENING("opening"),

  /**
   * Three uniforms a month: an interruption begins where the first is below its probability, on day
   * ⌊u · days of the month⌋ by the second, and its length is the quantile at the third. Sources are
   * named as those of {@link #OPENING}.
   */
  INTERRUPTIONS("interruptions"),

  /**
   * Uniforms of a month, one for each block of hours: the number of units that run, by inversion.
   * By carrier and id.
   */
  UNITS("units"),

  /**
   * One uniform a path: a measure is answered by another, by whose id it goes, where u < its
   * chance.
   */
  ANSWER("answer"),

  /** One uniform a month, from month 1: a lapsed waiver is granted again where u < its chance. */
  REINSTATEMENT("reinstate"),

  /**
   * Uniforms of a month's decisions on renewal, the first at draw 0: renewed where u < the chance.
   */
  RENEWAL("renew"),

  /**
   * Uniforms of a month's grants, of reinstatement or renewal alike, the first at draw 0: the term
   * is the first in the list with u · (sum of weights) < the sum of weights so far.
   */
  TERM("term"),

  /**
   * One word a path: causes take their turns in the order of these, where it is asked why an
   * outcome is what it is.
   */
  TURN("turn"),

  /** Permutations of the strata of a Latin hypercube's stream {@code name}. */
  STRATA("strata"),

  /** The scrambling of the Sobol points that stand for the stream {@code name}. */
  SCRAMBLE("scramble");

  private final String first;

  StreamName(String first) {
    this.first = first;
  }

  /** Returns the name of the stream of {@code keys}: the words, joined by points. */
  public String of(Object... keys) {
    StringBuilder name = new StringBuilder(first);
    for (Object key : keys) {
      name.append('.').append(key);
    }
    return name.toString();
  }
}
