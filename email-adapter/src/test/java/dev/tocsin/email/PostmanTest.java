package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.MailSettings.Tls;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole round, down to a mailbox. */
class PostmanTest {

  private final GreenMail mailboxes =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void open() {
    mailboxes.start();
    mailboxes.setUser("ann@example.org", "ann", "secret");
    mailboxes.setUser("bob@example.org", "bob", "secret");
  }

  @AfterEach
  void close() {
    mailboxes.stop();
  }

  @Test
  void a_round_that_finds_a_target_down_is_one_mail_in_each_mailbox() throws Exception {
    RoundReport report = round().run();

    assertThat(report.ending()).isEqualTo(RoundReport.Ending.DONE);
    assertThat(report.outcomes().values()).singleElement().isInstanceOf(Outcome.Done.class);
    MimeMessage[] mails = mailboxes.getReceivedMessages();
    assertThat(mails).hasSize(2);
    String key = report.outcomes().keySet().iterator().next();
    for (MimeMessage mail : mails) {
      assertThat(mail.getMessageID()).isEqualTo("<" + key + "@tocsin.example.org>");
      assertThat(mail.getSubject()).startsWith("[tocsin] frigate is down; ");
    }
  }

  private Round round() {
    Policy policy = Policy.DEFAULT.failuresToAlert(1);
    Planner planner = new Planner(List.of(Target.of("frigate", policy)), Duration.ofMinutes(5));
    return new Round(new MemoryStore(), new Down(), new Mailing(postman()), planner);
  }

  private Postman postman() {
    Login login = new Login("ann", () -> "secret\n");
    Smtp smtp = new Smtp(
        "localhost", mailboxes.getSmtp().getPort(), Tls.NONE, Optional.of(login), Optional.empty());
    List<Recipient> to =
        List.of(new Recipient("ann", "ann@example.org"), new Recipient("bob", "bob@example.org"));
    return Postman.of(new MailSettings("tocsin@example.org", to, smtp), ZoneOffset.UTC);
  }

  private record Down() implements Observer {
    @Override
    public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
      return Map.of("frigate", Sighting.of(new Observation.Failing("connection refused")));
    }

    @Override
    public List<Precondition> recheck(Target target, Deadline deadline) {
      return List.of();
    }
  }

  private record Mailing(Postman postman) implements Effects {
    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      return postman.tell(notice, deadline);
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      throw new AssertionError("nothing is to be repaired");
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      throw new AssertionError("nothing is to be found");
    }
  }
}
