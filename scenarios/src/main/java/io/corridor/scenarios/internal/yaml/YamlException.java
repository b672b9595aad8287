package io.corridor.scenarios.internal.yaml;

import io.corridor.model.KeyPath;

/** Thrown where a text can't be read further. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Flaw flaw;

  /** Makes the exception of a text that is wrong at {@code at}. */
  public YamlException(Position at, String message) {
    super(message);
    this.flaw = new Flaw(at, KeyPath.ROOT, message);
  }

  @Override
  public String getMessage() {
    return flaw.message();
  }

  /** Returns where and why. */
  public Flaw flaw() {
    return flaw;
  }
}
