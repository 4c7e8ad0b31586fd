package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Telling;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  private static final MailSettings SETTINGS = new MailSettings(
      "tocsin@example.org",
      List.of(new Recipient("ann", "ann@example.org"), new Recipient("bob", "bob@example.org")),
      new MailSettings.Outbox(Path.of("outbox")));
  private static final Letter LETTER = new Letter(SETTINGS, ZoneOffset.ofHours(1));

  @Test
  void the_same_notice_is_the_same_bytes_however_often_and_to_whomever_it_goes() throws Exception {
    Notice again = Notices.reached(Notices.alert(), "ann");

    assertThat(bytes(again)).isEqualTo(bytes(Notices.alert()));
  }

  @Test
  void a_mail_says_what_it_is_to_people_and_to_machines() throws Exception {
    MimeMessage mail = LETTER.of(Notices.alert());

    assertThat(mail.getMessageID())
        .isEqualTo("<frigate-r42-20261122T224105Z-alert-1@tocsin.example.org>");
    assertThat(header(mail, "Date")).isEqualTo("Sun, 22 Nov 2026 23:51:05 +0100");
    assertThat(header(mail, "From")).isEqualTo("tocsin@example.org");
    assertThat(header(mail, "To").replaceAll("\\s+", " "))
        .isEqualTo("ann@example.org, bob@example.org");
    assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(header(mail, "X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(header(mail, "List-Id")).isEqualTo("<notices.tocsin.example.org>");
    assertThat(header(mail, "Content-Type"))
        .startsWith("multipart/alternative; boundary=\"=_frigate-r42-");
    assertThat(mail.getSubject())
        .isEqualTo("[tocsin] frigate is down; not repaired while node still-fawn is not ready");
  }

  @Test
  void no_mail_promises_another_that_its_reader_does_not_get() throws Exception {
    Route alerts = new Route(List.of("*"), Set.of(Kind.ALERT));
    MailSettings settings = new MailSettings(
        "tocsin@example.org",
        List.of(new Recipient("ann", "ann@example.org", alerts)),
        new MailSettings.Outbox(Path.of("outbox")));

    MimeMultipart forms =
        (MimeMultipart) new Letter(settings, ZoneOffset.UTC).of(Notices.alert()).getContent();

    assertThat((String) forms.getBodyPart(0).getContent())
        .contains("It is down until then.")
        .doesNotContain("You will be told");
  }

  @Test
  void who_reads_plain_text_has_it_first_and_whole() throws Exception {
    MimeMultipart forms = (MimeMultipart) LETTER.of(Notices.alert()).getContent();

    assertThat(forms.getCount()).isEqualTo(2);
    assertThat(forms.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(forms.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    String text = (String) forms.getBodyPart(0).getContent();
    assertThat(text)
        .contains("Nothing is repaired while this holds: node still-fawn is not ready.");
  }

  @Test
  void nothing_in_the_html_is_loaded_from_anywhere() throws Exception {
    MimeMultipart forms = (MimeMultipart) LETTER.of(Notices.alert()).getContent();

    assertThat((String) forms.getBodyPart(1).getContent())
        .doesNotContainPattern("(?i)(src|href)\\s*=|url\\(|@import|<script");
  }

  @Test
  void markup_from_outside_is_shown_and_does_nothing() throws Exception {
    Notice hostile = Notices.of(
        Kind.ALERT,
        Duration.ZERO,
        Notices.failing("frigate", "not repaired: <img src=x onerror=alert(1)>"));
    MimeMultipart forms = (MimeMultipart) LETTER.of(hostile).getContent();

    assertThat((String) forms.getBodyPart(1).getContent())
        .contains("&lt;img src")
        .doesNotContain("<img");
  }

  @Test
  void all_mails_of_one_incident_are_one_thread() throws Exception {
    MimeMessage alert = LETTER.of(Notices.alert());
    MimeMessage recovery = LETTER.of(Notices.of(
        Kind.RECOVERY,
        Duration.ofMinutes(42),
        Notices.over(
            Notices.failing("frigate", "recovered"), Duration.ofMinutes(40), Telling.TOLD)));

    String root = "<frigate-r42-20261122T224105Z@tocsin.example.org>";
    for (MimeMessage mail : List.of(alert, recovery)) {
      assertThat(header(mail, "References").strip()).isEqualTo(root);
      assertThat(header(mail, "In-Reply-To").strip()).isEqualTo(root);
    }
    assertThat(recovery.getMessageID()).isNotEqualTo(alert.getMessageID());
  }

  @Test
  void text_of_a_target_makes_no_new_header() throws Exception {
    String hostile = "down\r\nBcc: eve@example.org\r\n\r\nDear customer\u760d\u760aBcc: x@y.z";
    String plain = new String(
        bytes(Notices.of(Kind.ALERT, Duration.ZERO, Notices.failing("frigate", hostile))),
        StandardCharsets.UTF_8);

    String head = plain.substring(0, plain.indexOf("\r\n\r\n"));
    assertThat(head.lines()).noneMatch(l -> l.startsWith("Bcc") || l.startsWith("Dear"));
    assertThat(plain.substring(head.length()).lines()).noneMatch(l -> l.startsWith("Bcc"));
  }

  @Test
  void every_line_of_a_mail_ends_as_the_protocol_wants_it() throws Exception {
    String mail = new String(bytes(Notices.alert()), StandardCharsets.UTF_8);

    assertThat(mail.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann", "@example.org", "ann@example.org\r\nBcc: eve@example.org", "ann@example.org,eve@x.y",
        "Ann <ann@example.org>", "ann@ex\u760dample.org", "a..b@example.org", ""
      })
  void what_is_no_single_plain_address_is_refused_before_any_mail(String address) {
    assertThatThrownBy(() -> new Recipient("ann", address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(Notice notice) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LETTER.of(notice).writeTo(bytes);
    return bytes.toByteArray();
  }

  private static String header(MimeMessage mail, String name) throws Exception {
    assertThat(mail.getHeader(name)).hasSize(1);
    return mail.getHeader(name)[0];
  }
}
