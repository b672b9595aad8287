package io.corridor.model;

/** A number that may change over the calendar: one value throughout, or dated points. */
public sealed interface Schedule permits Value, DatedPoints {}
