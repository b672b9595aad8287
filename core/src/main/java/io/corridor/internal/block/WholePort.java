package io.corridor.internal.block;

/** Access to a column of whole numbers, which {@link Ports} give to those who say what for. */
public final class WholePort {
  final int index;

  WholePort(int index) {
    this.index = index;
  }
}
