package io.corridor.internal.withers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a method {@code withX} for each component {@code x} of a record, which returns a copy
 * with another {@code x}. The record {@code Flow} gets them by implementing {@code FlowWithers},
 * which is written while it is compiled; a nested record's interface bears the outer names as well:
 * {@code CarrierImportsWithers}.
 *
 * <p>What else is written depends on the component's type:
 *
 * <ul>
 *   <li>an {@code Optional<T>} is set by a {@code T};
 *   <li>what a number can be made into (see {@link WithersProcessor}) is set by a {@code double};
 *   <li>a list of texts is set by texts;
 *   <li>a map {@code elasticities} gets one entry more, or another in its place, by {@code
 *       withElasticity(key, value)}.
 * </ul>
 *
 * <p>What is given is not null, else an exception names it. A method that the record declares
 * itself is not written. The documentation is that of the component.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Withers {}
