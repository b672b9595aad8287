package io.corridor.review;

import io.corridor.model.DayBefore;
import io.corridor.model.Declaration;
import io.corridor.model.Driver;
import io.corridor.model.KeyPath;
import io.corridor.model.MetricKind;
import io.corridor.model.Sanction;
import io.corridor.model.Scenario;
import io.corridor.model.Value;
import io.corridor.model.Waiver;
import io.corridor.simulation.Typical;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a changed scenario re-bases: what stood before the start, that its flows were traded under
 * τ(0⁻) and k(0⁻) of sections 5 and 7, and what its drivers started from.
 *
 * <p>The measures that act on a flow the day before are compared as they are written, not as
 * numbers: a change is a change on some path at least.
 */
final class Rebasing {
  private static final Value NOTHING = Value.ZERO;

  private final Scenario base;
  private final Scenario changed;

  Rebasing(Scenario base, Scenario changed) {
    this.base = base;
    this.changed = changed;
  }

  /**
   * What a measure does to a flow on the day before.
   *
   * @param cost τ, resolved
   * @param cut κ, resolved
   * @param enforcement in the initial regime, resolved
   */
  private record Bite(Optional<Value> cost, Optional<Value> cut, Value enforcement) {}

  /** Returns the notes; none of scenarios of different corridors or starts. */
  List<Note> notes() {
    List<Note> notes = new ArrayList<>();
    if (!base.parties().equals(changed.parties()) || !base.start().equals(changed.start())) {
      return notes;
    }
    Set<String> measures = new LinkedHashSet<>(base.sanctions().keySet());
    measures.addAll(changed.sanctions().keySet());
    for (String measure : measures) {
      Set<String> flows =
          flowsWhere(flow -> !bite(base, measure, flow).equals(bite(changed, measure, flow)));
      if (!flows.isEmpty()) {
        notes.add(note(changedKey(measure), flows));
      }
    }
    Set<String> complying = flowsWhere(flow -> isCut(base, flow) && isCut(changed, flow));
    complianceKey()
        .filter(key -> !complying.isEmpty())
        .ifPresent(key -> notes.add(note(key, complying)));
    changed.drivers().forEach((id, driver) -> addDriver(notes, id, driver));
    return List.copyOf(notes);
  }

  /** Returns the flows that both scenarios have and {@code test} holds of. */
  private Set<String> flowsWhere(Predicate<String> test) {
    Set<String> flows = new TreeSet<>();
    base.flows().keySet().stream()
        .filter(changed.flows()::containsKey)
        .filter(test)
        .forEach(flows::add);
    return flows;
  }

  /** Empty where the measure does nothing to the flow on the day before. */
  private static Optional<Bite> bite(Scenario scenario, String measure, String flow) {
    Sanction sanction = scenario.sanctions().get(measure);
    DayBefore before = new DayBefore(scenario);
    if (sanction == null
        || !before.isInForce(sanction)
        || !sanction.targets().contains(flow)
        || before.isWaived(measure, Set.of(flow))) {
      return Optional.empty();
    }
    Typical typical = new Typical(scenario);
    Value enforcement =
        typical.resolved(
            Optional.ofNullable(sanction.enforcement().in(scenario.initialRegime()))
                .orElse(Value.ONE));
    Bite bite =
        new Bite(
            sanction.cost().map(typical::resolved).filter(cost -> !cost.equals(NOTHING)),
            sanction.cut().map(typical::resolved).filter(cut -> !cut.equals(NOTHING)),
            enforcement);
    boolean bites = (bite.cost.isPresent() || bite.cut.isPresent()) && !enforcement.equals(NOTHING);
    return Optional.of(bite).filter(b -> bites);
  }

  private static boolean isCut(Scenario scenario, String flow) {
    return scenario.sanctions().keySet().stream()
        .anyMatch(id -> bite(scenario, id, flow).flatMap(Bite::cut).isPresent());
  }

