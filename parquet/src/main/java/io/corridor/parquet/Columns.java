package io.corridor.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * The columns of a file, each with its name, its type, and how a row gives its value.
 *
 * @param <R> what a row is made of
 */
final class Columns<R> {
  private final Types.MessageTypeBuilder types = Types.buildMessage();
  private final List<BiConsumer<RecordConsumer, R>> values = new ArrayList<>();

  /** Adds a column of whole numbers. */
  Columns<R> whole(String name, ToLongFunction<R> value) {
    types.required(PrimitiveTypeName.INT64).named(name);
    return with((out, row) -> out.addLong(value.applyAsLong(row)));
  }

  /** Adds a column of real numbers. */
  Columns<R> real(String name, ToDoubleFunction<R> value) {
    types.required(PrimitiveTypeName.DOUBLE).named(name);
    return with((out, row) -> out.addDouble(value.applyAsDouble(row)));
  }

  /** Adds a column of months, as dates: the first day of each. */
  Columns<R> month(String name, Function<R, YearMonth> value) {
    types.required(PrimitiveTypeName.INT32).as(dateType()).named(name);
    return with(
        (out, row) -> out.addInteger(Math.toIntExact(value.apply(row).atDay(1).toEpochDay())));
  }

  /** Adds a column of texts. */
  Columns<R> text(String name, Function<R, String> value) {
    types.required(PrimitiveTypeName.BINARY).as(stringType()).named(name);
    return with((out, row) -> out.addBinary(Binary.fromString(value.apply(row))));
  }

  private Columns<R> with(BiConsumer<RecordConsumer, R> value) {
    values.add(value);
    return this;
  }

  /** Returns names and types, under the name of what a row is. */
  MessageType schema(String row) {
    return types.named(row);
  }

  /** Writes the values of a row, from the first column to the last. */
  void write(R row, MessageType schema, RecordConsumer out) {
    out.startMessage();
    for (int i = 0; i < values.size(); i++) {
      out.startField(schema.getFieldName(i), i);
      values.get(i).accept(out, row);
      out.endField(schema.getFieldName(i), i);
    }
    out.endMessage();
  }
}
