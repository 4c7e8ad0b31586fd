package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Outcome.Done;
import dev.tocsin.incident.Outcome.NotDone;
import dev.tocsin.incident.Outcome.Refused;
import dev.tocsin.incident.Outcome.Rejected;
import dev.tocsin.incident.Outcome.Unclear;
import dev.tocsin.round.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the faults of a mail server, by its number; those of TLS and login are beside. */
class SmtpPostmanTest extends ScriptedMail {

  @Test
  void a_mail_that_the_server_took_is_done_for_everyone() {
    Outcome outcome = tell(Notices.alert(), ANN, BOB);

    assertThat(outcome).isEqualTo(new Done("mailed to 2 of 2"));
    assertThat(server.mails()).hasSize(2);
    assertThat(server.mails().get(0)).isEqualTo(server.mails().get(1));
    assertThat(server.count("EHLO")).isEqualTo(1);
    assertThat(server.count("MAIL FROM:<tocsin@example.org>")).isEqualTo(2);
  }

  @Test
  void a_notice_goes_to_those_whom_one_of_its_members_concerns_and_names_nobody_else() {
    Route frigate = new Route(List.of("frig*"), Set.of(Kind.ALERT));
    Recipient ann = new Recipient("ann", "ann@example.org", frigate);
    Recipient bob = new Recipient(
        "bob", "bob@example.org", new Route(List.of("doorbell"), Route.EVERYTHING.kinds()));

    assertThat(tell(Notices.alert(), ann, bob)).isEqualTo(new Done("mailed to 1 of 1"));
    assertThat(server.mails()).hasSize(1);
    assertThat(server.mails().get(0)).contains("To: ann@example.org\r\n");
  }

  @Test
  void a_resend_goes_to_the_same_people_and_not_to_who_has_it() {
    Route others = new Route(List.of("doorbell"), Route.EVERYTHING.kinds());
    Recipient clara = new Recipient("clara", "clara@example.org", others);
    server.on("RCPT TO:<bob", "450 later");
    Outcome first = tell(Notices.alert(), ANN, BOB, clara);
    server.mend("RCPT TO:<bob");

    Outcome second = tell(
        Notices.reached(Notices.alert(), first.reached().toArray(String[]::new)), ANN, BOB, clara);

    assertThat(second).isEqualTo(new Done("mailed to 1 of 1"));
    assertThat(server.mails()).hasSize(2);
    assertThat(server.mails().get(1)).isEqualTo(server.mails().get(0));
    assertThat(server.count("RCPT TO:<clara")).isZero();
  }

  @Test
  void a_notice_that_concerns_nobody_is_not_owed_for_ever_and_calls_no_server() {
    Route others = new Route(List.of("doorbell"), Route.EVERYTHING.kinds());

    assertThat(tell(Notices.alert(), new Recipient("ann", "ann@example.org", others)))
        .isEqualTo(Postman.NOBODYS);
    assertThat(server.commands()).isEmpty();
  }

  @Test
  void we_greet_with_an_address_and_not_with_a_pods_name() {
    tell(Notices.alert(), ANN);

    assertThat(server.commands().get(0)).isEqualTo("EHLO [127.0.0.1]");
  }

  // F27

