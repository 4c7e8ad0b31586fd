package dev.tocsin.runner.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What happens in the night, whoever watches. */
final class Story {

  static final ZoneId ZONE = ZoneOffset.ofHours(1);
  static final Instant BEGIN = Instant.parse("2026-11-22T21:50:00Z");
  static final Instant NODE_DOWN = Instant.parse("2026-11-22T22:03:00Z");
  static final Instant NODE_BACK = Instant.parse("2026-11-23T01:11:00Z");
  static final Instant END = Instant.parse("2026-11-23T01:50:00Z");
  static final Duration START_UP = Duration.ofMinutes(7);
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Story() {}

  static boolean isNodeReady(Instant at) {
    return at.isBefore(NODE_DOWN) || !at.isBefore(NODE_BACK);
  }

  static LocalTime local(Instant at) {
    return LocalTime.ofInstant(at, ZONE);
  }

  static String clock(Instant at) {
    return CLOCK.format(local(at));
  }
}
