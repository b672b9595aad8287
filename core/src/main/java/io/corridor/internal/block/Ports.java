package io.corridor.internal.block;

import io.corridor.internal.block.Column.Real;
import io.corridor.internal.block.Column.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The columns that a step, or whoever looks at a block, is connected to. A {@link Block} opens its
 * columns to ports alone, and a port is had by saying what is done with the column: so nothing is
 * read or written that a plan doesn't know of when it leaves out what nobody needs.
 */
public final class Ports {
  private final List<Column> reads = new ArrayList<>();
  private final List<Column> writes = new ArrayList<>();
  private final List<String> draws = new ArrayList<>();

  /** Connects a column whose present entries matter. */
  public RealPort read(Real column) {
    reads.add(column);
    return new RealPort(column.index());
  }

  /** Connects a column whose present entries matter. */
  public WholePort read(Whole column) {
    reads.add(column);
    return new WholePort(column.index());
  }

  /** Connects columns whose present entries matter. */
  public RealPort[] read(List<Real> columns) {
    return columns.stream().map(this::read).toArray(RealPort[]::new);
  }

  /** Connects a column of which every live entry is set, whatever it was. */
  public RealPort write(Real column) {
    writes.add(column);
    return new RealPort(column.index());
  }

  /** Connects a column of which every live entry is set, whatever it was. */
  public WholePort write(Whole column) {
    writes.add(column);
    return new WholePort(column.index());
  }

  /** Connects columns of which every live entry is set, whatever it was. */
  public RealPort[] write(List<Real> columns) {
    return columns.stream().map(this::write).toArray(RealPort[]::new);
  }

  /** Connects a column that is changed: some entries stay, or become what follows from them. */
  public RealPort update(Real column) {
    reads.add(column);
    return write(column);
  }

  /** Connects a column that is changed: some entries stay, or become what follows from them. */
  public WholePort update(Whole column) {
    reads.add(column);
    return write(column);
  }

  /** Connects columns that are changed: some entries stay, or become what follows from them. */
  public RealPort[] update(List<Real> columns) {
    reads.addAll(columns);
    return write(columns);
  }

  /** Connects what is drawn at random. */
  public <W> W draw(Chance<W> chance) {
    reads.add(chance.source);
    draws.add(chance.draw);
    return chance.words;
  }

  /** Returns what was connected of random numbers, in that order. */
  List<String> draws() {
    return draws;
  }

  /** Returns the columns that were connected for reading, in that order. */
  public List<Column> reads() {
    return Collections.unmodifiableList(reads);
  }

  /** Returns the columns that were connected for writing, in that order. */
  public List<Column> writes() {
    return Collections.unmodifiableList(writes);
  }
}
