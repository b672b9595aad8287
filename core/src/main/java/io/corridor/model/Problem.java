package io.corridor.model;

/**
 * One thing that is wrong with a scenario.
 *
 * @param key path of the key, as the scenario file has it: {@code flows.goods.partner-share}; list
 *     items by number from 0: {@code regime.events.0.month}
 * @param message what is wrong, what was found and what would be right, in one or two sentences
 */
public record Problem(String key, String message) {

  @Override
  public String toString() {
    return key + ": " + message;
  }
}
