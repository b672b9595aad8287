package io.corridor.internal.random;

/**
 * The names of the streams, and what the model reads from each. The layout is part of what makes
 * results reproducible: a change here is a change of every number and belongs in the change log.
 *
 * <p>What is drawn once per path is read at month 0. Where a month has one draw, it is draw 0.
 */
public final class StreamNames {

  /**
   * One uniform u a month: the next regime is the first state s, in the order of {@code states} and
   * leaving out the present one, with u < the sum of the transition probabilities so far; if there
   * is none, the present one stays.
   */
  public static final String REGIME = "regime";

  /** One uniform a month: an episode starts where it is below the probability. */
  public static final String UNREST = "unrest";

  private StreamNames() {}

  /**
   * One uniform a path: the named parameter's place in its distribution; the same word makes the
   * normal of the copula where the parameter is correlated.
   */
  public static String parameter(String id) {
    return "parameter." + id;
  }

  /**
   * One uniform a path: the place in its distribution of a number that stands at {@code key}, as in
   * {@code flows.goods.growth}.
   */
  public static String value(String key) {
    return "value." + key;
  }

  /** One uniform u a path: the row ⌊u · rows⌋ of a table of joint draws. */
  public static String draws(String table) {
    return "draws." + table;
  }

  /**
   * One uniform in the event's month: it happens where u < its probability. Events of the same
   * month and regime are told apart by {@code occurrence}, from 0 in file order.
   */
  public static String event(String month, String to, int occurrence) {
    return "event." + month + "." + to + "." + occurrence;
  }

  /**
   * One standard normal a month, from month 1: the shock of a driver's, flow's or partner's noise.
   */
  public static String shock(String id) {
    return "shock." + id;
  }

  /** One uniform a month, from month 1: the number of a driver's jumps, by inversion. */
  public static String jumpCount(String id) {
    return "jump-count." + id;
  }

  /** One standard normal a month, from month 1: the sum of n jumps is n·mean + sd·√n·z. */
  public static String jumpSize(String id) {
    return "jump-size." + id;
  }

  /**
   * One uniform a month, from month 1: a new block of a bootstrap starts in month 1 and where u <
   * 1/block.
   */
  public static String blockStart(String id) {
    return "block-start." + id;
  }

  /** One uniform a month, from month 1: a new block starts at return ⌊u · returns⌋. */
  public static String blockPlace(String id) {
    return "block-place." + id;
  }

  /** One uniform a path: a project is cancelled where u < its probability. */
  public static String cancellation(String carrier, String project) {
    return "cancel." + carrier + "." + project;
  }

  /**
   * One uniform a path: a source never opens where u < its probability. The first source of a
   * carrier goes by the carrier alone, {@code gas}, any other by its own name too, {@code gas.lng}.
   */
  public static String opening(String source) {
    return "opening." + source;
  }

  /**
   * Three uniforms a month: an interruption begins where the first is below its probability, on day
   * ⌊u · days of the month⌋ by the second, and its length is the quantile at the third. Sources are
   * named as those of {@link #opening}.
   */
  public static String interruptions(String source) {
    return "interruptions." + source;
  }

  /**
   * Uniforms of a month, one for each block of hours: the number of units that run, by inversion.
   */
  public static String units(String carrier, String units) {
    return "units." + carrier + "." + units;
  }

  /** One uniform a month, from month 1: a lapsed waiver is granted again where u < its chance. */
  public static String reinstatement(String waiver) {
    return "reinstate." + waiver;
  }

  /**
   * Uniforms of a month's decisions on renewal, the first at draw 0: renewed where u < the chance.
   */
  public static String renewal(String waiver) {
    return "renew." + waiver;
  }

  /**
   * Uniforms of a month's grants, of reinstatement or renewal alike, the first at draw 0: the term
   * is the first in the list with u · (sum of weights) < the sum of weights so far.
   */
  public static String term(String waiver) {
    return "term." + waiver;
  }

  /**
   * One word a path: causes take their turns in the order of these, where it is asked why an
   * outcome is what it is.
   */
  public static String turn(String cause) {
    return "turn." + cause;
  }

  /** Permutations of the strata of a Latin hypercube's stream {@code name}. */
  public static String strata(String name) {
    return "strata." + name;
  }

  /** The scrambling of the Sobol points that stand for the stream {@code name}. */
  public static String scramble(String name) {
    return "scramble." + name;
  }
}
