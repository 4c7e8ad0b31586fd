package dev.tocsin.email;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Brings notices to their recipients. The same notice is always the same mail: the same text, Date
 * and Message-ID, however often it is brought.
 */
@FunctionalInterface
public interface Postman {

  /** What becomes of a notice that is nobody's: it is never owed. */
  Outcome NOBODYS = new Outcome.Done("it concerns none of the recipients");

  /**
   * Brings a notice to every recipient whom it concerns and who is not in {@link Notice#reached()}.
   *
   * @param notice what to tell
   * @param deadline when it must be over, whatever the server does
   * @return what became of it; {@code reached} names recipients as {@link MailSettings.Recipient}
   *     does
   */
  Outcome tell(Recorded<Notice> notice, Deadline deadline);

  /**
   * What is in the way of any notice, if something is. Connects to the mail server and logs in, or
   * looks at the directory; mails and writes nothing.
   *
   * @param deadline when it must be over, whatever the server does
   */
  static Optional<String> obstacle(MailSettings settings, Deadline deadline) {
    return settings.delivery() instanceof MailSettings.Smtp smtp
        ? SmtpPostman.obstacle(settings.from(), smtp, deadline)
        : OutboxPostman.obstacle(((MailSettings.Outbox) settings.delivery()).directory());
  }

  /**
   * The postman for one round with these settings. Neither connects nor reads a secret before there
   * is something to tell. Take a new one for each round: this one does not ask a mail server again
   * that did not let it in, or that used up a notice's time.
   *
   * @param settings who is told, and where mail goes
   * @param zone in which times are written
   */
  static Postman of(MailSettings settings, ZoneId zone) {
    Letter letter = new Letter(settings, zone);
    return settings.delivery() instanceof MailSettings.Smtp smtp
        ? new SmtpPostman(settings, smtp, letter)
        : new OutboxPostman(
            settings, ((MailSettings.Outbox) settings.delivery()).directory(), letter);
  }
}
