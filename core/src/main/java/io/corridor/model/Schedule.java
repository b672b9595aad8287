package io.corridor.model;

import io.corridor.internal.withers.Matched;

/** A number that may change over the calendar: one value throughout, or dated points. */
@Matched
public sealed interface Schedule extends ScheduleMatch permits Value, DatedPoints {}
