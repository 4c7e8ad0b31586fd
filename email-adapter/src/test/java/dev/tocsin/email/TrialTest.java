package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Outbox;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.Trial.Copy;
import dev.tocsin.incident.Notice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest extends ScriptedMail {

  @TempDir
  Path outbox;

  @Test
  void every_kind_is_mailed_and_marked_and_the_answer_is_the_servers() {
    server.on("DOT", "250 2.0.0 queued as 4711");

    List<Copy> copies = mail(ANN);

    assertThat(copies).extracting(Copy::kind).containsExactly(Kind.values());
    assertThat(copies)
        .allMatch(copy -> copy.taken() && copy.answer().equals("250 2.0.0 queued as 4711"));
    assertThat(server.mails())
        .hasSize(Kind.values().length)
        .allMatch(mail -> mail.contains("\r\nSubject: [tocsin] TEST, nothing is wrong: "));
    assertThat(server.mails().stream().distinct()).hasSize(Kind.values().length);
  }

  @Test
  void who_is_told_of_some_kinds_only_gets_those_whatever_his_targets() {
    Route alerts = new Route(List.of("frigate"), Set.of(Kind.ALERT));

    List<Copy> copies = mail(new Recipient("ann", "ann@example.org", alerts), BOB);

    assertThat(copies.stream().filter(copy -> copy.to().name().equals("ann")))
        .extracting(Copy::kind)
        .containsExactly(Kind.ALERT);
    assertThat(copies).hasSize(1 + Kind.values().length);
  }

  @Test
  void what_is_not_taken_is_said_with_the_servers_own_words() {
    server.on("RCPT TO:<ann", "550 5.1.1 no such user");

    assertThat(mail(ANN, BOB).stream().filter(copy -> !copy.taken()))
        .hasSize(Kind.values().length)
        .allMatch(copy -> copy.to().equals(ANN) && copy.answer().equals("550 5.1.1 no such user"));
  }

  @Test
  void a_server_that_does_not_serve_us_is_asked_once() {
    server.on("EHLO", "554 no").on("HELO", "554 no");

    assertThat(mail(ANN)).noneMatch(Copy::taken);
    assertThat(server.count("EHLO")).isEqualTo(1);
  }

  @Test
  void an_outbox_gets_a_file_for_each_kind() throws IOException {
    List<Copy> copies =
        mail(new MailSettings("tocsin@example.org", List.of(ANN), new Outbox(outbox)));

    assertThat(copies).hasSize(Kind.values().length).allMatch(Copy::taken);
    try (Stream<Path> files = Files.list(outbox)) {
      assertThat(files).hasSize(Kind.values().length);
    }
  }

  private List<Copy> mail(Recipient... to) {
    return mail(settings(smtp("localhost", server.port()), to));
  }

  private static List<Copy> mail(MailSettings settings) {
    return Trial.mail(settings, ZoneOffset.UTC, Notices.OPENED, in(Duration.ofSeconds(20)));
  }
}
