package io.corridor.cli.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function SHA-256. */
final class Sha256 {
  /** Number of bytes of a hash. */
  static final int LENGTH = 32;

  private Sha256() {}

  /** Returns the hash of the first {@code length} of {@code bytes}. */
  static byte[] of(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
