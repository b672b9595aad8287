package io.corridor.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.time.YearMonth;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Collects the columns of a file. */
final class Columns {
  private final Types.MessageTypeBuilder builder = Types.buildMessage();

  /** Adds a column of whole numbers. */
  Columns whole(String name) {
    builder.required(PrimitiveTypeName.INT64).named(name);
    return this;
  }

  /** Adds a column of real numbers. */
  Columns real(String name) {
    builder.required(PrimitiveTypeName.DOUBLE).named(name);
    return this;
  }

  /** Adds a column of dates. */
  Columns date(String name) {
    builder.required(PrimitiveTypeName.INT32).as(dateType()).named(name);
    return this;
  }

  /** Adds a column of texts. */
  Columns text(String name) {
    builder.required(PrimitiveTypeName.BINARY).as(stringType()).named(name);
    return this;
  }

  /** Returns the columns under the name of what a row is. */
  MessageType of(String row) {
    return builder.named(row);
  }

  /** Returns the value of a month in a column of dates: its first day. */
  static int day(YearMonth month) {
    return Math.toIntExact(month.atDay(1).toEpochDay());
  }
}
