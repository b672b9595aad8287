/**
 * Scores of forecasts: how good they have been, against what happened and against forecasts that
 * need no model. Every rule is that of its paper, which is named where it stands.
 */
package io.corridor.evidence.score;
