/** What the library is measured against. */
package io.corridor.benchmarks.baseline;
