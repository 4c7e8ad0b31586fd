package dev.tocsin.email;

import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.MailSettings.Tls;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A postman with a server that does what the test tells it. */
abstract class ScriptedMail {

  static final Recipient ANN = new Recipient("ann", "ann@example.org");
  static final Recipient BOB = new Recipient("bob", "bob@example.org");
  static final Recipient CLARA = new Recipient("clara", "clara@example.org");

  final ScriptedServer server = new ScriptedServer();
  Optional<Login> login = Optional.empty();
  Optional<Path> caFile = Optional.empty();
  Tls tls = Tls.NONE;

  @AfterEach
  void closeServer() throws IOException {
    server.close();
  }

  final Outcome tell(Notice notice, Recipient... to) {
    return tell(notice, Duration.ofSeconds(20), to);
  }

  final Outcome tell(Notice notice, Duration limit, Recipient... to) {
    return tell(notice, smtp("localhost", server.port()), limit, to);
  }

  final Outcome tell(Notice notice, Smtp smtp, Recipient... to) {
    return tell(notice, smtp, Duration.ofSeconds(20), to);
  }

  private static Outcome tell(Notice notice, Smtp smtp, Duration limit, Recipient... to) {
    return postman(smtp, to).tell(notice, in(limit));
  }

  /** A postman for one round with the scripted server. */
  final SmtpPostman postman(Recipient... to) {
    return postman(smtp("localhost", server.port()), to);
  }

  private static SmtpPostman postman(Smtp smtp, Recipient... to) {
    MailSettings settings = settings(smtp, to);
    return new SmtpPostman(settings, smtp, new Letter(settings, ZoneOffset.UTC));
  }

  static Deadline in(Duration limit) {
    return Deadline.in(limit, Time.system());
  }

  static MailSettings settings(Smtp smtp, Recipient... to) {
    return new MailSettings("tocsin@example.org", List.of(to), smtp);
  }

  final Smtp smtp(String host, int port) {
    return new Smtp(host, port, tls, login, caFile);
  }
}
