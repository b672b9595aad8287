/**
 * Trade: goods and services flows (section 7 of the model), payments and arrears (section 8),
 * unrest (section 9) and the bilateral totals (section 10).
 */
package io.corridor.internal.trade;
