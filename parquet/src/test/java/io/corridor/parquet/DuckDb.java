package io.corridor.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads files with DuckDB, which shares no code with what wrote them. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  static DuckDb open() throws SQLException {
    return new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
  }

  /** Writes a file. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  static Path file(Path folder, Content content) throws IOException {
    Path file = folder.resolve("written.parquet");
    try (OutputStream out = Files.newOutputStream(file)) {
      content.write(out);
    }
    return file;
  }

  /** Returns the rows of a query about {@code file}, which it calls FILE. */
  List<List<Object>> rows(Path file, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query.replace("FILE", "'" + file + "'"))) {
      List<List<Object>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Returns the one value of a query. */
  Object value(Path file, String query) throws SQLException {
    return rows(file, query).get(0).get(0);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
