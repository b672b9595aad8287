package io.corridor.evidence.fit;

import io.corridor.evidence.score.Widening;
import io.corridor.model.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.math3.util.FastMath;

/**
 * Fits in a folder, a file each, for other processes and later ones. A file is called after the
 * SHA-256 of all that its fit depends on: the request, with its data's rows and the numbers that
 * the scenario states, and the code that fits. So are files of how much wider fits should be. It
 * ends with the SHA-256 of its name and of what is before: what is damaged, cut short or of another
 * program is no fit, and is made again.
 *
 * <p>A file is written under another name and then moved, so that several processes may use a
 * folder at once. Where it can't be read or written, fits are made as if there were no folder. Of
 * more bytes than are allowed, what was used least lately goes first.
 */
public final class FitFolder implements FitCache {
  private static final String SUFFIX = ".fit";
  private static final String WIDENING = ".widening";

  /** Packages of what fits: its code is part of the key. */
  private static final List<String> CODE =
      List.of(
          "io/corridor/evidence/",
          "io/corridor/internal/",
          "io/corridor/model/",
          "org/apache/commons/math3/");

  /** A backtest is of almost all code. */
  private static final List<String> CODE_OF_BACKTESTS = List.of("io/corridor/");

  private static final int DIGEST = 32;

  private final Path folder;
  private final long most;
  private final String code;

  private FitFolder(Path folder, long most, String code) {
    this.folder = folder;
    this.most = most;
    this.code = code;
  }

  /**
   * Returns the fits in {@code folder}, which needn't be there yet; {@link FitCache#NONE} where it
   * can't be told which code makes fits.
   *
   * @param folder nothing else may be in it: other files that are old are removed
   * @param most bytes that are kept, {@code >= 0}
   */
  public static FitCache of(Path folder, long most) {
    return code(CODE, FitFolder.class, Scenario.class, FastMath.class)
        .<FitCache>map(code -> new FitFolder(folder, most, code))
        .orElse(NONE);
  }

  /** Returns the same of another program, told by {@code code}. */
  static FitCache of(Path folder, long most, String code) {
    return new FitFolder(folder, most, code);
  }

  @Override
  public Fit fit(Fit.Request request) {
    // Records say all that they hold, numbers to the last bit; names in requests are ids.
    String name = name(code, request.toString()) + SUFFIX;
    Optional<Supplier<Fit>> kept = read(name, FitBytes::read);
    if (kept.isPresent()) {
      return kept.get().get();
    }
    try {
      Fit fit = request.make();
      keep(name, out -> FitBytes.write(fit, out));
      return fit;
    } catch (FitException e) { // why there is none takes long to find, too
      keep(name, out -> FitBytes.write(e, out));
      throw e;
    }
  }

  @Override
  public Map<String, Widening> widening(
      String of, Class<?> more, Supplier<Map<String, Widening>> make) {
    Optional<String> backtests =
        code(CODE_OF_BACKTESTS, FitFolder.class, Scenario.class, more).map(code::concat);
    if (backtests.isEmpty()) {
      return make.get();
    }
    String name = name(backtests.get(), of) + WIDENING;
    return read(name, FitFolder::widening)
        .orElseGet(
            () -> {
              Map<String, Widening> made = make.get();
              keep(name, out -> write(made, out));
              return made;
            });
  }

  private static void write(Map<String, Widening> widening, DataOutput out) throws IOException {
    out.writeInt(widening.size());
    for (Map.Entry<String, Widening> entry : widening.entrySet()) {
      Widening found = entry.getValue();
      out.writeUTF(entry.getKey());
      out.writeUTF(found.metric());
      out.writeInt(found.windows());
      out.writeDouble(found.effective());
      out.writeDouble(found.rms());
      out.writeDouble(found.factor());
    }
  }

