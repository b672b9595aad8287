package io.corridor.report.story;

import java.util.List;

/** Tells what happened on a path. */
public final class Story {

  private Story() {}

  /** Returns the events of a path in the order of time; most months have none. */
  public static List<Event> of(SimulatedPath path) {
    Events events = new Events();
    new PolicyStory(path, events).tell();
    new EnergyStory(path, events).tell();
    new TradeStory(path, events).tell();
    new YearStory(path, events).tell();
    return events.inOrder();
  }
}
