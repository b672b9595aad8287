package io.corridor.internal.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Arrays of bytes in one, with a checksum at the end. */
final class Pieces {

  private Pieces() {}

  /** Returns the pieces as one array. */
  static byte[] join(List<byte[]> pieces) {
    int size = pieces.stream().mapToInt(piece -> Integer.BYTES + piece.length).sum();
    ByteBuffer all = ByteBuffer.allocate(size + Integer.BYTES);
    for (byte[] piece : pieces) {
      all.putInt(piece.length).put(piece);
    }
    return all.putInt(checksum(all.array(), size)).array();
  }

  /**
   * Returns the pieces that were joined.
   *
   * @throws IllegalArgumentException if the bytes are damaged, or not so many pieces
   */
  static List<byte[]> split(byte[] bytes, int count) {
    int size = bytes.length - Integer.BYTES;
    ByteBuffer all = ByteBuffer.wrap(bytes);
    if (size < 0 || all.getInt(size) != checksum(bytes, size)) {
      throw new IllegalArgumentException("damaged summary: the checksum is another");
    }
    all.limit(size);
    List<byte[]> pieces = new ArrayList<>();
    try {
      while (all.hasRemaining()) {
        byte[] piece = new byte[Math.min(all.getInt(), all.remaining())];
        all.get(piece);
        pieces.add(piece);
      }
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("damaged summary: it ends early", e);
    }
    if (pieces.size() != count) {
      throw new IllegalArgumentException(
          "a summary of " + pieces.size() + " parts, not of " + count);
    }
    return pieces;
  }

  /** Returns numbers as bytes. */
  static byte[] ofLongs(long[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }

  /** Returns what {@link #ofLongs} took. */
  static long[] toLongs(byte[] bytes) {
    long[] numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return numbers;
  }

  private static int checksum(byte[] bytes, int size) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, size);
    return (int) checksum.getValue();
  }
}
