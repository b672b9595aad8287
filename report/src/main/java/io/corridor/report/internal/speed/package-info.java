/** How fast a scenario is simulated, in words, tables and JSON. */
package io.corridor.report.internal.speed;
