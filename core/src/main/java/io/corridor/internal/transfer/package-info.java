/** Scenarios on their way to other machines, as bytes. */
package io.corridor.internal.transfer;
