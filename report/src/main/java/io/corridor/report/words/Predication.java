package io.corridor.report.words;

/**
 * A band of a metric's values in words.
 *
 * @param subject what the metric is: {@code the unserved share of electricity}
 * @param plural whether that is plural
 * @param happens that it comes to lie in the band: {@code reach 20 %}
 * @param stays that it lies in the band month after month: {@code stay at 20 % or more}
 * @param is that it lies in the band: {@code be 20 % or more}
 */
public record Predication(
    String subject, boolean plural, Predicate happens, Predicate stays, Predicate is) {}
