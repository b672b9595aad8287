package io.corridor.model;

/**
 * Correlation of the monthly shocks of two drivers or noises, or of two distributed parameters.
 *
 * @param first an id
 * @param second another id of the same sort
 * @param rho in [−1, 1]
 */
public record Correlation(String first, String second, double rho) {}
