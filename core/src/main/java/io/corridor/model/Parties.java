package io.corridor.model;

/**
 * The two countries of the corridor.
 *
 * @param exporter A, who sells the energy
 * @param importer B, who buys it
 */
@Section("the parties")
public record Parties(@Key String exporter, @Key String importer) {

  /** Returns whether a country is one of the two. */
  public boolean include(String country) {
    return country.equals(exporter) || country.equals(importer);
  }

  /** Returns whether a source is the corridor's: whether the exporter delivers it. */
  public boolean delivers(Carrier.Source source) {
    return source.from().map(exporter::equals).orElse(true);
  }
}
