/**
 * Writes copies and builders of records, what they declare of the scenario format, and how the
 * kinds of sealed interfaces are told apart, at compile time; nothing of it is there at run time.
 */
package io.corridor.internal.withers;
