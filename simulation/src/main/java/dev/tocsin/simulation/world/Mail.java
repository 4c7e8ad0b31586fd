package dev.tocsin.simulation.world;

import dev.tocsin.incident.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that arrived.
 *
 * @param at when, truly
 * @param key its Message-ID
 * @param kind what it tells
 * @param about which targets it is about
 * @param subject for people; what another checker wrote, or made from the notice
 * @param notice absent where another checker wrote it
 * @param answered whether the sender knows that it arrived
 */
public record Mail(
    Instant at,
    String key,
    Notice.Kind kind,
    List<String> about,
    String subject,
    Optional<Notice> notice,
    boolean answered) {

  public Mail {
    about = List.copyOf(about);
  }

  static Mail of(Notice notice, Instant at, boolean answered) {
    List<String> about =
        notice.members().stream().map(Notice.Member::target).distinct().toList();
    String subject = String.join(", ", about) + ": " + words(notice.kind());
    return new Mail(at, notice.key(), notice.kind(), about, subject, Optional.of(notice), answered);
  }

  /** A kind of notice in words, for a subject. */
  public static String words(Notice.Kind kind) {
    return switch (kind) {
      case ALERT -> "down";
      case GAVE_UP -> "gave up";
      case REMINDER -> "still down";
      case BLIND -> "cannot be seen";
      case SIGHT_BACK -> "can be seen again";
      case RECOVERY -> "recovered";
    };
  }
}
