package io.corridor.customs;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.corridor.customs.Layout.BadRowException;
import io.corridor.customs.Ledger.Key;
import io.corridor.evidence.series.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files of trade and energy statistics as people download them, of two countries and those they
 * trade with. Files are known by their columns, and are read row by row: how large they are doesn't
 * matter.
 */
public final class TradeStatistics {
  /** Rows in which the names of the columns are looked for; titles may stand above. */
  private static final int TITLES = 40;

  /** Rows by which it is told how numbers are written. */
  private static final int SAMPLE = 1000;

  /** Bad rows whose lines are named. */
  private static final int NAMED = 5;

  /** Reasons that are told, each for itself. */
  private static final int REASONS = 20;

  private static final String OTHER = "other reasons";

  private final String exporter;
  private final String importer;
  private final OptionalDouble dollarsOfEuro;
  private final Ledger ledger = new Ledger();
  private final Map<String, Energy> energy = new TreeMap<>();
  private final List<Source> sources = new ArrayList<>();

  /**
   * A file that was read.
   *
   * @param file its name
   * @param publisher whose layout it has
   * @param sha256 of its bytes
   * @param rows below the names of the columns
   * @param bad why rows can't be read, each with its first lines and how many there are
   * @param unknown areas that are no countries, such as groups of them, or that aren't known
   * @param revised values that an earlier file had otherwise
   */
  public record Source(
      String file,
      String publisher,
      String sha256,
      long rows,
      List<String> bad,
      List<String> unknown,
      int revised) {}

  /** Rows that can't be read for one reason. */
  private static final class Bad {
    private final List<String> first = new ArrayList<>();
    private long count;

    void add(long line) {
      count++;
      if (count <= NAMED) {
        first.add(String.valueOf(line));
      }
    }

    String lines() {
      return (count == 1 ? "line " : "lines ")
          + String.join(", ", first)
          + (count > NAMED ? " and %,d more".formatted(count - NAMED) : "");
    }
  }

  /** What a country makes, uses or buys of a sort of energy. */
  record Energy(String unit, TreeMap<Period, Double> values) {}

  /** A file that can't be read, and why. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /**
   * Makes statistics of two countries, without any yet.
   *
   * @param exporter code of three letters
   * @param importer likewise
   * @param dollarsOfEuro what a euro is worth in dollars; files of euros need it
   */
  public TradeStatistics(String exporter, String importer, OptionalDouble dollarsOfEuro) {
    this.exporter = exporter;
    this.importer = importer;
    this.dollarsOfEuro = dollarsOfEuro;
  }

  String exporter() {
    return exporter;
  }

