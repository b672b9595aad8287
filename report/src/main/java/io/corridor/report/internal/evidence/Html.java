package io.corridor.report.internal.evidence;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** The frame of a page about data, and what its words and numbers look like. */
final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1d2733; --soft: #5d6b7a; --paper: #fff; --line: #dfe5ea;
        --data: #1d2733; --fit: #1f6f8b; --wide: #1f6f8b26; --narrow: #1f6f8b4d; --bad: #c2452d; --prior: #9aa7b3; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9dabb8; --paper: #141a20;
        --line: #2c3640; --data: #e6ebf0; --fit: #6cc0da; --wide: #6cc0da26; --narrow: #6cc0da4d; --bad: #f0806a; } }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
      h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; } .soft { color: var(--soft); }
      .verdict { font-size: 1.15rem; border-left: 4px solid var(--fit); padding-left: .8rem; }
      .warn { border-left: 4px solid var(--bad); padding-left: .8rem; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .6rem 0; display: block; overflow-x: auto; }
      th, td { text-align: right; padding: .25rem .7rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; padding-left: 0; } th { font-weight: 600; }
      svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--soft); }
      .grid { stroke: var(--line); } .data { fill: none; stroke: var(--data); stroke-width: 1.4; }
      .fit { fill: none; stroke: var(--fit); stroke-width: 1.4; } .wide { fill: var(--wide); }
      .narrow { fill: var(--narrow); } .median { fill: var(--fit); } .hit { fill: var(--data); }
      .miss { fill: var(--bad); } .prior { fill: var(--prior); opacity: .45; } .posterior { fill: var(--fit); }
      figure { margin: .5rem 0 1.2rem; } figcaption { color: var(--soft); font-size: .9rem; }
      """;

  private Html() {}

  /** Writes a page. */
  static void write(String title, String subtitle, String body, Writer out) throws IOException {
    out.write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.write(
        "<title>" + text(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    out.write("<h1>" + text(title) + "</h1>\n<p class=\"soft\">" + text(subtitle) + "</p>\n");
    out.write(body);
    out.write("</body>\n</html>\n");
  }

  /** Returns text that HTML takes for text. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns a number of three digits that mean something, thousands apart. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    double size = Math.abs(value);
    if (size >= 1e9) {
      return rounded.movePointLeft(9).stripTrailingZeros().toPlainString() + " bn";
    }
    if (size >= 1e6) {
      return rounded.movePointLeft(6).stripTrailingZeros().toPlainString() + " mn";
    }
    if (size >= 10_000) {
      return String.format(java.util.Locale.ROOT, "%,d", rounded.longValue())
          .replace(',', '\u00A0')
          .replace("-", "−");
    }
    String plain = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return plain.replace("-", "−");
  }

  static String row(String cell, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (String one : cells) {
      row.append('<')
          .append(cell)
          .append('>')
          .append(text(one))
          .append("</")
          .append(cell)
          .append('>');
    }
    return row.append("</tr>\n").toString();
  }

  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<table>\n").append(row("th", head));
    rows.forEach(cells -> table.append(row("td", cells)));
    return table.append("</table>\n").toString();
  }

  static String figure(String svg, String caption) {
    return "<figure>\n" + svg + "<figcaption>" + text(caption) + "</figcaption>\n</figure>\n";
  }
}
