package io.corridor.web.internal.browser.jdk.java.security;

import java.io.ByteArrayOutputStream;
import java.security.NoSuchAlgorithmException;

/** Stands for {@link java.security.MessageDigest}, of which SHA-256 (FIPS 180-4) is needed. */
public final class MessageDigest implements Cloneable {
  private static final int BLOCK = 64;
  private static final int LENGTH = 32;
  private static final int[] FIRST = rootParts(1.0 / 2, 8);
  private static final int[] ROUND = rootParts(1.0 / 3, BLOCK);

  private ByteArrayOutputStream message = new ByteArrayOutputStream();

  private MessageDigest() {}

  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    if (!algorithm.equals("SHA-256")) {
      throw new NoSuchAlgorithmException(algorithm);
    }
    return new MessageDigest();
  }

  public String getAlgorithm() {
    return "SHA-256";
  }

  public int getDigestLength() {
    return LENGTH;
  }

  public void update(byte b) {
    message.write(b);
  }

  public void update(byte[] bytes) {
    message.write(bytes, 0, bytes.length);
  }

  public void update(byte[] bytes, int from, int count) {
    message.write(bytes, from, count);
  }

  public void update(java.nio.ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      message.write(bytes.get());
    }
  }

  public void reset() {
    message.reset();
  }

  public byte[] digest() {
    byte[] padded = padded();
    int[] state = FIRST.clone();
    int[] words = new int[BLOCK];
    for (int from = 0; from < padded.length; from += BLOCK) {
      compress(state, padded, from, words);
    }
    byte[] digest = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      digest[i] = (byte) (state[i / 4] >>> (24 - i % 4 * 8));
    }
    reset();
    return digest;
  }

  /** Returns the message, a bit, and its length in bits at the end of a block. */
  private byte[] padded() {
    byte[] bytes = message.toByteArray();
    byte[] padded = new byte[(bytes.length + 8) / BLOCK * BLOCK + BLOCK];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    padded[bytes.length] = (byte) 0x80;
    long bits = bytes.length * 8L;
    for (int i = 0; i < Long.BYTES; i++) {
      padded[padded.length - 1 - i] = (byte) (bits >>> (8 * i));
    }
    return padded;
  }

  private static void compress(int[] state, byte[] bytes, int from, int[] w) {
    for (int i = 0; i < 16; i++) {
      int at = from + 4 * i;
      w[i] =
          bytes[at] << 24
              | (bytes[at + 1] & 0xFF) << 16
              | (bytes[at + 2] & 0xFF) << 8
              | (bytes[at + 3] & 0xFF);
    }
    for (int i = 16; i < BLOCK; i++) {
      int s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      int s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < BLOCK; i++) {
      int t1 =
          h
              + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25))
              + ((e & f) ^ (~e & g))
              + ROUND[i]
              + w[i];
      int t2 = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    int[] after = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < after.length; i++) {
      state[i] += after[i];
    }
  }

  private static int turned(int word, int bits) {
    return word >>> bits | word << (Integer.SIZE - bits);
  }

  /** The constants are the first 32 bits behind the point of roots of the first primes. */
  private static int[] rootParts(double power, int count) {
    int[] parts = new int[count];
    int found = 0;
    for (long n = 2; found < count; n++) {
      boolean prime = true;
      for (long d = 2; d * d <= n; d++) {
        prime &= n % d != 0;
      }
      if (prime) {
        parts[found++] = rootPart(n, power == 1.0 / 2);
      }
    }
    return parts;
  }

  /**
   * Returns the first 32 bits behind the point of a root; a double has twenty more, and none of the
   * roots is so near to a whole number of 2⁻³² that these would not do.
   */
  private static int rootPart(long n, boolean square) {
    return (int) (long) ((square ? Math.sqrt(n) : Math.cbrt(n)) * 0x1p32);
  }

  @Override
  public MessageDigest clone() {
    MessageDigest copy = new MessageDigest();
    copy.update(message.toByteArray());
    return copy;
  }
}
