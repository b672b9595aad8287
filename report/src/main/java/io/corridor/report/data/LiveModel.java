package io.corridor.report.data;

/**
 * The model that a page carries, so that whoever reads it can ask it: simulates in the browser what
 * this library simulates, bit for bit.
 *
 * @param script that starts it, and offers it as {@code window.corridor}
 * @param module WebAssembly, as a text that the script understands and that can stand in a script
 *     element and in a script's double quotes
 */
public record LiveModel(String script, String module) {}
