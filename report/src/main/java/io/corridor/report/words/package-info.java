/**
 * Numbers, metrics and answers in words: what screen and report have in common.
 *
 * <p>Start at {@link io.corridor.report.words.Sentences}.
 */
package io.corridor.report.words;
