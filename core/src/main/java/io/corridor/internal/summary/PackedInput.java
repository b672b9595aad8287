package io.corridor.internal.summary;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Reads what {@link PackedOutput} wrote.
 *
 * <p>For use by one thread.
 */
public final class PackedInput {
  private final ByteBuffer bytes;

  private PackedInput(byte[] bytes) {
    int size = bytes.length - Integer.BYTES;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, Math.max(size, 0));
    if (size < 0 || this.bytes.getInt(size) != (int) checksum.getValue()) {
      throw new IllegalArgumentException("damaged summary: the checksum is another");
    }
    this.bytes.limit(size);
  }

  /**
   * Reads {@code bytes} from the first to the last.
   *
   * @param bytes what {@link PackedOutput#toBytes} returned
   * @param reader reads them
   * @throws IllegalArgumentException if they are damaged, of another version of the library, or
   *     more or fewer than {@code reader} reads
   */
  public static <T> T read(byte[] bytes, Function<PackedInput, T> reader) {
    PackedInput in = new PackedInput(bytes);
    try {
      if (in.readLong() != PackedOutput.FORMAT) {
        throw new IllegalArgumentException("a summary of another version, or none");
      }
      T read = reader.apply(in);
      if (in.bytes.hasRemaining()) {
        throw new IllegalArgumentException("damaged summary: it goes on after its end");
      }
      return read;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("damaged summary: it ends early", e);
    }
  }

  /** Reads a whole number. */
  public long readLong() {
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
  public int readInt(int low, int high) {
    long value = readLong();
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "damaged summary: " + value + ", must be from " + low + " to " + high);
    }
    return (int) value;
  }

  /** Reads as many whole numbers as were written together. */
  public long[] readLongs() {
    long[] values = new long[readInt(0, bytes.remaining())];
    for (int i = 0; i < values.length; i++) {
      values[i] = readLong();
    }
    return values;
  }

  /** Reads a double. */
  public double readDouble() {
    return bytes.getDouble();
  }

  /** Reads as many doubles as were written together. */
  public double[] readDoubles() {
    double[] values = new double[readInt(0, bytes.remaining() / Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readDouble();
    }
    return values;
  }
}