  /** Returns the key whose change makes a measure do something else on the day before. */
  private KeyPath changedKey(String measure) {
    KeyPath key = KeyPath.of("sanctions", measure);
    Sanction before = base.sanctions().get(measure);
    Sanction after = changed.sanctions().get(measure);
    if (before == null || after == null) {
      return key;
    }
    List<String> changes =
        Declaration.of(Sanction.class).components().stream()
            .filter(part -> !part.in(before).equals(part.in(after)))
            .map(Declaration.Component::name)
            .toList();
    if (!changes.isEmpty()) {
      return changes.size() == 1 ? key.child(changes.get(0)) : key;
    }
    return changedWaiver()
        .or(
            () ->
                base.initialRegime().equals(changed.initialRegime())
                    ? Optional.empty()
                    : Optional.of(KeyPath.of("regime", "initial")))
        .orElse(KeyPath.of("parameters"));
  }

  private Optional<KeyPath> changedWaiver() {
    Set<String> ids = new LinkedHashSet<>(base.waivers().keySet());
    ids.addAll(changed.waivers().keySet());
    return ids.stream()
        .filter(id -> !protection(base, id).equals(protection(changed, id)))
        .map(id -> KeyPath.of("waivers", id))
        .findFirst();
  }

  /** What decides about a waiver on the day before. */
  private static Optional<List<Object>> protection(Scenario scenario, String id) {
    Waiver waiver = scenario.waivers().get(id);
    return waiver == null || !new DayBefore(scenario).holds(waiver)
        ? Optional.empty()
        : Optional.of(List.of(waiver.covers(), waiver.waives()));
  }

  private Optional<KeyPath> complianceKey() {
    if (!compliance(base).equals(compliance(changed))) {
      return Optional.of(KeyPath.of("compliance", "level"));
    }
    boolean same =
        new Typical(base)
            .resolved(base.compliance().dependencyExponent())
            .equals(new Typical(changed).resolved(changed.compliance().dependencyExponent()));
    return same ? Optional.empty() : Optional.of(KeyPath.of("compliance", "dependency-exponent"));
  }

  private static Value compliance(Scenario scenario) {
    Value level = scenario.compliance().level().in(scenario.initialRegime());
    return level == null ? Value.ONE : new Typical(scenario).resolved(level);
  }

  private Note note(KeyPath key, Set<String> flows) {
    return new Note(
        Note.Kind.REBASED,
        key,
        ("changes what was in force on the day before the start, under which annual-value of %s was"
                + " traded: that re-bases the trade and is no what-if. To write one, add a measure"
                + " with from: %s (the start) or later, or end one with until: %s")
            .formatted(String.join(", ", flows), changed.start(), new DayBefore(changed).month()));
  }

  /**
   * A start that something is relative to moves nothing, if all else of the driver moves with it.
   */
  private void addDriver(List<Note> notes, String id, Driver driver) {
    Driver before = base.drivers().get(id);
    if (before == null || before.equals(driver)) {
      return;
    }
    Optional<Driver> moved = fromOne(driver);
    if (moved.isPresent() && moved.equals(fromOne(before)) && !isAskedFor(id)) {
      notes.add(
          new Note(
              Note.Kind.REBASED,
              KeyPath.of("drivers", id, "start"),
              "moves the whole path of "
                  + id
                  + ", and elasticities act on what it is relative to its start: the trade stays as"
                  + " it was. To write a what-if, keep the start and change drift, or use kind:"
                  + " path with points from the start on"));
    }
  }

  /** Returns the driver as it moves from 1, if only its growth moves it from where it starts. */
  private static Optional<Driver> fromOne(Driver driver) {
    return driver.match(
        d -> Optional.of(d.withStart(1)),
        path -> Optional.empty(),
        d -> Optional.of(d.withStart(1)),
        ou -> Optional.empty(),
        logOu -> Optional.empty(),
        d -> Optional.of(d.withStart(1)),
        d -> Optional.of(d.withStart(1)));
  }

  /** Whether somebody looks at the driver itself. */
  private boolean isAskedFor(String driver) {
    String metric = MetricKind.DRIVER.id(driver);
    return changed.questions().values().stream().anyMatch(q -> q.metric().equals(metric))
        || changed.indices().values().stream().anyMatch(index -> index.containsKey(metric));
  }
}
