package dev.tocsin.runner;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 90s}, {@code 2h}, {@code 1h30m} and {@code 3d}. */
final class SpanConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4}d)?((?:\\d{1,5}h)?(?:\\d{1,6}m)?(?:\\d{1,8}s)?)");

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text);
    if (text.isEmpty() || !form.matches()) {
      throw new TypeConversionException("'" + text + "' is no span such as 90m, 2h or 1h30m");
    }
    String days = form.group(1) == null ? "" : form.group(1);
    String rest = form.group(2).isEmpty() ? "" : "T" + form.group(2);
    return Duration.parse(("P" + days + rest).toUpperCase(Locale.ROOT));
  }
}
