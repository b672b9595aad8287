/**
 * The command line: one class a command, {@link io.corridor.cli.Main} starts them. What a run
 * writes and says is in {@link io.corridor.report.files.Found}.
 */
package io.corridor.cli;
