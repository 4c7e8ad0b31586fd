package dev.tocsin.simulation.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lines with a time before each, and a line between two days. Times are UTC. */
final class Axis {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private final LocalDate first;
  private final List<String> lines = new ArrayList<>();
  private int day = 1;

  Axis(Instant start) {
    first = date(start);
  }

  void add(Instant at, String text) {
    int today = day(first, at);
    if (today != day) {
      day = today;
      lines.add("day " + day);
    }
    lines.add(clock(at) + "  " + text);
  }

  List<String> lines() {
    return lines;
  }

  static int day(LocalDate first, Instant at) {
    return (int)
            Duration.between(first.atStartOfDay(ZoneOffset.UTC).toInstant(), at).toDays()
        + 1;
  }

  static LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static String clock(Instant at) {
    return (at.getEpochSecond() % 60 == 0 ? MINUTES : SECONDS).format(at);
  }
}
