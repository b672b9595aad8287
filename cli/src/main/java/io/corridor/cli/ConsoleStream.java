package io.corridor.cli;

import io.corridor.model.Printable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is printed to, in UTF-8. Whatever text a scenario brings along, a terminal shows it
 * and obeys none of it: of escapes only those of our own styles pass. What is written as bytes,
 * such as JSON, has seen to that itself. Remembers when something couldn't be written.
 */
final class ConsoleStream extends PrintStream {

  /** Bold, faint, the blues of heat maps, and plain again: see {@code Screen}. */
  private static final Pattern STYLE =
      Pattern.compile("\u001b\\[(?:0|1|2|38;5;(?:153|111|69|33))m");

  private final Remembering target;

  private ConsoleStream(Remembering target) {
    super(target, true, StandardCharsets.UTF_8);
    this.target = target;
  }

  /** Returns a stream that writes to {@code target}. */
  static ConsoleStream to(OutputStream target) {
    return target instanceof ConsoleStream output
        ? output
        : new ConsoleStream(new Remembering(target));
  }

  /** Returns what went wrong first, if something did. */
  Optional<IOException> failure() {
    flush();
    return Optional.ofNullable(target.failure);
  }

  @Override
  public void print(@Nullable String text) {
    super.print(clean(String.valueOf(text)));
  }

  @Override
  public void println(@Nullable String text) {
    super.println(clean(String.valueOf(text)));
  }

  private static String clean(String text) {
    Matcher style = STYLE.matcher(text);
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    while (style.find()) {
      clean.append(Printable.text(text.substring(from, style.start()))).append(style.group());
      from = style.end();
    }
    return clean.append(Printable.text(text.substring(from))).toString();
  }

  private static final class Remembering extends FilterOutputStream {
    private @Nullable IOException failure;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }
  }
}
