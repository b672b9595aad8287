/**
 * The working set of a block of paths, and the steps that act on it.
 *
 * <p>A {@link io.corridor.internal.block.Block} is a set of columns, one entry a path. A {@link
 * io.corridor.internal.block.Step} reads some columns and writes others, for all paths of the block
 * and one month. The packages {@code process}, {@code policy}, {@code energy} and {@code trade}
 * hold the steps of the model's equations; {@code plan} puts them in order.
 *
 * <p>A step connects its columns by {@link io.corridor.internal.block.Ports} when it is made, and a
 * block opens columns to what was connected alone: what a step reads and writes is never stated
 * beside the code that does it. A step in full:
 *
 * <pre>{@code
 * public final class Dependency extends Step {
 *   private final RealPort imports;
 *   private final RealPort domestic;
 *   private final RealPort out;
 *
 *   public Dependency(Real imports, Real domestic, Real out) {
 *     this.imports = ports.read(imports);
 *     this.domestic = ports.read(domestic);
 *     this.out = ports.write(out);
 *   }
 *
 *   @Override
 *   public void advance(Block block, int month) {
 *     double[] im = block.of(imports);
 *     double[] s = block.of(domestic);
 *     double[] result = block.of(out);
 *     for (int p = 0; p < block.paths(); p++) {
 *       result[p] = im[p] / Math.max(s[p] + im[p], Double.MIN_NORMAL);
 *     }
 *   }
 * }
 * }</pre>
 */
package io.corridor.internal.block;
