package io.corridor.cli;

import io.corridor.model.Nearest;
import io.corridor.model.Sampling;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word of a sampling, and lists the words, for shells to complete. */
final class SamplingWord implements ITypeConverter<Sampling>, Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Sampling.words().iterator();
  }

  @Override
  public Sampling convert(String text) {
    if (!Sampling.words().contains(text)) {
      throw new TypeConversionException(
          "must be one of "
              + String.join(", ", Sampling.words())
              + "; found '"
              + text
              + "'"
              + Nearest.hint(text, Sampling.words()));
    }
    return Sampling.of(text);
  }
}
