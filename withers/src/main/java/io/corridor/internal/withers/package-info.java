/** Writes the copying methods of records at compile time; nothing of it is there at run time. */
package io.corridor.internal.withers;
