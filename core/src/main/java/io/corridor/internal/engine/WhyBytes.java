package io.corridor.internal.engine;

import io.corridor.internal.engine.WhyRuns.Piece;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.zip.CRC32C;

/**
 * The outcomes of pieces of runs as bytes, to be read elsewhere. Each number that was put is a
 * frame with a checksum; frames can be joined in any order.
 */
public final class WhyBytes implements WhyValues {
  private static final int GAUGE = 0;
  private static final int OUTCOME = 1;
  private static final int COUNTS = 2;
  private static final int EXCHANGED = 3;

  /** Of kind, run, first path, number of paths and two places. */
  private static final int HEAD = 6 * Integer.BYTES;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void putGauge(Piece piece, int end, int gauge, double[] numbers) {
    put(GAUGE, piece, end, gauge, numbers);
  }

  @Override
  public void putOutcome(Piece piece, int target, double[] outcomes) {
    put(OUTCOME, piece, target, 0, outcomes);
  }

  @Override
  public void putCounts(Piece piece, int target, boolean[] counts) {
    double[] numbers = new double[piece.paths()];
    for (int p = 0; p < numbers.length; p++) {
      numbers[p] = counts[p] ? 1 : 0;
    }
    put(COUNTS, piece, target, 0, numbers);
  }

  @Override
  public void putExchanged(Piece piece, int shared, double[] outcomes) {
    put(EXCHANGED, piece, shared, 0, outcomes);
  }

  private void put(int kind, Piece piece, int first, int second, double[] numbers) {
    ByteBuffer frame = ByteBuffer.allocate(HEAD + piece.paths() * Double.BYTES + Integer.BYTES);
    frame.putInt(kind).putInt(piece.run()).putInt(piece.firstPath()).putInt(piece.paths());
    frame.putInt(first).putInt(second);
    for (int p = 0; p < piece.paths(); p++) {
      frame.putDouble(numbers[p]);
    }
    frame.putInt(checksum(frame.array(), 0, frame.position()));
    synchronized (bytes) {
      bytes.writeBytes(frame.array());
    }
  }

  /** Returns all that was put. */
  public byte[] toBytes() {
    return bytes.toByteArray();
  }

  /** Joins what several of these have come to. */
  public static byte[] join(Iterator<byte[]> some) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    some.forEachRemaining(all::writeBytes);
    return all.toByteArray();
  }

  /**
   * Puts what stands in {@code bytes} into {@code values}.
   *
   * @throws IllegalArgumentException if they are damaged
   */
  public static void read(byte[] bytes, WhyValues values) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    while (all.hasRemaining()) {
      int start = all.position();
      require(all.remaining() >= HEAD);
      int kind = all.getInt();
      Piece piece = new Piece(all.getInt(), all.getInt(), all.getInt());
      int first = all.getInt();
      int second = all.getInt();
      long body = (long) piece.paths() * Double.BYTES;
      require(piece.paths() >= 0 && all.remaining() >= body + Integer.BYTES);
      double[] numbers = new double[piece.paths()];
      for (int p = 0; p < numbers.length; p++) {
        numbers[p] = all.getDouble();
      }
      int length = all.position() - start;
      require(all.getInt() == checksum(bytes, start, length));
      put(kind, piece, first, second, numbers, values);
    }
  }

  private static void put(
      int kind, Piece piece, int first, int second, double[] numbers, WhyValues values) {
    switch (kind) {
      case GAUGE -> values.putGauge(piece, first, second, numbers);
      case OUTCOME -> values.putOutcome(piece, first, numbers);
      case EXCHANGED -> values.putExchanged(piece, first, numbers);
      default -> {
        boolean[] counts = new boolean[numbers.length];
        for (int p = 0; p < counts.length; p++) {
          counts[p] = numbers[p] == 1;
        }
        values.putCounts(piece, first, counts);
      }
    }
  }

  private static void require(boolean whole) {
    if (!whole) {
      throw new IllegalArgumentException("damaged outcomes: the checksum is another");
    }
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }
}
