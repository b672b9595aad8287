/**
 * Policy: the regime (section 3 of the model), waivers (section 4), sanctions and compliance
 * (section 5).
 */
package io.corridor.internal.policy;
