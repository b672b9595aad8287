package io.corridor.customs;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of a file's columns. */
final class Header {
  private final List<String> names;
  private final Map<String, Integer> columns = new HashMap<>();

  Header(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      columns.putIfAbsent(plain(names.get(i)), i);
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ .\\-]+", "_");
  }

  /** Returns the names as they stand in the file. */
  List<String> names() {
    return names;
  }

  /** Returns whether there is a column of each kind, of which any of several names will do. */
  boolean hasAll(List<List<String>> kinds) {
    return kinds.stream().allMatch(kind -> find(kind).isPresent());
  }

  /** Returns how many cells a row needs to have one in the first column of each kind. */
  int width(List<List<String>> kinds) {
    return 1 + kinds.stream().mapToInt(kind -> find(kind).orElseThrow()).max().orElse(-1);
  }

  /** Returns the column that has one of the names, the first that fits. */
  Optional<Integer> find(List<String> any) {
    return any.stream().filter(columns::containsKey).map(columns::get).findFirst();
  }

  /** Returns the cell of a row below one of the names; blank where there is none. */
  String cell(CsvRecord row, List<String> any) {
    Optional<Integer> column = find(any);
    return column.isEmpty() ? "" : cell(row, column.get());
  }

  /** Returns a cell of a row; blank where it is too short. */
  static String cell(CsvRecord row, int column) {
    return column < row.getFieldCount() ? row.getField(column).strip() : "";
  }
}