  private static Map<String, Widening> widening(DataInput in) throws IOException {
    Map<String, Widening> widening = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      widening.put(
          in.readUTF(),
          new Widening(
              in.readUTF(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    return widening;
  }

  private static String name(String code, String of) {
    return HexFormat.of().formatHex(digest(bytes(code), bytes(of)));
  }

  /** Reads what was kept. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(DataInput in) throws IOException;
  }

  private <T> Optional<T> read(String name, Reader<T> reader) {
    Path file = folder.resolve(name);
    try {
      byte[] all = Files.readAllBytes(file);
      int end = all.length - DIGEST;
      if (end < 0
          || !Arrays.equals(
              digest(bytes(name), Arrays.copyOf(all, end)),
              Arrays.copyOfRange(all, end, all.length))) {
        return Optional.empty();
      }
      T found = reader.read(new DataInputStream(new ByteArrayInputStream(all, 0, end)));
      touch(file);
      return Optional.of(found);
    } catch (IOException e) {
      return Optional.empty(); // there is none, or none that can be read
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException e) {
      // It goes earlier than it need.
    }
  }

  /** Writes what is to be kept. */
  @FunctionalInterface
  private interface Content {
    void write(DataOutput out) throws IOException;
  }

  private void keep(String name, Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.write(new DataOutputStream(out));
      out.write(digest(bytes(name), out.toByteArray()));
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "", ".part");
      try {
        Files.write(part, out.toByteArray());
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      removeOld();
    } catch (IOException | UncheckedIOException e) { // the latter if listing fails half-way
      // It isn't kept, and will be made again.
    }
  }

  /** A file and what there is to say of it. */
  private record Old(Path file, long bytes, FileTime used) {}

  private void removeOld() throws IOException {
    List<Old> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.flatMap(file -> old(file).stream()).toList();
    }
    long excess = files.stream().mapToLong(Old::bytes).sum() - most;
    for (Old old : files.stream().sorted(Comparator.comparing(Old::used)).toList()) {
      if (excess <= 0) {
        return;
      }
      Files.deleteIfExists(old.file());
      excess -= old.bytes();
    }
  }

  /** Returns a file, unless another process has removed it meanwhile. */
  private static Optional<Old> old(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? Optional.of(new Old(file, found.size(), found.lastModifiedTime()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  // ------------------------------------------------------------------------------------ the code

  /** Returns what differs where the code in {@code packages} does, of the modules of classes. */
  private static Optional<String> code(List<String> packages, Class<?>... modules) {
    try {
      Set<Path> places = new LinkedHashSet<>(); // one, where all is packed together
      for (Class<?> type : modules) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
          return Optional.empty();
        }
        places.add(Path.of(source.getLocation().toURI()));
      }
      StringBuilder code = new StringBuilder();
      for (Path place : places) {
        code.append(Files.isDirectory(place) ? ofClasses(place, packages) : ofJar(place, packages));
      }
      return Optional.of(code.toString());
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Optional.empty(); // a loader of its own kind
    }
  }

  /** Returns the checksums that a jar has of its classes. */
  private static String ofJar(Path jar, List<String> packages) throws IOException {
    TreeSet<String> classes = new TreeSet<>();
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      entries.stream()
          .filter(entry -> packages.stream().anyMatch(entry.getName()::startsWith))
          .forEach(entry -> classes.add(entry.getName() + line(entry)));
    }
    return classes.toString();
  }

  private static String line(ZipEntry entry) {
    return " " + entry.getCrc() + " " + entry.getSize();
  }

  /** Returns the sizes and times of classes that were built and not packed. */
  private static String ofClasses(Path root, List<String> packages) throws IOException {
    TreeSet<String> classes = new TreeSet<>();
    for (String part : packages) {
      Path start = root.resolve(part);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          files.flatMap(file -> old(file).stream()).forEach(file -> classes.add(file.toString()));
        }
      }
    }
    return classes.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the SHA-256 of parts, whose lengths are told, too. */
  private static byte[] digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
