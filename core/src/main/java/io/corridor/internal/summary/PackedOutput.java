package io.corridor.internal.summary;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Bytes being written: first the version of what is written, at last a checksum. Whole numbers take
 * one byte for each 7 bits.
 *
 * <p>For use by one thread.
 */
public final class PackedOutput {
  /** Changes whenever what is written does: {@code "CSM"} and a version. */
  static final int FORMAT = 0x43534D03;

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** Starts with the version. */
  public PackedOutput() {
    writeLong(FORMAT);
  }

  /** Writes a number {@code >= 0}; a negative one takes ten bytes. */
  public void writeLong(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  /** Writes how many numbers there are, and these. */
  public void writeLongs(long[] values) {
    writeLong(values.length);
    for (long value : values) {
      writeLong(value);
    }
  }

  /** Writes the eight bytes of a double, so that it is read bit for bit. */
  public void writeDouble(double value) {
    writeFixed(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  /** Writes how many numbers there are, and these. */
  public void writeDoubles(double[] values) {
    writeLong(values.length);
    for (double value : values) {
      writeDouble(value);
    }
  }

  /** Writes the {@code count} low bytes of {@code value}, the lowest first. */
  private void writeFixed(long value, int count) {
    for (int i = 0; i < count; i++) {
      write((int) (value >>> (8 * i)));
    }
  }

  private void write(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  /** Returns all that was written, and its CRC-32C. */
  public byte[] toBytes() {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, size);
    writeFixed(checksum.getValue(), Integer.BYTES);
    return Arrays.copyOf(bytes, size);
  }
}
