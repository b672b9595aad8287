/** The importer's energy balances (section 6 of the model): one step for each of its equations. */
package io.corridor.internal.energy;
