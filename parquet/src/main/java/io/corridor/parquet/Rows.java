package io.corridor.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Writes a Parquet file row by row, value by value from the first column to the last. What is held
 * in memory is bounded by the size of a row group.
 *
 * <p>Columns are encoded but not compressed: compression makes them a tenth smaller and takes
 * native code, for which there is not always a place (docs/decisions/parquet.md).
 */
final class Rows implements AutoCloseable {
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final int ROW_GROUP_ROWS = 1_000_000;

  private final ParquetWriter<Row> writer;
  private final MessageType schema;

  @SuppressWarnings("NullAway.Init") // the writer gives it, as it is built
  private RecordConsumer consumer;

  private int column;

  /** Adds the values of a row. */
  @FunctionalInterface
  interface Row {
    void addTo(Rows rows);
  }

  private Rows(OutputStream out, MessageType schema, Map<String, String> about) throws IOException {
    this.schema = schema;
    this.writer =
        new Builder(out, new Support(schema, about))
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
            .build();
  }

  /**
   * Starts a file.
   *
   * @param out takes the file, and is left open
   * @param schema names and types of the columns, all of them required
   * @param about goes into the file's key-value metadata
   * @throws IOException if {@code out} does
   */
  static Rows to(OutputStream out, MessageType schema, Map<String, String> about)
      throws IOException {
    return new Rows(out, schema, about);
  }

  /** Writes a row, of which {@code row} adds all values. */
  void write(Row row) throws IOException {
    try {
      writer.write(row);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Adds the value of a column of whole numbers. */
  void add(long value) {
    begin();
    consumer.addLong(value);
    end();
  }

  /** Adds the value of a column of dates: days since 1970. */
  void addDay(int value) {
    begin();
    consumer.addInteger(value);
    end();
  }

  /** Adds the value of a column of real numbers. */
  void add(double value) {
    begin();
    consumer.addDouble(value);
    end();
  }

  /** Adds the value of a column of texts. */
  void add(String value) {
    begin();
    consumer.addBinary(Binary.fromString(value));
    end();
  }

  private void begin() {
    consumer.startField(schema.getFieldName(column), column);
  }

  private void end() {
    consumer.endField(schema.getFieldName(column), column);
    column++;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Hands rows to the library. */
  private final class Support extends WriteSupport<Row> {
    private final MessageType columns;
    private final Map<String, String> about;

    Support(MessageType columns, Map<String, String> about) {
      this.columns = columns;
      this.about = about;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library, so there is no way around it
    public WriteContext init(Configuration configuration) {
      return new WriteContext(columns, about);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Row row) {
      column = 0;
      consumer.startMessage();
      row.addTo(Rows.this);
      consumer.endMessage();
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final WriteSupport<Row> support;

    Builder(OutputStream out, WriteSupport<Row> support) {
      super(new StreamFile(out));
      this.support = support;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // as above
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
