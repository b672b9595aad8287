/** What tells why an outcome is what it is. */
package io.corridor.benchmarks.why;
