package dev.tocsin.email;

import dev.tocsin.email.MailSettings.Outbox;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Mails a sample of every kind, marked as such, to see what becomes of it. Nothing is owed. */
public final class Trial {

  private static final String MARK = "TEST, nothing is wrong: ";
  private static final Duration EACH = Duration.ofSeconds(30);

  private final MailSettings settings;
  private final Letter letter;
  private final Sample sample;
  private final List<Copy> copies = new ArrayList<>();

  private Trial(MailSettings settings, ZoneId zone, Instant now) {
    this.settings = settings;
    this.letter = new Letter(settings, zone);
    this.sample = new Sample(now);
  }

  /**
   * One mail to one recipient.
   *
   * @param taken whether somebody may now read it
   * @param answer the last that the server said, or what was in the way
   */
  public record Copy(Kind kind, Recipient to, boolean taken, String answer) {}

  /**
   * Mails them, each kind to those who are told of it, whatever their targets.
   *
   * @param now makes them different from those of any other time
   * @param deadline when it must be over; half a minute for each kind is plenty
   */
  public static List<Copy> mail(
      MailSettings settings, ZoneId zone, Instant now, Deadline deadline) {
    List<Recipient> to = settings.to().stream().map(Trial::ofAnyTarget).toList();
    Wording wording = settings.wording().marked(MARK);
    var trial =
        new Trial(new MailSettings(settings.from(), to, settings.delivery(), wording), zone, now);
    trial.mail(deadline);
    return List.copyOf(trial.copies);
  }

  private static Recipient ofAnyTarget(Recipient one) {
    Route route = new Route(Route.EVERYTHING.targets(), one.route().kinds());
    return new Recipient(one.name(), one.address(), route);
  }

  private void mail(Deadline deadline) {
    if (settings.delivery() instanceof Smtp smtp) {
      SmtpPostman postman = new SmtpPostman(settings, smtp, letter);
      for (Kind kind : Kind.values()) {
        mail(postman, sample.of(kind), deadline.within(EACH));
      }
    } else {
      var postman = new OutboxPostman(settings, ((Outbox) settings.delivery()).directory(), letter);
      for (Kind kind : Kind.values()) {
        write(postman, sample.of(kind));
      }
    }
  }

  private void mail(SmtpPostman postman, Notice notice, Deadline deadline) {
    List<Recipient> to = settings.concernedBy(notice);
    Verdicts verdicts = postman.verdicts(notice, to, deadline);
    for (Recipient one : to) {
      Verdict verdict = verdicts.of(one.name());
      copies.add(new Copy(notice.kind(), one, verdict.delivered(), verdict.detail()));
    }
  }

  private void write(OutboxPostman postman, Notice notice) {
    Outcome outcome = postman.tell(notice);
    for (Recipient one : settings.concernedBy(notice)) {
      boolean taken = outcome instanceof Outcome.Done;
      copies.add(new Copy(notice.kind(), one, taken, outcome.detail()));
    }
  }
}
