package io.corridor.model;

/**
 * One thing that is wrong with a scenario.
 *
 * @param variant name of the scenario, where several are compared; empty: the only one, or the base
 * @param key where it stands: {@code flows.goods.partner-share}
 * @param message what is wrong, what was found and what would be right, in one or two sentences
 */
public record Problem(String variant, KeyPath key, String message) {

  /** Makes the problem of an only scenario. */
  public Problem(KeyPath key, String message) {
    this("", key, message);
  }

  /** Returns this as a problem of the scenario {@code name}, one of several. */
  public Problem in(String name) {
    return new Problem(name, key, message);
  }

  @Override
  public String toString() {
    return (variant.isEmpty() ? "" : variant + ": ") + key + ": " + message;
  }
}
