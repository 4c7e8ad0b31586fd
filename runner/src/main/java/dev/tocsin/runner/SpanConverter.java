package dev.tocsin.runner;

import dev.tocsin.runner.config.Spans;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a span as the configuration does. */
final class SpanConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return Spans.parse(text)
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' is no span such as 90m, 2h, 1h30m or 3d"));
  }
}
