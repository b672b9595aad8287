package io.corridor.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Writes a Parquet file row by row. What is held in memory is bounded by the size of a row group.
 *
 * <p>Columns are encoded but not compressed: compression makes them a tenth smaller and takes
 * native code, for which there is not always a place (docs/decisions/parquet.md).
 *
 * @param <R> what a row is made of
 */
final class Rows<R> implements AutoCloseable {
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final int ROW_GROUP_ROWS = 1_000_000;

  private final ParquetWriter<Supplier<R>> writer;

  private Rows(ParquetWriter<Supplier<R>> writer) {
    this.writer = writer;
  }

  /**
   * Starts a file.
   *
   * @param out takes the file, and is left open
   * @param name of what a row is
   * @param columns all of them required
   * @param about goes into the file's key-value metadata
   * @throws IOException if {@code out} does
   */
  static <R> Rows<R> to(
      OutputStream out, String name, Columns<R> columns, Map<String, String> about)
      throws IOException {
    return new Rows<>(
        new Builder<>(out, new Support<>(columns.schema(name), columns, about))
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
            .build());
  }

  /** Writes a row; if {@code row} throws something, what is held of others is dropped. */
  void write(Supplier<R> row) throws IOException {
    try {
      writer.write(row);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Hands rows to the library. */
  private static final class Support<R> extends WriteSupport<Supplier<R>> {
    private final MessageType schema;
    private final Columns<R> columns;
    private final Map<String, String> about;

    @SuppressWarnings("NullAway.Init") // the writer gives it, as it is built
    private RecordConsumer consumer;

    Support(MessageType schema, Columns<R> columns, Map<String, String> about) {
      this.schema = schema;
      this.columns = columns;
      this.about = about;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library, so there is no way around it
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, about);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Supplier<R> row) {
      columns.write(row.get(), schema, consumer);
    }
  }

  private static final class Builder<R> extends ParquetWriter.Builder<Supplier<R>, Builder<R>> {
    private final WriteSupport<Supplier<R>> support;

    Builder(OutputStream out, WriteSupport<Supplier<R>> support) {
      super(new StreamFile(out));
      this.support = support;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // as above
    protected WriteSupport<Supplier<R>> getWriteSupport(Configuration configuration) {
      return support;
    }
  }
}
