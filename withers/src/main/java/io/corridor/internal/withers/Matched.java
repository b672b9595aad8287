package io.corridor.internal.withers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a method {@code match} of a sealed interface, which takes a function for each kind that
 * the interface permits, in that order, and applies the one of the kind that it is. So a kind that
 * somebody forgets to handle doesn't compile. {@code Driver} gets it by extending {@code
 * DriverMatch}, which is written while it is compiled; a nested type's interface bears the outer
 * names as well.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Matched {}
