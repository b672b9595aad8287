package io.corridor.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares that a record is a section of the scenario file, its components {@link Key keys}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface Section {

  /** What it is, with its article: {@code a flow}. */
  String value();

  /** The word of the key {@code kind} that tells it from its siblings; empty if it has none. */
  String kind() default "";

  /** Whether its key {@code fit} may name data that update its numbers. */
  boolean fitted() default false;
}
