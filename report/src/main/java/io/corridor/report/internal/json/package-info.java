/** How result files are written as JSON. Not part of the public interface. */
package io.corridor.report.internal.json;
