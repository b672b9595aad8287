/** How cost grows with each thing that there can be more of. */
package io.corridor.benchmarks.growth;
