package dev.tocsin.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one incident: its target, the round that opened it and the time. The round is in it
 * because a clock may go back: two incidents of one second must not share an id.
 */
public record IncidentId(String target, long round, Instant openedAt) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,63})-r(\\d{1,18})-(\\d{8}T\\d{6}Z)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public IncidentId {
    Target.requireName(target);
    openedAt = openedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Reads {@link #toString()} back.
   *
   * @throws IllegalArgumentException if the text is no incident id
   */
  public static IncidentId parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not an incident id: '" + Text.oneLine(text) + "'");
    }
    try {
      Instant openedAt = TIME.parse(form.group(3), Instant::from);
      return new IncidentId(form.group(1), Long.parseLong(form.group(2)), openedAt);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not an incident id: '" + Text.oneLine(text) + "'", e);
    }
  }

  /**
   * For example {@code frigate-r42-20261122T224105Z}: safe in a header, a label and a file name.
   */
  @Override
  public String toString() {
    return target + "-r" + round + "-" + TIME.format(openedAt);
  }
}
