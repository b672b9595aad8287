package io.corridor.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes texts and bytes at random, in the ways that people, disks and adversaries do. */
final class Mutation {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  /** What trips readers of YAML, CSV and JSON, and what scenarios are made of. */
  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\t",
          "\n",
          "\r",
          "\0",
          "\u0007",
          "\u001b[2J",
          "\u0085",
          "\u202e",
          "\ufeff",
          "\ufffe",
          "\ud83d\ude00",
          "~",
          "null",
          "true",
          ".inf",
          "-.inf",
          ".nan",
          "NaN",
          "Infinity",
          "1e999",
          "-1e999",
          "1e-999",
          "0x1F",
          "0o17",
          "1_0__0",
          "-0",
          "0",
          "-1",
          "1e308",
          "4.9e-324",
          "9223372036854775808",
          "99999999999999999999",
          "%",
          "100 %",
          "1e9 %",
          "{",
          "}",
          "[",
          "]",
          "{}",
          "[]",
          ":",
          ": ",
          "-",
          "- ",
          "?",
          "? ",
          ",",
          "#",
          "|",
          ">",
          "|-\n",
          "'",
          "\"",
          "\\",
          "`",
          "@",
          "&a",
          "*a",
          "&a [*a]",
          "!!str",
          "!x",
          "%YAML",
          "---",
          "...",
          "<<: *a",
          "{uniform: [1, 0]}",
          "{normal: [0, -1]}",
          "{beta: [0, 0]}",
          "{triangular: [1, 2]}",
          "{choice: {}}",
          "{choice: {1: 2}}",
          "{parameter: x}",
          "{lognormal: [1e300, 1e300]}",
          "{uniform: [-1e308, 1e308]}",
          "0000-00",
          "2019-02-30",
          "9999-12",
          "-2019-03",
          "2019-3",
          "extends: x.yaml",
          "extends: ../../etc/passwd",
          "extends: /etc/passwd",
          "file: x.csv",
          "file: /dev/zero",
          "12 parsecs",
          "1 bn USD/year",
          "5 mcm/d",
          "USD",
          "= 1+1",
          "variants: {base: {}}",
          "until: a",
          "given: a",
          "total.12m",
          "k".repeat(300),
          "9".repeat(400),
          "[".repeat(60),
          "x: ".repeat(60),
          "a\nb",
          "=cmd()");

  private Mutation() {}

  /** Returns {@code text} with a few changes. */
  static String of(String text, List<String> others, SplittableRandom random) {
    String changed = text;
    for (int i = Math.max(0, random.nextInt(6) - 3); i >= 0; i--) {
      changed = once(changed, others, random);
    }
    return changed;
  }

  private static String once(String text, List<String> others, SplittableRandom random) {
    return switch (random.nextInt(16)) {
      case 0 -> insert(text, pick(HOSTILE, random), random);
      case 1 -> replace(text, NUMBER, pick(HOSTILE, random), random);
      case 2 -> replace(text, WORD, pick(HOSTILE, random), random);
      case 3 -> replace(text, NUMBER, number(random), random);
      case 4 -> replace(text, WORD, word(text, random), random);
      case 5 -> cut(text, random);
      case 6 -> insert(text, piece(text, random), random);
      case 7 -> insert(text, piece(pick(others, random), random), random);
      case 8 -> lines(text, random);
      case 9 -> new String(bytes(utf8(text), random), StandardCharsets.UTF_8);
      case 10, 11, 12 -> replace(text, NUMBER, number(random), random);
      case 13 -> insert(text, pick(HOSTILE, random).repeat(1 + random.nextInt(40)), random);
      default -> insert(text, Character.toString(random.nextInt(0x10FFFF + 1)), random);
    };
  }

  /** Returns {@code bytes} with a bit flipped, a piece lost, repeated, zeroed or made up. */
  static byte[] bytes(byte[] bytes, SplittableRandom random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
    byte[] changed = bytes.clone();
    switch (random.nextInt(6)) {
      case 0, 1 -> changed[from] ^= (byte) (1 << random.nextInt(8));
      case 2 -> changed = Arrays.copyOf(bytes, from);
      case 3 -> Arrays.fill(changed, from, to, (byte) 0);
      case 4 -> {
        for (int i = from; i < to; i++) {
          changed[i] = (byte) random.nextInt();
        }
      }
      default -> {
        changed = new byte[bytes.length + to - from];
        System.arraycopy(bytes, 0, changed, 0, to);
        System.arraycopy(bytes, from, changed, to, bytes.length - from);
      }
    }
    return changed;
  }

  /** Returns the value of a key of a scenario as somebody may write it. */
  static String value(List<String> others, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> number(random);
      case 4 -> piece(pick(others, random), random);
      default -> pick(HOSTILE, random);
    };
  }

  /** Returns a key of those that {@code text} has, or nearly so. */
  static String key(String text, SplittableRandom random) {
    StringBuilder key = new StringBuilder(word(text, random));
    for (int i = random.nextInt(4); i > 0; i--) {
      key.append('.').append(random.nextInt(12) == 0 ? pick(HOSTILE, random) : word(text, random));
    }
    return key.toString();
  }

  private static String number(SplittableRandom random) {
    double number = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(-3, 6));
    return random.nextBoolean() ? Double.toString(number) : Long.toString((long) number);
  }

  private static String word(String text, SplittableRandom random) {
    List<String> words = WORD.matcher(text).results().map(found -> found.group()).toList();
    return words.isEmpty() ? "x" : pick(words, random);
  }

  private static String replace(String text, Pattern what, String other, SplittableRandom random) {
    Matcher matcher = what.matcher(text);
    if (text.isEmpty() || !matcher.find(random.nextInt(text.length()))) {
      return text;
    }
    return text.substring(0, matcher.start()) + other + text.substring(matcher.end());
  }

  private static String insert(String text, String more, SplittableRandom random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + more + text.substring(at);
  }

  private static String piece(String text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(80)));
  }

  private static String cut(String text, SplittableRandom random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(random.nextInt(8) == 0 ? 4_000 : 20));
    return text.substring(0, from) + text.substring(to);
  }

  /** Loses, repeats, swaps or shifts a line. */
  private static String lines(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, lines.get(at));
      case 2 -> lines.add(other, lines.remove(at));
      default -> lines.set(at, " ".repeat(random.nextInt(5)) + lines.get(at).stripLeading());
    }
    return String.join("\n", lines);
  }

  private static <T> T pick(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
