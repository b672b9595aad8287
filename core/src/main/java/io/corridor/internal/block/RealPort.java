package io.corridor.internal.block;

/** Access to a column of real numbers, which {@link Ports} give to those who say what for. */
public final class RealPort {
  final int index;

  RealPort(int index) {
    this.index = index;
  }
}