  @Test
  void f27_a_refused_connection_leaves_the_notice_owed() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    assertThat(tell(Notices.alert(), smtp("localhost", port), ANN)).isInstanceOf(NotDone.class);
  }

  @Test
  void f27_a_name_that_does_not_resolve_leaves_the_notice_owed() {
    Outcome outcome = tell(Notices.alert(), smtp("no-such-host.invalid", 25), ANN);

    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.detail()).contains("no-such-host.invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
  void f27_a_server_that_falls_silent_before_the_dot_certainly_has_nothing(String phase) {
    server.on(phase, ScriptedServer.SILENCE);

    assertThat(tell(Notices.alert(), Duration.ofMillis(300), ANN)).isInstanceOf(NotDone.class);
    assertThat(server.mails()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA"})
  void f27_a_line_lost_before_the_dot_certainly_brought_nothing(String phase) {
    server.on(phase, ScriptedServer.DROP);

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(NotDone.class);
  }

  @ParameterizedTest
  @CsvSource({"GREETING,drip", "GREETING,silence", "EHLO,drip", "RCPT,drip", "DATA,silence"})
  void f27_a_server_that_eats_one_notices_time_does_not_eat_that_of_remediation(
      String phase, String answer) {
    server.on(phase, answer);
    SmtpPostman round = postman(ANN, BOB);
    Outcome first = round.tell(Notices.alert(), in(Duration.ofMillis(400)));
    int asked = server.commands().size();
    Deadline later = in(Duration.ofSeconds(20));

    Outcome second = round.tell(Notices.alert(), later);

    assertThat(List.of(first, second)).allMatch(o -> o instanceof NotDone);
    assertThat(second.detail()).contains("not tried again in this round");
    assertThat(later.remaining()).isGreaterThan(Duration.ofSeconds(15));
    assertThat(server.commands()).hasSize(asked);
    server.mend(phase);
    assertThat(tell(Notices.alert(), ANN, BOB)).as("the next round").isInstanceOf(Done.class);
  }

  @Test
  void f27_a_slow_recipient_of_one_notice_does_not_keep_the_next_from_those_who_can_have_it() {
    server.on("RCPT TO:<ann", ScriptedServer.DRIP);
    SmtpPostman round = postman(BOB, ANN);

    for (int notice = 0; notice < 2; notice++) {
      assertThat(round.tell(Notices.alert(), in(Duration.ofSeconds(2))).reached())
          .containsExactly("bob");
    }
  }

  @Test
  void f27_a_line_lost_with_one_notice_does_not_keep_the_next_from_being_sent() {
    server.on("RCPT", ScriptedServer.DROP);
    SmtpPostman round = postman(ANN);
    assertThat(round.tell(Notices.alert(), in(Duration.ofSeconds(20)))).isInstanceOf(NotDone.class);
    server.mend("RCPT");

    assertThat(round.tell(Notices.alert(), in(Duration.ofSeconds(20)))).isInstanceOf(Done.class);
  }

  // F30

  @ParameterizedTest
  @CsvSource({"GREETING,421", "MAIL,451", "RCPT,450", "RCPT,452", "DATA,451", "DOT,451"})
  void f30_a_greylisting_server_is_asked_again_with_the_same_mail(String phase, int code) {
    server.on(phase, code + " 4.7.1 come back later");
    Outcome first = tell(Notices.alert(), ANN);
    server.mend(phase);

    Outcome second = tell(Notices.reached(Notices.alert()), ANN);

    assertThat(first).isInstanceOf(NotDone.class);
    assertThat(first.detail()).contains("come back later");
    assertThat(second).isInstanceOf(Done.class);
    assertThat(server.mails())
        .isNotEmpty()
        .allMatch(m -> m.equals(server.mails().get(0)));
  }

  // F31

  @Test
  void f31_one_refused_recipient_blocks_nobody_and_is_settled() {
    server.on("RCPT TO:<ann", "550 5.1.1 no such user");

    assertThat(tell(Notices.alert(), ANN, BOB)).isInstanceOf(Done.class);
    assertThat(server.mails()).hasSize(1);
  }

  @Test
  void f31_who_has_the_mail_does_not_get_it_again_because_another_has_not() {
    server.on("RCPT TO:<bob", "450 later").on("RCPT TO:<clara", "550 no such user");
    Outcome first = tell(Notices.alert(), ANN, BOB, CLARA);
    server.mend("RCPT TO:<bob");

    Outcome second = tell(Notices.reached(Notices.alert(), "ann", "clara"), ANN, BOB, CLARA);

    assertThat(first).isInstanceOf(NotDone.class);
    assertThat(first.reached()).containsExactly("ann", "clara");
    assertThat(second).isInstanceOf(Done.class);
    assertThat(server.count("RCPT TO:<ann")).isEqualTo(1);
    assertThat(server.count("RCPT TO:<clara")).isEqualTo(1);
  }

  @Test
  void f31_a_mail_that_everyone_refused_for_good_is_not_tried_again() {
    server.on("RCPT", "550 5.1.1 no such user");

    assertThat(tell(Notices.alert(), ANN, BOB)).isInstanceOf(Rejected.class);
  }

  @Test
  void f31_the_last_refused_recipient_does_not_undo_those_who_have_it() {
    server.on("RCPT TO:<bob", "550 5.1.1 no such user");

    Notice notice = Notices.reached(Notices.alert(), "ann");
    assertThat(tell(notice, ANN, BOB)).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"554 5.7.1 Relay access denied", "530 5.7.0 Must issue STARTTLS", "503 AUTH first"
      })
  void a_server_that_takes_nothing_from_us_is_tried_again_until_somebody_mends_it(String answer) {
    server.on("RCPT", answer);

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Refused.class);
  }

  @Test
  void a_refused_sender_is_tried_again_until_somebody_mends_it() {
    server.on("MAIL", "550 5.7.1 not your address");

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Refused.class);
  }

  // F32

  @ParameterizedTest
  @CsvSource({"552 5.3.4 too big", "554 5.7.0 looks like spam"})
  void f32_a_mail_refused_for_what_is_in_it_goes_out_at_once_with_the_essentials(String answer) {
    server.on("DOT WHOLE", answer);

    Outcome outcome = tell(Notices.alert(), ANN);

    assertThat(outcome)
        .isEqualTo(new Done("ann: only the essentials, for " + answer + "; mailed to 1 of 1"));
    String whole = server.mails().get(0);
    String essentials = server.mails().get(1);
    assertThat(id(essentials)).isEqualTo(id(whole));
    assertThat(essentials)
        .contains("Subject: [tocsin] frigate down\r\n")
        .contains("Content-Type: text/plain; charset=us-ascii\r\n")
        .contains("frigate down, since 2026-11-22 22:41:05 +00:00\r\n")
        .contains("Notice: frigate-r42-20261122T224105Z-alert-1\r\n")
        .doesNotContain("refused by");
    assertThat(essentials.length()).isLessThan(1500);
    assertThat(essentials.chars()).allMatch(c -> c < 0x7f);
  }

  @ParameterizedTest
  @CsvSource({"DATA,554", "DOT,552", "DOT,554"})
  void f32_a_mail_of_which_not_even_the_essentials_are_taken_is_not_tried_again(
      String phase, int code) {
    server.on(phase, code + " 5.7.0 looks like spam");

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Rejected.class);
    assertThat(server.count("DATA")).isEqualTo(2);
  }

  @Test
  void f32_who_has_the_essentials_gets_no_second_copy() {
    server.on("DOT WHOLE", "554 looks like spam").on("RCPT TO:<bob", "450 later");
    Outcome first = tell(Notices.alert(), ANN, BOB);
    server.mend("RCPT TO:<bob");
    server.mend("DOT WHOLE");

    Outcome second = tell(Notices.reached(Notices.alert(), "ann"), ANN, BOB);

    assertThat(first).isInstanceOf(NotDone.class);
    assertThat(first.reached()).containsExactly("ann");
    assertThat(second).isEqualTo(new Done("mailed to 1 of 1"));
    assertThat(server.count("RCPT TO:<ann")).isEqualTo(2);
  }

  @Test
  void f32_what_becomes_of_the_essentials_is_what_became_of_the_mail() {
    server.on("DOT WHOLE", "554 looks like spam").on("DOT ESSENTIALS", "451 later");
    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(NotDone.class);

    server.on("DOT ESSENTIALS", ScriptedServer.DROP);
    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Unclear.class);
  }

  @Test
  void f32_a_notice_of_many_is_short_too() {
    Notice many = Notices.of(
        Kind.RECOVERY,
        Duration.ofMinutes(42),
        IntStream.range(0, 500)
            .mapToObj(i -> Notices.failing("camera-" + i, "x"))
            .toArray(Notice.Member[]::new));
    server.on("DOT WHOLE", "552 too big");

    assertThat(tell(many, ANN)).isInstanceOf(Done.class);
    assertThat(server.mails().get(1))
        .contains("Subject: [tocsin] camera-0 and 499 more: recovered\r\n")
        .contains("\r\nand 490 more\r\n")
        .hasSizeLessThan(2000);
  }

  private static String id(String mail) {
    return mail.lines()
        .filter(line -> line.startsWith("Message-ID: "))
        .findFirst()
        .orElseThrow();
  }

  // F33

  @ParameterizedTest
  @ValueSource(strings = {ScriptedServer.DROP, ScriptedServer.SILENCE, ScriptedServer.DRIP})
  void f33_an_answer_lost_after_the_dot_is_not_known(String answer) {
    assertThat(tell(Notices.alert(), BOB)).isInstanceOf(Done.class);
    server.on("DOT", answer);

    assertThat(tell(Notices.alert(), Duration.ofSeconds(1), ANN)).isInstanceOf(Unclear.class);
    assertThat(server.mails()).hasSize(2);
  }

  @Test
  void f33_an_answer_lost_for_one_does_not_keep_the_mail_from_the_others() {
    server.on("DOT", ScriptedServer.DROP);
    Outcome outcome = tell(Notices.alert(), ANN, BOB);

    assertThat(outcome).isInstanceOf(Unclear.class);
    assertThat(outcome.reached()).isEmpty();
    assertThat(server.count("RCPT TO:<bob")).isEqualTo(1);
  }

  @Test
  void f33_a_nonsense_answer_to_the_dot_is_not_known() {
    server.on("DOT", "what?");

    assertThat(tell(Notices.alert(), ANN)).isInstanceOf(Unclear.class);
  }

  // F34

  @ParameterizedTest
  @ValueSource(strings = {"GREETING", "EHLO", "RCPT"})
  void f34_a_tarpit_is_left_at_the_deadline(String phase) {
    server.on(phase, ScriptedServer.DRIP);
    long start = System.nanoTime();

    Outcome outcome = tell(Notices.alert(), Duration.ofMillis(400), ANN, BOB);

    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void f34_a_recipient_who_is_answered_slowly_blocks_nobody() {
    server.on("RCPT TO:<ann", ScriptedServer.DRIP);

    Outcome outcome = tell(Notices.alert(), Duration.ofSeconds(3), ANN, BOB);

    assertThat(outcome).isInstanceOf(NotDone.class);
    assertThat(outcome.reached()).containsExactly("bob");
  }

  @Test
  void a_deadline_that_has_passed_sends_nothing() {
    assertThat(tell(Notices.alert(), Duration.ZERO, ANN)).isInstanceOf(NotDone.class);
    assertThat(server.mails()).isEmpty();
  }
}
