package io.corridor.internal.withers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for a builder of a record, written while the record is compiled. The record {@code Scenario}
 * has a nested class {@code Builder} that extends {@code ScenarioBuilder}, and inherits from it:
 *
 * <ul>
 *   <li>the component {@code flows}, a mapping, gets entries by {@code flow(id, flow)};
 *   <li>the component {@code sources}, a list, gets items by {@code source(source)};
 *   <li>any other component is set by a method of its name, an {@code Optional<T>} by a {@code T};
 *   <li>{@code buildUnchecked()} makes the record.
 * </ul>
 *
 * <p>Nothing is written for a component whose method the class {@code Builder} declares itself, be
 * it of other parameters. The documentation is that of the component.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Built {}
