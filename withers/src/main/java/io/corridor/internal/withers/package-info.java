/**
 * Writes copies and builders of records, and what they declare of the scenario format, at compile
 * time; nothing of it is there at run time.
 */
package io.corridor.internal.withers;
