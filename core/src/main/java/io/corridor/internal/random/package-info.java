/**
 * Random numbers as a function of (seed, name of the stream, month, path) and nothing else.
 *
 * <p>{@link io.corridor.internal.random.Philox4x64} turns a seed and a name into keys, once for
 * each stream and month; {@link io.corridor.internal.random.RandomStream} turns a key and a path
 * into a word; {@link io.corridor.internal.random.NormalQuantile} turns words into normals. {@link
 * io.corridor.internal.random.StreamName} lists every stream of the model and what is read from it.
 */
package io.corridor.internal.random;
