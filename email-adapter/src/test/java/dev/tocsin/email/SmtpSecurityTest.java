package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Tls;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Outcome.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps mail and password to ourselves, and how it fails. */
class SmtpSecurityTest extends ScriptedMail {

  private static final String CANARY = "canary-hunter2";

  @TempDir
  static Path directory;

  private static Certificates localhost;
  private static Certificates elsewhere;

  @BeforeAll
  static void makeCertificates() {
    localhost = Certificates.forHost("localhost", directory);
    elsewhere = Certificates.forHost("elsewhere.example", directory);
  }

  // F28

  @Test
  void f28_a_server_without_starttls_gets_nothing_in_clear_text() {
    tls = Tls.STARTTLS;
    login = Optional.of(new Login("me", () -> CANARY));

    Outcome outcome = tell(Notices.alert(), ANN);

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.detail()).contains("STARTTLS");
    assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "IMPLICIT"})
  void mail_goes_to_a_server_whose_authority_is_ours_and_whose_name_is_right(Tls kind) {
    protectedBy(kind, localhost);
    caFile = Optional.of(localhost.pem());
    login = Optional.of(new Login("me", () -> CANARY + "\n"));

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Done.class);
    assertThat(server.count("AUTH")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "IMPLICIT"})
  void f28_a_certificate_of_another_host_is_refused(Tls kind) {
    protectedBy(kind, elsewhere);
    caFile = Optional.of(elsewhere.pem());

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Refused.class);
    assertThat(server.count("MAIL")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"STARTTLS", "IMPLICIT"})
  void f28_a_certificate_of_an_unknown_authority_is_refused(Tls kind) {
    protectedBy(kind, localhost);

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Refused.class);
    assertThat(server.count("MAIL")).isZero();
  }

  @Test
  void f28_authorities_that_cannot_be_read_are_refused_by_their_place() {
    tls = Tls.IMPLICIT;
    caFile = Optional.of(directory.resolve("gone.pem"));

    Outcome outcome = tell(Notices.alert(), ANN);

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.detail()).contains("gone.pem");
  }

  // F29

  @Test
  void f29_a_wrong_password_is_tried_once_a_round_and_stays_owed_by_all() {
    login = Optional.of(new Login("me", () -> CANARY));
    server.on("PASSWORD", "535 5.7.8 wrong: {echo}");

    Outcome outcome = tell(Notices.alert(), ANN, BOB);

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.detail()).contains("535").doesNotContain(CANARY);
    assertThat(outcome.toString()).doesNotContain("Y2FuYXJ5");
    assertThat(server.count("AUTH")).isEqualTo(1);
    assertThat(server.count("MAIL")).isZero();
  }

  @Test
  void f29_three_notices_with_a_wrong_password_are_one_login_and_lock_nobody_out() {
    login = Optional.of(new Login("me", () -> CANARY));
    server.on("PASSWORD", "535 no");
    SmtpPostman round = postman(ANN, BOB);

    List<Outcome> outcomes = Stream.generate(
            () -> round.tell(Notices.alert(), in(Duration.ofSeconds(20))))
        .limit(3)
        .toList();

    assertThat(outcomes).allMatch(o -> o instanceof Refused);
    assertThat(outcomes.get(0).detail()).isEqualTo("ann, bob: 535 no; mailed to 0 of 2");
    assertThat(outcomes.get(2).detail())
        .isEqualTo("ann, bob: not tried again in this round: 535 no; mailed to 0 of 2");
    assertThat(server.count("AUTH")).isEqualTo(1);
    server.mend("PASSWORD");
    assertThat(tell(Notices.alert(), ANN, BOB)).as("the next round").isInstanceOf(Done.class);
  }

  @Test
  void f29_a_login_server_that_is_busy_is_asked_again_in_the_next_round() {
    login = Optional.of(new Login("me", () -> CANARY));
    server.on("PASSWORD", "454 4.7.0 later");

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(NotDone.class);
  }

  @Test
  void a_secret_that_cannot_be_read_is_refused_by_its_place_and_nobody_is_called() {
    login = Optional.of(new Login("me", () -> {
      throw new IOException("/secrets/smtp: permission denied");
    }));

    Outcome outcome = tell(Notices.alert(), ANN);

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(outcome.detail()).contains("/secrets/smtp");
    assertThat(server.commands()).isEmpty();
  }

  @Test
  void the_password_stands_in_no_text_of_the_settings() {
    login = Optional.of(new Login("me", () -> CANARY));

    assertThat(settings(smtp("localhost", 25), ANN).toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"235 welcome", "535 5.7.8 wrong: {echo}"})
  void the_password_stands_in_no_log_however_talkative(String answer) {
    login = Optional.of(new Login("me", () -> CANARY));
    server.on("PASSWORD", answer);
    List<String> records = Collections.synchronizedList(new ArrayList<>());
    Logger everything = Logger.getLogger("");
    Level before = everything.getLevel();
    Handler listener = listener(records);
    everything.addHandler(listener);
    everything.setLevel(Level.ALL);
    try {
      assertThat(tell(Notices.alert(), ANN).toString()).doesNotContain(CANARY);
    } finally {
      everything.removeHandler(listener);
      everything.setLevel(before);
    }
    String base64 = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
    assertThat(records)
        .anyMatch(r -> r.contains("AUTH"))
        .noneMatch(r -> r.contains(CANARY) || r.contains(base64));
  }

  @Test
  void no_system_property_changes_how_we_mail() {
    System.setProperty("mail.smtp.from", "eve@example.org");
    System.setProperty("mail.smtp.starttls.required", "true");
    try {
      assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Done.class);
    } finally {
      System.clearProperty("mail.smtp.from");
      System.clearProperty("mail.smtp.starttls.required");
    }
    assertThat(server.count("MAIL FROM:<tocsin@example.org>")).isEqualTo(1);
  }

  private static Handler listener(List<String> records) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        records.add(entry.getMessage()
            + Arrays.toString(entry.getParameters())
            + Optional.ofNullable(entry.getThrown()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void protectedBy(Tls kind, Certificates certificates) {
    tls = kind;
    if (kind == Tls.STARTTLS) {
      server.startTls(certificates.server());
    } else {
      server.implicitTls(certificates.server());
    }
  }
}
