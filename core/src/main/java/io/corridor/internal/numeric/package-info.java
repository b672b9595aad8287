/**
 * Elementary functions over arrays, with the same bits on every Java version, processor and flag.
 *
 * <p>{@code Math.exp}, {@code Math.log} and {@code Math.pow} may differ between Java versions, and
 * {@code StrictMath} is slow; these kernels use nothing but additions, multiplications, divisions
 * and the bits of a number, in a fixed order. The result for an element depends on that element
 * alone: not on its neighbours, its place in the array or the number of elements.
 *
 * <p>Loops are kept small and one kind of work each, because the compiler of the Java virtual
 * machine vectorises a loop only up to a certain size, and never one that turns bits into a number
 * or back. Hence the shape of every kernel: a scalar loop that moves bits, and loops of plain
 * arithmetic. Fused multiply-add would save a tenth, and cost a thousandfold where the processor
 * has none.
 *
 * <p>The coefficients come from {@code kernel_coefficients.py} of the benchmarks' module.
 */
package io.corridor.internal.numeric;
