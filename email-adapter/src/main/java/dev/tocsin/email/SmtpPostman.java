package dev.tocsin.email;

import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.Verdict.Fate;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.mail.internet.MimeMessage;

/**
 * Mails notices, in one transaction for each recipient: a bad address blocks nobody, and who has a
 * mail does not get it again because another has not.
 *
 * <p>It serves one round and remembers, for as long, a server that does not serve us: three notices
 * are not three logins with a wrong password, nor three times the wait for a dead server.
 */
final class SmtpPostman implements Postman {

  /** No recipient takes more than this part of the time left, so that a slow one blocks nobody. */
  private static final int SHARES = 3;

  private final MailSettings settings;
  private final Smtp smtp;
  private final Letter letter;
  private Optional<Verdict> notAgain = Optional.empty();

  SmtpPostman(MailSettings settings, Smtp smtp, Letter letter) {
    this.settings = settings;
    this.smtp = smtp;
    this.letter = letter;
  }

  /** What keeps a mail server from taking any mail of ours, if something does. */
  static Optional<String> obstacle(String from, Smtp smtp, Deadline deadline) {
    try (Call call = new Call(from, smtp)) {
      return call.connect(deadline).map(Verdict::detail);
    }
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    return tell(notice.intent(), deadline);
  }

  Outcome tell(Notice notice, Deadline deadline) {
    List<Recipient> concerned = settings.concernedBy(notice);
    if (concerned.isEmpty()) {
      return NOBODYS;
    }
    List<Recipient> open =
        concerned.stream().filter(r -> !notice.reached().contains(r.name())).toList();
    if (open.isEmpty()) {
      return new Outcome.Done("everyone is settled already");
    }
    return verdicts(notice, open, deadline).outcome();
  }

  /** What becomes of a notice for each of these. */
  Verdicts verdicts(Notice notice, List<Recipient> open, Deadline deadline) {
    Verdicts verdicts = new Verdicts(notice.reached());
    if (notAgain.isPresent()) {
      open.forEach(recipient -> verdicts.add(recipient.name(), notAgain.get()));
      return verdicts;
    }
    try (Delivery delivery = new Delivery(notice, deadline)) {
      for (int i = 0; i < open.size(); i++) {
        verdicts.add(open.get(i).name(), delivery.to(open.get(i), open.size() - i));
      }
    }
    if (deadline.passed() && !verdicts.anyDelivered()) {
      remember(new Verdict(Fate.NOT_DONE, "a notice before took all its time and reached nobody"));
    }
    return verdicts;
  }

  private void remember(Verdict trouble) {
    notAgain = Optional.of(
        new Verdict(trouble.fate(), "not tried again in this round: " + trouble.detail()));
  }

  /** One mail on its way to several recipients, over as few connections as possible. */
  private final class Delivery implements AutoCloseable {

    private final Notice notice;
    private final MimeMessage message;
    private final Deadline deadline;
    private Optional<Call> call = Optional.empty();
    private Optional<Verdict> noConnection = Optional.empty();

    private Delivery(Notice notice, Deadline deadline) {
      this.notice = notice;
      this.message = letter.of(notice);
      this.deadline = deadline;
    }

    private Verdict to(Recipient recipient, int left) {
      connect();
      Deadline share = deadline.within(share(left));
      Verdict whole = send(message, recipient, share);
      if (whole.fate() != Fate.UNFIT) {
        return whole;
      }
      Verdict less = send(letter.essentials(notice), recipient, share);
      return switch (less.fate()) {
        case DELIVERED -> new Verdict(Fate.SHORTENED, "only the essentials, for " + whole.detail());
        case UNFIT -> new Verdict(Fate.REJECTED, less.detail());
        default -> less;
      };
    }

    private Verdict send(MimeMessage mail, Recipient recipient, Deadline share) {
      connect();
      if (noConnection.isPresent()) {
        return noConnection.get();
      }
      Verdict verdict = call.orElseThrow().send(mail, recipient.address(), share);
      if (verdict.fate() != Fate.DELIVERED) {
        close();
      }
      return verdict;
    }

    /** A server that did not let us in is not asked again in this round, for anybody. */
    private void connect() {
      if (call.isEmpty() && noConnection.isEmpty()) {
        Call fresh = new Call(settings.from(), smtp);
        call = Optional.of(fresh);
        noConnection = fresh.connect(deadline);
        noConnection.ifPresent(SmtpPostman.this::remember);
      }
    }

    private Duration share(int left) {
      return deadline.remaining().dividedBy(Math.min(left, SHARES));
    }

    @Override
    public void close() {
      call.ifPresent(Call::close);
      call = Optional.empty();
    }
  }
}
