package io.corridor.report.story;

import java.util.List;

/** Tells what happened on a path. */
public final class Story {

  private Story() {}

  /** Returns the events of a path in the order of time; most months have none. */
  public static List<Event> of(SimulatedPath path) {
    return of(path, false);
  }

  /** Returns the events without those that repeat what a waiver does most of the time. */
  public static List<Event> briefly(SimulatedPath path) {
    return of(path, true);
  }

  private static List<Event> of(SimulatedPath path, boolean brief) {
    Events events = new Events();
    new PolicyStory(path, events, brief).tell();
    new EnergyStory(path, events).tell();
    new TradeStory(path, events).tell();
    new YearStory(path, events).tell();
    new WorldStory(path, events).tell();
    return events.inOrder();
  }
}
