package dev.tocsin.runner;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time with its offset. */
final class TimeConverter implements ITypeConverter<OffsetDateTime> {

  @Override
  public OffsetDateTime convert(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time with an offset such as 2026-11-23T07:00+01:00");
    }
  }
}
