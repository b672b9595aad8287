package io.corridor.scenarios.internal.csv;

import io.corridor.scenarios.internal.yaml.Folder;
import io.corridor.scenarios.internal.yaml.SourceText;
import io.corridor.scenarios.internal.yaml.Utf8;
import io.corridor.scenarios.internal.yaml.YamlException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The CSV files that a scenario names, of which each is taken apart once: every table of draws and
 * every variant may name the same large file.
 */
public final class CsvFiles {
  private final Map<Object, Parsed> parsed = new HashMap<>();

  /** A table, or why the file is none. */
  private interface Parsed {
    CsvTable table() throws YamlException;
  }

  /**
   * Returns the table of a file.
   *
   * @throws IOException if it can't be opened
   * @throws YamlException saying where it is no CSV
   */
  public CsvTable open(Folder folder, String name) throws IOException, YamlException {
    Folder.Found found = folder.open(name);
    return parsed.computeIfAbsent(found.identity(), identity -> parse(found)).table();
  }

  private static Parsed parse(Folder.Found found) {
    SourceText origin = SourceText.file(found.name(), found.folder());
    try {
      CsvTable table = CsvTable.parse(Utf8.decode(found.bytes(), origin), origin);
      return () -> table;
    } catch (YamlException e) {
      return () -> {
        throw e;
      };
    }
  }
}
