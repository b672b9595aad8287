/**
 * Stochastic processes (section 2 of the model): shocks, the exact step of each kind of driver, and
 * the product of a base, a season and driver responses that demand, prices and spending are made
 * of.
 */
package io.corridor.internal.process;
