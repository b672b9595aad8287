package io.corridor.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.DoublePredicate;

/**
 * Declares the key of the scenario file that a component of a record is: the one place from which
 * the reader, the writer, the JSON Schema, the reference of the format, the factories and the check
 * of scenarios that were built in code take it, as a {@link Declaration.Component} that is written
 * while this is compiled. The key is called as the component is, in lower case with hyphens: {@code
 * annualValue} is {@code annual-value}.
 *
 * <p>What several sections declare alike, as growth or elasticities to drivers, is declared by one
 * of them, and the others say {@link #like} which.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.SOURCE)
public @interface Key {
  /** What an empty text, list, mapping or section of defaults is declared by. */
  String NONE = "none";

  /**
   * What the key means, in words that may follow its name. Empty: the first sentence of what the
   * record's Javadoc says of the component; what follows that is for those who write Java.
   */
  String says() default "";

  /**
   * What reports call it instead of its name, behind what it is of; what stands in its mapping or
   * list follows: {@code elasticity to} a driver. Empty: its name says it.
   */
  String label() default "";

  /** What its number measures. */
  Dimension unit() default Dimension.NUMBER;

  /** Where its numbers must lie. */
  Range range() default Range.FREE;

  /**
   * What it is where it is absent: a number, truth value or word, numbers with commas between them,
   * or {@link #NONE}. Empty: it is required, unless the component is an {@code Optional}.
   */
  String absent() default "";

  /** What its words, or the keys of its mapping, must name. */
  Refers refers() default Refers.NOTHING;

  /** Whether the keys of its mapping are ids that it defines, and which. */
  Defines defines() default Defines.NOTHING;

  /** Whether a mapping by regime must name every regime. */
  boolean everyRegime() default false;

  /** Whether a number whose range is free is of the sign that its values have. */
  boolean eitherSign() default false;

  /** How many items its list has; 0: as many as one likes. */
  int size() default 0;

  /** What it must be, to follow "must be", where that doesn't follow from its type. */
  String form() default "";

  /**
   * Whether the keys of its section stand beside this one's neighbours, without a key of its own.
   */
  boolean inline() default false;

  /** When its number, or the mean of its list, is in range and yet most unlikely to be meant. */
  Odd odd() default Odd.NEVER;

  /**
   * Whether data may decide it where its section has a {@code fit}: it may be left out or called
   * {@code fit}, or what stands in its mapping may be.
   */
  boolean fitted() default false;

  /**
   * Whether data also decide it where it is left out beside a {@code fit}, though it has a default:
   * a growth that nobody states isn't thought to be none.
   */
  boolean fittedIfAbsent() default false;

  /** A record whose component of the same name declares all that this one does. */
  Class<?> like() default Key.class;

  /** When a number is most unlikely to be meant, though it is in range. */
  enum Odd {
    /** Never. */
    NEVER(number -> false),
    /** Above 300 % a year. */
    VOLATILITY(number -> number > 3),
    /** Above 100 % a year. */
    GROWTH(number -> number > 1),
    /** Above 100 %, if it is a whole number or at least 500 %: a percentage was meant. */
    COST(number -> number >= 5 || number > 1 && number == Math.rint(number)),
    /** Less than a million dollars, but not none. */
    ANNUAL_VALUE(number -> number > 0 && number < 1e6),
    /** Below 1 or above 15: no study of trade finds that. */
    TRADE_ELASTICITY(number -> number < 1 || number > 15),
    /** Factors whose mean is above 2 or below its inverse are levels. */
    SEASON(number -> number > 2 || number < 0.5);

    private final DoublePredicate odd;

    Odd(DoublePredicate odd) {
      this.odd = odd;
    }

    /** Returns whether {@code number} is odd. */
    public boolean is(double number) {
      return odd.test(number);
    }
  }

  /** What words of the scenario name. */
  enum Refers {
    /** Nothing. */
    NOTHING("word"),
    /** One of the two parties. */
    PARTY("party"),
    /** A driver, which must be positive. */
    DRIVER("driver"),
    /** A state of the regime. */
    REGIME("regime"),
    /** A carrier. */
    CARRIER("carrier"),
    /** A flow or a carrier. */
    FLOW_OR_CARRIER("flow or carrier"),
    /** A flow, a carrier, a source of the exporter or a pair of countries: what sanctions hit. */
    TARGET("flow, carrier or source"),
    /** A country of the world. */
    COUNTRY("country"),
    /** Who sells, then who buys: each a country, a group of countries or all. */
    PAIR("pair of countries"),
    /** A waiver. */
    WAIVER("waiver"),
    /** A sanction. */
    SANCTION("sanction"),
    /** A metric. */
    METRIC("metric");

    private final String noun;

    Refers(String noun) {
      this.noun = noun;
    }

    /** Returns what it is called in messages. */
    public String noun() {
      return noun;
    }
  }

  /** What a mapping's keys define. */
  enum Defines {
    /** Nothing: they name what is defined elsewhere. */
    NOTHING,
    /** Ids of their own. */
    IDS,
    /** Ids of the namespace that parameters, drivers, carriers, flows and partners share. */
    SHARED_IDS
  }
}
