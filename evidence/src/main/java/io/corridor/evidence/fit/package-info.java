/**
 * Fits: how data update what a scenario says of a number. A distribution in the file is the prior,
 * the model's own step the likelihood, and what comes out are joint draws that take the number's
 * place.
 */
package io.corridor.evidence.fit;
