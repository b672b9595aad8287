package io.corridor.internal.summary;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Bytes being written: whole numbers take one byte for each 7 bits, and a checksum ends them.
 *
 * <p>For use by one thread.
 */
final class PackedOutput {
  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** Writes a number {@code >= 0}; a negative one takes ten bytes. */
  void writeLong(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    write((int) rest);
  }

  /** Writes the eight bytes of a double, so that it is read bit for bit. */
  void writeDouble(double value) {
    writeFixed(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  /** Writes how many bytes there are, and these. */
  void writeBytes(byte[] more) {
    writeLong(more.length);
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, size + more.length));
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
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
  byte[] toBytes() {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, size);
    writeFixed(checksum.getValue(), Integer.BYTES);
    return Arrays.copyOf(bytes, size);
  }
}