  String importer() {
    return importer;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Returns what the importer makes, uses and buys: {@code electricity.demand}. */
  Map<String, Energy> energy() {
    return energy;
  }

  /** Returns the files that were read. */
  public List<Source> sources() {
    return List.copyOf(sources);
  }

  /**
   * Reads a file; what it says of a trade and period counts rather than what earlier files do.
   *
   * @throws UnreadableException if it is none of a layout that is known, saying what it has and
   *     what each wants
   */
  public void read(Path file) throws IOException, UnreadableException {
    if (Files.isDirectory(file)) {
      throw new UnreadableException(file + " is a folder; must be a file");
    }
    String name = String.valueOf(file.getFileName());
    MessageDigest digest = sha256();
    char separator = separator(file);
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
        Reader text = new InputStreamReader(bytes, charset(file));
        CsvReader<CsvRecord> rows =
            CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .ofCsvRecord(text)) {
      FileReading reading = new FileReading(name);
      rows.forEach(reading::row);
      if (reading.layout().inEuros() && dollarsOfEuro.isEmpty()) {
        throw new UnreadableException(
            name + " is in euros: say what one is worth, such as --usd-per-euro 1.12");
      }
      reading.end();
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
      sources.add(
          new Source(
              name,
              reading.layout().name(),
              HexFormat.of().formatHex(digest.digest()),
              reading.count,
              reading.told(),
              reading.lookup.unknown(),
              ledger.revise(reading.trades)));
    } catch (CsvParseException | UncheckedIOException e) {
      String where = String.valueOf(e.getMessage()).replace("Exception when reading", "in the");
      String why = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw new UnreadableException(file + " is not CSV: " + where + why.stripTrailing());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e); // every Java has it
    }
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(1 << 16);
    }
  }

  /** UTF-8, with a mark or without, or, where the beginning isn't, Latin 1, as Comtrade has it. */
  private static Charset charset(Path file) throws IOException {
    byte[] head = beginning(file);
    try {
      int whole = head.length < 1 << 16 ? head.length : head.length - 4; // a letter may be cut
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(java.nio.ByteBuffer.wrap(head, 0, whole));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /** Returns what the lines at the file's beginning have most of: commas, semicolons or tabs. */
  private static char separator(Path file) throws IOException {
    String head = new String(beginning(file), StandardCharsets.ISO_8859_1);
    String widest =
        head.lines()
            .limit(TITLES)
            .map(line -> line.replaceAll("\"[^\"]*\"", ""))
            .max(java.util.Comparator.comparingLong(TradeStatistics::separators))
            .orElse("");
    char most = ',';
    for (char candidate : new char[] {';', '\t', '|'}) {
      if (count(widest, candidate) > count(widest, most)) {
        most = candidate;
      }
    }
    return most;
  }

  private static long separators(String line) {
    return count(line, ',') + count(line, ';') + count(line, '\t') + count(line, '|');
  }

  private static long count(String line, char c) {
    return line.chars().filter(at -> at == c).count();
  }

  /**
   * What a file's rows stand below.
   *
   * @param width how many cells a row needs
   */
  private record Table(Header header, Layout layout, int width) {}

  /** The reading of one file. */
  private final class FileReading implements Layout.Statistics {
    private final String name;
    private final Ledger trades = new Ledger();
    private final Map<String, Bad> bad = new LinkedHashMap<>();
    private final List<CsvRecord> waiting = new ArrayList<>();
    private final Layout.Lookup lookup = new Layout.Lookup();
    private final List<List<String>> titles = new ArrayList<>();
    private Optional<Table> table = Optional.empty();
    private Optional<Numerals> numerals = Optional.empty();
    private long count;

    FileReading(String name) {
      this.name = name;
    }

    Layout layout() throws UnreadableException {
      return table.orElseThrow(() -> new UnreadableException(notKnown())).layout();
    }

    void row(CsvRecord cells) {
      if (table.isEmpty()) {
        List<String> names =
            cells.getFields().stream().map(cell -> cell.replace("\ufeff", "").strip()).toList();
        if (titles.size() < TITLES) {
          titles.add(names);
          Header header = new Header(names);
          table =
              Layout.of(header)
                  .map(layout -> new Table(header, layout, header.width(layout.wants())));
        }
        return;
      }
      count++;
      if (numerals.isPresent()) {
        read(cells);
        return;
      }
      waiting.add(cells);
      if (waiting.size() == SAMPLE) {
        end();
      }
    }

    /** Reads the rows that were waiting for how numbers are written. */
    void end() {
      if (numerals.isEmpty()) {
        numerals =
            Optional.of(
                Numerals.of(
                    waiting.stream().flatMap(cells -> cells.getFields().stream()).toList()));
        waiting.forEach(this::read);
        waiting.clear();
      }
    }

    private void read(CsvRecord cells) {
      Table in = table.orElseThrow();
      try {
        if (cells.getFieldCount() < in.width()) { // a cut file, or a remark below the table
          throw new BadRowException("ends before the last column that is read");
        }
        in.layout()
            .reads()
            .read(new Layout.Row(in.header(), cells, numerals.orElseThrow(), lookup), this);
      } catch (BadRowException e) {
        String why = String.valueOf(e.getMessage());
        bad.computeIfAbsent(
                bad.size() < REASONS || bad.containsKey(why) ? why : OTHER, w -> new Bad())
            .add(cells.getStartingLineNumber());
      }
    }

    @Override
    public void trade(Key key, int detail, Period period, double usd) {
      boolean ours =
          key.seller().equals(exporter)
              || key.buyer().equals(importer)
              || key.seller().equals(importer) && key.buyer().equals(exporter);
      if (ours) {
        trades.add(key, detail, period, usd);
      }
    }

    @Override
    public void energy(String country, String item, String unit, Period period, double value) {
      if (country.equals(importer)) {
        energy
            .computeIfAbsent(item, i -> new Energy(unit, new TreeMap<>()))
            .values()
            .put(period, value);
      }
    }

    @Override
    public double dollarsOfEuro() {
      return dollarsOfEuro.orElse(Double.NaN);
    }

    List<String> told() {
      return bad.entrySet().stream()
          .map(why -> why.getValue().lines() + ": " + why.getKey())
          .toList();
    }

    private String notKnown() {
      List<String> most =
          titles.stream().max(java.util.Comparator.comparingInt(List::size)).orElse(List.of());
      return name
          + (most.isEmpty()
              ? " is empty"
              : " isn't laid out as any that is known. It has the columns "
                  + String.join(", ", most))
          + ". Known are\n"
          + Layout.ALL.stream()
              .map(layout -> "  " + layout.name() + ": " + layout.columns())
              .collect(Collectors.joining("\n"));
    }
  }

  /** Returns, where neither sells the other anything, what was read: lines. */
  public List<String> nothing() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "nothing is told of what %s and %s sell each other, by month or year"
            .formatted(CountryCodes.name(exporter), CountryCodes.name(importer)));
    for (Source source : sources) {
      lines.add("  %s: %s, %,d rows".formatted(source.file(), source.publisher(), source.rows()));
      source.bad().forEach(bad -> lines.add("    left out, " + bad));
    }
    return lines;
  }

  /** Returns a trade as one side tells it, monthly or yearly. */
  Optional<NavigableMap<Period, Double>> series(Key key, int months) {
    return ledger.series(key, months);
  }
}
