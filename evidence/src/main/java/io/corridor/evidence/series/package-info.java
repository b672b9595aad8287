/**
 * Series of data: what was measured, for which months, quarters or years, and when it was out. How
 * they are read from files is the business of the module that reads scenarios.
 */
package io.corridor.evidence.series;
