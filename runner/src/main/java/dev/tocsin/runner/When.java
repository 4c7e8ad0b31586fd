package dev.tocsin.runner;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time to come as people say it: {@code 07:00} is the next that there is where they are. */
@FunctionalInterface
interface When {

  /** Which time that is, said at this one. */
  Instant after(ZonedDateTime now);

  private static When of(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime time) {
      return now -> time.toInstant();
    }
    return parsed instanceof LocalDateTime local
        ? now -> local.atZone(now.getZone()).toInstant()
        : now -> next((LocalTime) parsed, now).toInstant();
  }

  private static ZonedDateTime next(LocalTime time, ZonedDateTime now) {
    ZonedDateTime today = now.with(time);
    return today.isAfter(now) ? today : now.plusDays(1).with(time);
  }

  /** Reads one; seconds, the date and the offset may be left out, an offset only with its date. */
  final class Converter implements ITypeConverter<When> {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
        .optionalStart()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .appendLiteral('T')
        .optionalEnd()
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart()
        .appendOffsetId()
        .optionalEnd()
        .toFormatter();

    @Override
    public When convert(String text) {
      try {
        return of(
            FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from, Converter::timeOfDay));
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + text + "' is no time such as 07:00,"
            + " 2026-11-23T07:00 or, with its offset, 2026-11-23T07:00+01:00");
      }
    }

    private static LocalTime timeOfDay(TemporalAccessor parsed) {
      if (parsed.query(TemporalQueries.offset()) != null) {
        throw new DateTimeException("an offset without a date");
      }
      return LocalTime.from(parsed);
    }
  }
}
