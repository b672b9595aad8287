package io.corridor.web.internal.browser.jdk.java.util.zip;

import java.util.zip.Checksum;

/** Stands for {@link java.util.zip.CRC32C}: the checksum of Castagnoli's polynomial. */
public final class CRC32C implements Checksum {
  private static final int REVERSED_POLYNOMIAL = 0x82F63B78;
  private static final int[] OF_BYTE = new int[256];

  static {
    for (int i = 0; i < OF_BYTE.length; i++) {
      int rest = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        rest = (rest >>> 1) ^ (REVERSED_POLYNOMIAL & -(rest & 1));
      }
      OF_BYTE[i] = rest;
    }
  }

  private int rest = -1;

  @Override
  public void update(int b) {
    rest = (rest >>> 8) ^ OF_BYTE[(rest ^ b) & 0xFF];
  }

  @Override
  public void update(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~rest & 0xFFFF_FFFFL;
  }

  @Override
  public void reset() {
    rest = -1;
  }
}
