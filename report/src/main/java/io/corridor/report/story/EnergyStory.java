package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import java.time.YearMonth;
import java.util.List;

/** Tells of projects, shortages and stores. */
final class EnergyStory {
  /** A shortage is told of from this share of demand on. */
  private static final double LEAST_SHARE = 0.001;

  /** The worst month of a year is told of from this share of demand on. */
  private static final double LEAST_WORST = 0.01;

  /** How far a store may be from its end, against its capacity, and count as full or empty. */
  private static final double ROUNDING = 1e-9;

  private final SimulatedPath path;
  private final List<Event> events;

  EnergyStory(SimulatedPath path, List<Event> events) {
    this.path = path;
    this.events = events;
  }

  void tell() {
    path.scenario().energy().ifPresent(energy -> energy.carriers().forEach(this::carrier));
  }

  private void carrier(String id, Carrier carrier) {
    carrier.projects().forEach((project, plan) -> project(id, project, carrier, plan));
    new SourceStory(path, events).tell(id, carrier);
    shortages(id);
    carrier.storage().ifPresent(storage -> store(id, carrier, storage));
  }

  // Projects

  private void project(String carrier, String id, Carrier kind, Carrier.Project project) {
    String key = "energy.carriers." + carrier + ".projects." + id;
    new Arrival(path, events, Event.Kind.PROJECT)
        .tell(
            key,
            project.planned(),
            project.delay(),
            new Arrival.Words(
                path.phrases().project(carrier, id),
                "complete",
                "is complete",
                ": " + size(key, kind, project)));
  }

  private String size(String key, Carrier carrier, Carrier.Project project) {
    double capacity = path.number(project.capacity(), key + ".capacity");
    double availability = path.number(project.availability(), key + ".availability");
    String size = Digits.three(capacity * availability, carrier.kind().unit());
    return project.rampMonths() == 1
        ? size + " more at once"
        : size + " more over " + Said.count(project.rampMonths(), "month");
  }

  // Shortages

  private void shortages(String carrier) {
    int since = -1;
    for (int t = 0; t < path.months(); t++) {
      double share = share(carrier, t);
      if (share >= LEAST_SHARE && since < 0) {
        since = t;
        begins(carrier, t, share);
      } else if (share < LEAST_SHARE && since >= 0) {
        ends(carrier, since, t);
        since = -1;
      }
    }
    worstOfYears(carrier);
  }

  private void begins(String carrier, int month, double share) {
    String how = Said.share(share) + " of demand is unserved" + hours(carrier, month);
    shortage(
        month,
        month == 0
            ? path.phrases().carrier(carrier) + " is short at the start: " + how
            : path.phrases().carrier(carrier) + " runs short: " + how);
  }

  private void ends(String carrier, int since, int month) {
    int worst = worst(carrier, since, month - 1);
    String shortage = "the shortage of " + path.phrases().carrier(carrier) + " is over";
    if (month - since == 1) {
      shortage(month, shortage + " after a month");
    } else {
      shortage(
          month,
          shortage
              + " after "
              + Said.count(month - since, "month")
              + "; the worst was "
              + Amounts.month(path.month(worst))
              + ", with "
              + Said.share(share(carrier, worst))
              + " of demand unserved");
    }
  }

  private void worstOfYears(String carrier) {
    int from = 0;
    for (int t = 0; t < path.months(); t++) {
      YearMonth month = path.month(t);
      if (month.getMonthValue() == 12 || t == path.months() - 1) {
        int worst = worst(carrier, from, t);
        if (t - from >= 2 && share(carrier, worst) >= LEAST_WORST) {
          shortage(
              worst,
              "the worst month of "
                  + month.getYear()
                  + " for "
                  + path.phrases().carrier(carrier)
                  + ": "
                  + Said.share(share(carrier, worst))
                  + " of demand is unserved"
                  + hours(carrier, worst));
        }
        from = t + 1;
      }
    }
  }

  private int worst(String carrier, int from, int to) {
    int worst = from;
    for (int t = from; t <= to; t++) {
      if (share(carrier, t) > share(carrier, worst)) {
        worst = t;
      }
    }
    return worst;
  }

  /** Returns for how many hours of a day something is short, where hours differ. */
  private String hours(String carrier, int month) {
    String metric = MetricKind.HOURS_SHORT.id(carrier);
    return path.metrics().containsKey(metric)
        ? ", for " + Digits.three(path.value(metric, month)) + " hours a day"
        : "";
  }

  private double share(String carrier, int month) {
    return path.value(MetricKind.UNSERVED_SHARE, month, carrier);
  }

  private void shortage(int month, String text) {
    events.add(new Event(month, Event.Kind.SHORTAGE, Said.sentence(text)));
  }

  // Stores

  private void store(String carrier, Carrier kind, Carrier.Storage storage) {
    String key = "energy.carriers." + carrier + ".storage.";
    double capacity = path.number(storage.capacity(), key + "capacity");
    double before = path.number(storage.start(), key + "start");
    String name = "the store of " + path.phrases().carrier(carrier);
    for (int t = 0; t < path.months(); t++) {
      double content = path.value(MetricKind.STORAGE, t, carrier);
      if (isFull(content, capacity) && !isFull(before, capacity)) {
        String size = Digits.three(content, kind.kind().storageUnit());
        events.add(
            new Event(t, Event.Kind.STORAGE, Said.sentence(name + " is full, with " + size)));
      } else if (isEmpty(content, capacity) && !isEmpty(before, capacity)) {
        events.add(new Event(t, Event.Kind.STORAGE, Said.sentence(name + " is empty")));
      }
      before = content;
    }
  }

  private static boolean isFull(double content, double capacity) {
    return capacity > 0 && content >= capacity * (1 - ROUNDING);
  }

  private static boolean isEmpty(double content, double capacity) {
    return content <= capacity * ROUNDING;
  }
}
