package io.corridor.benchmarks.quality;

import io.corridor.internal.random.RandomStream;
import io.corridor.internal.random.RandomStream.Key;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Locale;

/**
 * Hands the words of random streams to a battery of tests; {@code benchmarks/quality.sh} calls it.
 *
 * <p>{@code keys ORDER} prints a line for each key of a {@link StreamOrder}: its two halves and,
 * for a check, the words of paths 0 and 10¹², all in hexadecimal. {@code words ORDER} writes the
 * words of blocks of 1024 paths, each key in turn, as 64-bit binary words without end; {@code words
 * FRESH} writes one word of each of a never-ending series of keys, at path 10¹².
 */
public final class StreamQuality {
  private static final long FAR_PATH = 1_000_000_000_000L;
  private static final int BLOCK = 1024;
  private static final int MONTHS = 1200;

  // Not System.out, which would write on when its reader has gone.
  private final FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
  private final ByteBuffer bytes =
      ByteBuffer.allocate(BLOCK * Long.BYTES).order(ByteOrder.nativeOrder());
  private final long[] words = new long[BLOCK];

  private StreamQuality() {}

  /**
   * Prints keys or writes words.
   *
   * @param arguments {@code keys} or {@code words}, and the name of an order
   * @throws IOException if the reader of the words has gone
   */
  public static void main(String[] arguments) throws IOException {
    String what = arguments[0];
    String order = arguments[1].toUpperCase(Locale.ROOT).replace('-', '_');
    if (what.equals("keys")) {
      StreamOrder.valueOf(order).keys().forEach(StreamQuality::print);
    } else if (order.equals("FRESH")) {
      new StreamQuality().writeFresh();
    } else {
      new StreamQuality().write(StreamOrder.valueOf(order).keys().toList());
    }
  }

  private static void print(Key key) {
    System.out.printf(
        "%016x %016x %016x %016x%n", key.start(), key.twist(), key.word(0), key.word(FAR_PATH));
  }

  private void write(List<Key> keys) throws IOException {
    for (long first = 0; ; first += BLOCK) {
      for (Key key : keys) {
        key.fill(first, BLOCK, words);
        writeWords();
      }
    }
  }

  private void writeFresh() throws IOException {
    int used = 0;
    for (int name = 0; ; name++) {
      RandomStream stream = RandomStream.of(0, "value." + name);
      for (int month = 0; month < MONTHS; month++) {
        words[used++] = stream.key(month, 0).word(FAR_PATH);
        if (used == BLOCK) {
          writeWords();
          used = 0;
        }
      }
    }
  }

  private void writeWords() throws IOException {
    bytes.clear().asLongBuffer().put(words);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
