package io.corridor.web.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.corridor.web.internal.browser.jdk.java.security.MessageDigest;
import io.corridor.web.internal.browser.jdk.java.util.zip.CRC32C;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Digests and checksums are those of the JDK, of texts of all lengths about a block's. */
class DigestsTest {

  @Test
  void digestsAreTheJdks() throws NoSuchAlgorithmException {
    Random random = new Random(11);
    MessageDigest ours = MessageDigest.getInstance("SHA-256");
    java.security.MessageDigest theirs = java.security.MessageDigest.getInstance("SHA-256");
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      ours.update(bytes);
      assertThat(ours.clone().digest()).as("%d bytes", length).isEqualTo(theirs.digest(bytes));
      ours.reset();
    }
  }

  @Test
  void checksumsAreTheJdks() {
    Random random = new Random(12);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      CRC32C ours = new CRC32C();
      ours.update(bytes, 0, length);
      java.util.zip.CRC32C theirs = new java.util.zip.CRC32C();
      theirs.update(bytes, 0, length);
      assertThat(ours.getValue()).isEqualTo(theirs.getValue());
    }
  }
}
