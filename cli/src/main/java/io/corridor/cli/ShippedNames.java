package io.corridor.cli;

import io.corridor.scenarios.ShippedScenarios;
import java.util.Iterator;

/** The names of the shipped scenarios, for shells to complete. */
final class ShippedNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ShippedScenarios.names().iterator();
  }
}
