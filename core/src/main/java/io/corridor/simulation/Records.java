package io.corridor.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes, by Java's serialization, whether or not they are made for it: a record that
 * isn't stands there as its class and components, an optional value as what it holds.
 *
 * <p>Equal records are written once, so that a hundred variants of a scenario take little more room
 * than one.
 */
final class Records {

  private Records() {}

  /** Returns a record as bytes; its components are serializable, or records that are the like. */
  static byte[] toBytes(Record object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Output(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the record of {@code type} that {@link #toBytes} of the same version wrote. */
  static <T extends Record> T fromBytes(Class<T> type, byte[] bytes) {
    try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes))) {
      return type.cast(in.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Output extends ObjectOutputStream {
    private final Map<Record, Form> forms = new HashMap<>();

    Output(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object instanceof Optional<?> optional) {
        return new Maybe(Optional.class, optional.orElse(null));
      }
      if (object instanceof OptionalDouble optional) {
        return new Maybe(
            OptionalDouble.class, optional.isPresent() ? optional.getAsDouble() : null);
      }
      if (object instanceof Record record && !(object instanceof Serializable)) {
        return forms.computeIfAbsent(record, Form::of);
      }
      return object;
    }
  }

  private static final class Input extends ObjectInputStream {
    private static final Set<String> PLAIN =
        Set.of(
            "java.lang.Object",
            "java.lang.Record",
            "java.lang.Enum",
            "java.lang.String",
            "java.lang.Class",
            "java.lang.Boolean",
            "java.lang.Number",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.time.Ser",
            "java.time.LocalDate",
            "java.time.YearMonth",
            "java.util.CollSer",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.TreeMap",
            "java.util.Map$Entry",
            "java.util.Arrays$ArrayList");

    Input(InputStream in) throws IOException {
      super(in);
      setObjectInputFilter(Input::check);
      enableResolveObject(true);
    }

    /**
     * Lets the library's own records pass, and the plain values and collections they are made of.
     */
    private static Status check(ObjectInputFilter.FilterInfo info) {
      Class<?> type = info.serialClass();
      if (type == null) {
        return Status.UNDECIDED;
      }
      while (type.isArray()) {
        type = type.getComponentType();
      }
      String name = type.getName();
      boolean isKnown =
          type.isPrimitive()
              || name.startsWith("io.corridor.")
              || name.startsWith("java.util.ImmutableCollections$")
              || name.startsWith("java.util.Collections$Unmodifiable")
              || name.matches("com\\.google\\.common\\.collect\\.\\w*Immutable.*")
              || PLAIN.contains(name);
      return isKnown ? Status.ALLOWED : Status.REJECTED;
    }

    @Override
    protected Object resolveObject(Object object) {
      if (object instanceof Maybe maybe) {
        return maybe.optional();
      }
      return object instanceof Form form ? form.record() : object;
    }
  }

  /** Stands for an {@link Optional} or {@link OptionalDouble}. */
  private static final class Maybe implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<?> type;

    @SuppressWarnings("serial") // it is replaced if it isn't serializable
    private final @Nullable Object value;

    Maybe(Class<?> type, @Nullable Object value) {
      this.type = type;
      this.value = value;
    }

    Object optional() {
      if (type == Optional.class) {
        return Optional.ofNullable(value);
      }
      return value == null ? OptionalDouble.empty() : OptionalDouble.of((double) value);
    }
  }

  /** Stands for a record. */
  private static final class Form implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<?> type;

    @SuppressWarnings("serial") // they are replaced if they aren't serializable
    private final Object[] components;

    private Form(Class<?> type, Object[] components) {
      this.type = type;
      this.components = components;
    }

    static Form of(Record record) {
      RecordComponent[] parts = record.getClass().getRecordComponents();
      Object[] components = new Object[parts.length];
      try {
        for (int i = 0; i < parts.length; i++) {
          parts[i].getAccessor().setAccessible(true);
          components[i] = parts[i].getAccessor().invoke(record);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      return new Form(record.getClass(), components);
    }

    Object record() {
      if (!type.isRecord() || !type.getName().startsWith("io.corridor.")) {
        throw new IllegalStateException("not a record of Corridor: " + type.getName());
      }
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types = new Class<?>[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(components);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
