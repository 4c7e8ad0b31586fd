package dev.tocsin.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Telling;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a probe, a name or a detail says, a mail has the headers of a clean one, and a size. */
class HostileTextTest extends ScriptedMail {

  private static final Duration LATER = Duration.ofMinutes(42);

  /** Ten million characters of line ends, headers, controls, escapes, bidi, markup. */
  private static final String HOSTILE =
      ("\r\nBcc: eve@example.org\r\n\r\n.\r\n\nSubject: x\0\7\33[31m"
              + "\u202e\u2066\u200f\u2028\u0085<script>alert(1)</script><img src=x onerror=\"y\">&'"
              + "\u760d\u760aBcc: {{headline}}")
          .repeat(90_000);

  private static final int OF_ONE = 32 * 1024;
  private static final int OF_ANY = 512 * 1024;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void hostile_text_adds_no_header_no_line_and_no_markup(Kind kind) throws Exception {
    assertThat(HOSTILE.length()).isGreaterThan(10_000_000);
    MimeMessage clean = mailed(notice(kind, "clean"));

    MimeMessage hostile = mailed(notice(kind, HOSTILE));

    assertThat(names(hostile)).isEqualTo(names(clean));
    assertThat(text(hostile, 0).lines())
        .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Subject"));
    for (String shown : List.of(hostile.getSubject(), text(hostile, 0), text(hostile, 1))) {
      assertThat(shown.replace("\r\n", "")).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
    }
    assertThat(text(hostile, 1)).doesNotContain("<script", "<img").contains("&lt;script");
    assertThat(server.mails().get(1).length()).isLessThan(OF_ONE);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void the_essentials_hold_nothing_from_outside(Kind kind) {
    server.on("DOT WHOLE", "554 looks like spam");

    assertThat(tell(notice(kind, HOSTILE), ANN)).isInstanceOf(Outcome.Done.class);
    assertThat(tell(notice(kind, "clean"), ANN)).isInstanceOf(Outcome.Done.class);

    assertThat(server.mails().get(1)).isEqualTo(server.mails().get(3)).hasSizeLessThan(1500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\u760d", "\uD83D\uDE00"})
  void no_number_of_targets_makes_a_mail_that_grows_without_end(String longest) throws Exception {
    Member[] members = IntStream.range(0, 2000)
        .mapToObj(i -> member("n".repeat(59) + "%04d".formatted(i), i + longest.repeat(300)))
        .toArray(Member[]::new);

    mailed(Notices.of(Kind.GAVE_UP, LATER, Optional.of(HOSTILE), members));

    assertThat(server.mails().get(0).length()).isLessThan(OF_ANY);
  }

  private MimeMessage mailed(Notice notice) throws Exception {
    assertThat(tell(notice, ANN)).isInstanceOf(Outcome.Done.class);
    byte[] mail = server.mails().get(server.mails().size() - 1).getBytes(UTF_8);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
  }

  private static List<String> names(MimeMessage mail) {
    try {
      return Collections.list(mail.getAllHeaders()).stream()
          .map(header -> header.getName())
          .toList();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(MimeMessage mail, int part) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
  }

  private static Notice notice(Kind kind, String text) {
    return Notices.of(kind, LATER, Optional.of(text), member("frigate", text));
  }

  private static Member member(String target, String text) {
    return new Member(
        target,
        new IncidentId(target, 42, Notices.OPENED),
        Notices.OPENED,
        Optional.empty(),
        text,
        "not repaired: " + text,
        3,
        0,
        Telling.OWED,
        Optional.empty(),
        List.of(
            Notices.tried(text, LATER, Result.REFUSED),
            Notices.tried(text, LATER, Result.ACCEPTED)),
        Optional.empty());
  }
}
