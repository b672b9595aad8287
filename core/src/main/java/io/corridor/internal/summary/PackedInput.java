package io.corridor.internal.summary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Reads what {@link PackedOutput} wrote.
 *
 * <p>For use by one thread.
 */
final class PackedInput {
  private final ByteBuffer bytes;

  /**
   * Checks {@code bytes}, and starts at the first.
   *
   * @throws IllegalArgumentException if they don't fit their checksum
   */
  PackedInput(byte[] bytes) {
    int size = bytes.length - Integer.BYTES;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, Math.max(size, 0));
    if (size < 0 || this.bytes.getInt(size) != (int) checksum.getValue()) {
      throw new IllegalArgumentException("damaged summary: the checksum is another");
    }
    this.bytes.limit(size);
  }

  /** Reads a whole number. */
  long readLong() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      long next = bytes.get();
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("damaged summary: a number of more than 64 bits");
  }

  /** Reads a whole number from {@code low} to {@code high}. */
  int readInt(int low, int high) {
    long value = readLong();
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "damaged summary: " + value + ", must be from " + low + " to " + high);
    }
    return (int) value;
  }

  /** Reads a double. */
  double readDouble() {
    return bytes.getDouble();
  }

  /** Reads as many bytes as were written together. */
  byte[] readBytes() {
    byte[] read = new byte[readInt(0, bytes.remaining())];
    bytes.get(read);
    return read;
  }

  /** Whether all has been read. */
  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }
}
