package io.corridor.report.story;

import io.corridor.model.Carrier;
import io.corridor.model.MetricKind;
import io.corridor.report.words.Amounts;
import io.corridor.report.words.Digits;
import io.corridor.report.words.MonthSpan;

/** Tells of projects, shortages and stores. */
final class EnergyStory {
  /** A shortage is told of from this share of demand on. */
  private static final double LEAST_SHARE = 0.001;

  /** The worst month of a year is told of from this share of demand on. */
  private static final double LEAST_WORST = 0.01;

  /** How far a store may be from its end, against its capacity, and count as full or empty. */
  private static final double ROUNDING = 1e-9;

  private final SimulatedPath path;
  private final Events events;

  EnergyStory(SimulatedPath path, Events events) {
    this.path = path;
    this.events = events;
  }

  void tell() {
    path.scenario().carriers().forEach(this::carrier);
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
    MonthSpan.where(path.months(), month -> share(carrier, month) >= LEAST_SHARE)
        .forEach(
            shortage -> {
              begins(carrier, shortage.first(), share(carrier, shortage.first()));
              if (shortage.last() + 1 < path.months()) {
                ends(carrier, shortage);
              }
            });
    MonthSpan.years(path.scenario()).stream()
        .filter(year -> year.length() > 2)
        .forEach(year -> worstOfYear(carrier, year));
  }

  private void begins(String carrier, int month, double share) {
    String how = Said.share(share) + " of demand is unserved" + hours(carrier, month);
    shortage(
        month,
        month == 0
            ? path.phrases().carrier(carrier) + " is short at the start: " + how
            : path.phrases().carrier(carrier) + " runs short: " + how);
  }

  private void ends(String carrier, MonthSpan months) {
    int after = months.last() + 1;
    String shortage = "the shortage of " + path.phrases().carrier(carrier) + " is over";
    if (months.length() == 1) {
      shortage(after, shortage + " after a month");
    } else {
      int worst = worst(carrier, months);
      shortage(
          after,
          shortage
              + " after "
              + Said.count(months.length(), "month")
              + "; the worst was "
              + Amounts.month(path.month(worst))
              + ", with "
              + Said.share(share(carrier, worst))
              + " of demand unserved");
    }
  }

  private void worstOfYear(String carrier, MonthSpan year) {
    int worst = worst(carrier, year);
    if (share(carrier, worst) >= LEAST_WORST) {
      shortage(
          worst,
          "the worst month of "
              + path.month(worst).getYear()
              + " for "
              + path.phrases().carrier(carrier)
              + ": "
              + Said.share(share(carrier, worst))
              + " of demand is unserved"
              + hours(carrier, worst));
    }
  }

  /** Returns the first of the months with the largest shortage. */
  private int worst(String carrier, MonthSpan months) {
    return months.stream()
        .reduce((worst, month) -> share(carrier, month) > share(carrier, worst) ? month : worst)
        .orElseThrow();
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
    events.add(month, Event.Kind.SHORTAGE, text);
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
        events.add(t, Event.Kind.STORAGE, name + " is full, with " + size);
      } else if (isEmpty(content, capacity) && !isEmpty(before, capacity)) {
        events.add(t, Event.Kind.STORAGE, name + " is empty");
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
