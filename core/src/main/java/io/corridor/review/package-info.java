/**
 * What somebody should know of a scenario before believing it: {@link io.corridor.review.Review}
 * finds what is valid but was probably not meant. Nothing here stops a run.
 */
package io.corridor.review;
