package io.corridor.model;

/**
 * The two countries of the corridor.
 *
 * @param exporter the energy exporter, A
 * @param importer the energy importer, B
 */
@Section("the parties")
public record Parties(
    @Key(says = "A, who sells the energy") String exporter,
    @Key(says = "B, who buys it") String importer) {

  /** Returns whether a source is the corridor's: whether the exporter delivers it. */
  public boolean delivers(Carrier.Source source) {
    return source.from().map(exporter::equals).orElse(true);
  }
}
