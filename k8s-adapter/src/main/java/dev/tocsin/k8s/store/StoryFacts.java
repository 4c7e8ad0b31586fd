package dev.tocsin.k8s.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the story's own checker remembered. Its values are plain texts that a script wrote: what
 * cannot be read is said, and passed over.
 *
 * @param failures failures in a row
 * @param restarts when it restarted something, oldest first, none of it in the future
 * @param alerted whether it told of the incident that is open
 * @param alertedAt when it told anything last, not in the future
 * @param trouble what could not be read, one line each
 */
record StoryFacts(
    int failures,
    List<Instant> restarts,
    boolean alerted,
    Optional<Instant> alertedAt,
    List<String> trouble) {

  static final String FAILURES = "consecutive_failures";
  static final String RESTARTS = "last_restart_times";
  static final String ALERTED = "alert_sent_for_incident";
  static final String ALERTED_AT = "last_alert_time";

  /** For example {@code 2026-11-22T22:41:05Z}, {@code …+01:00}, {@code …+0100}. */
  private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
      .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
      .appendPattern("[XXX][XX][X]")
      .toFormatter(Locale.ROOT);

  /** Nobody's checker is older; and what is shorter than its seconds is no time at all. */
  private static final Instant EARLIEST = Instant.parse("2001-09-09T01:46:40Z");

  /** What scripts write where there is no time yet. */
  private static final Pattern NO_TIME = Pattern.compile("|0|null|none", Pattern.CASE_INSENSITIVE);

  StoryFacts {
    restarts = List.copyOf(restarts);
    trouble = List.copyOf(trouble);
  }

  /** Reads the four keys; one that is missing, or empty, says nothing. */
  static StoryFacts of(Map<String, String> data, Instant now) {
    return new Reader(data, now).facts();
  }

  /** Restarts have their times, and are never too old to be told. */
  StoryFacts withoutIncident() {
    return new StoryFacts(0, restarts, false, Optional.empty(), trouble);
  }

  private record Reader(Map<String, String> data, Instant now, List<String> trouble) {

    Reader(Map<String, String> data, Instant now) {
      this(data, now, new ArrayList<>());
    }

    StoryFacts facts() {
      int failures = failures();
      List<Instant> restarts = times(RESTARTS).stream().sorted().toList();
      boolean alerted = alerted();
      Optional<Instant> alertedAt = times(ALERTED_AT).stream().max(Instant::compareTo);
      return new StoryFacts(failures, restarts, alerted, alertedAt, trouble);
    }

    private int failures() {
      String text = text(FAILURES);
      if (text.matches("\\d{1,5}")) {
        return Integer.parseInt(text);
      }
      return text.isEmpty() ? 0 : passedOver(FAILURES, text, 0);
    }

    private boolean alerted() {
      String text = text(ALERTED).toLowerCase(Locale.ROOT);
      return text.equals("true")
          || !text.isEmpty() && !text.equals("false") && passedOver(ALERTED, text, false);
    }

    /** A list as JSON writes it, or with commas, or one on each line. */
    private List<Instant> times(String key) {
      List<Instant> times = new ArrayList<>();
      for (String text : data.getOrDefault(key, "").split("[\\s,\\[\\]\"']+")) {
        if (!NO_TIME.matcher(text).matches()) {
          time(text).ifPresentOrElse(times::add, () -> passedOver(key, text, ""));
        }
      }
      return times;
    }

    private Optional<Instant> time(String text) {
      try {
        Instant time = text.matches("\\d{10}(\\.\\d{1,9})?")
            ? Instant.ofEpochSecond(Long.parseLong(text.substring(0, 10)))
            : OffsetDateTime.parse(text, TIME).toInstant();
        return Optional.of(time)
            .filter(at -> !at.isBefore(EARLIEST))
            .map(at -> at.isAfter(now) ? now : at);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    /** Without the quotes that a script may have put around it. */
    private String text(String key) {
      return data.getOrDefault(key, "").replaceAll("[\\s\"']+", " ").strip();
    }

    private <T> T passedOver(String key, String text, T instead) {
      String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
      trouble.add(key + " '" + shown.replaceAll("\\p{C}", "") + "' cannot be read");
      return instead;
    }
  }
}
