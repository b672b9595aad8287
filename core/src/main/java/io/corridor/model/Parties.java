package io.corridor.model;

/**
 * The two countries of the corridor.
 *
 * @param exporter the energy exporter, A
 * @param importer the energy importer, B
 */
public record Parties(String exporter, String importer) {}
