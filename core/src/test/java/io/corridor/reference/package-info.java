/**
 * The model written down a second time, to check the first: one path at a time, one class for each
 * section of the page on the model, its symbols, its equations in its order, and nothing for speed.
 *
 * <p>{@link io.corridor.reference.ReferencePath} computes every metric of a path, {@link
 * io.corridor.reference.ReferenceAnswers} the answers to the questions. Both read the same random
 * streams as the engine, so that the two can be compared path by path and month by month. Nothing
 * here uses the engine.
 */
package io.corridor.reference;
