package io.corridor.cli;

import io.corridor.model.Nearest;
import io.corridor.model.Sampling;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word of a sampling. */
final class SamplingWord implements ITypeConverter<Sampling> {

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
