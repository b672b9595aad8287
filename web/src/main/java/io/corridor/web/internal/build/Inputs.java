package io.corridor.web.internal.build;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path as TeaVM reads it, which notes what it was asked for, there or not: a module
 * depends on these files, and on no other.
 */
final class Inputs extends ClassLoader {
  private final Set<String> asked = new ConcurrentSkipListSet<>();

  Inputs() {
    super(Inputs.class.getClassLoader());
    asked.add("META-INF/maven/org.teavm/teavm-core/pom.properties");
    Stream.of(Compiler.class, Replacements.class, Resources.class, Substitutions.class)
        .map(type -> type.getName().replace('.', '/') + ".class")
        .forEach(asked::add);
  }

  @Override
  public @Nullable URL getResource(String name) {
    asked.add(name);
    return super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    asked.add(name);
    return super.getResources(name);
  }

  /** Notes beside {@code module} what it was compiled from. */
  void note(Path module) throws IOException {
    Files.writeString(notes(module), checksum(module, asked) + "\n" + String.join("\n", asked));
  }

  /** Whether {@code module} is there, and was compiled from what stands there now. */
  static boolean made(Path module) throws IOException {
    if (!Files.exists(module) || !Files.exists(notes(module))) {
      return false;
    }
    List<String> lines = Files.readAllLines(notes(module));
    return lines.get(0).equals(checksum(module, lines.subList(1, lines.size())));
  }

  private static Path notes(Path module) {
    return module.resolveSibling("inputs.txt");
  }

  private static String checksum(Path module, Collection<String> names) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher().putBytes(Files.readAllBytes(module));
    for (String name : names) {
      hasher.putUnencodedChars(name);
      for (URL file : Collections.list(Inputs.class.getClassLoader().getResources(name))) {
        try (InputStream in = file.openStream()) {
          byte[] bytes = in.readAllBytes();
          hasher.putInt(bytes.length).putBytes(bytes);
        }
      }
    }
    return hasher.hash().toString();
  }
}
