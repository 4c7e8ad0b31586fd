package dev.tocsin.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.NoticeText.Sequel;
import dev.tocsin.incident.Incident.Earlier;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Telling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of notice as it is read; {@code -Dgolden.update=true} rewrites the texts. */
class NoticeTextTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Wording WORDING = new Wording(
      Map.of("frigate", List.of("kubectl -n cams describe deployment/frigate")), Optional.empty());
  private static final Path GOLDEN = Path.of("src", "test", "resources", "notices");
  private static final Duration LATER = Duration.ofMinutes(42);
  private static final Duration CLOSED = LATER.plusMinutes(10);
  private static final Member FRIGATE = Notices.failing("frigate", Notices.NODE);
  private static final Optional<String> NODE = Optional.of("node still-fawn");
  private static final Optional<String> ACCESS = Optional.of("we have no access");

  static Stream<Arguments> notices() {
    return Stream.of(alerts(), ends(), sight(), SampleNotices.all()).flatMap(s -> s);
  }

  private static Stream<Arguments> alerts() {
    return Stream.of(
        Arguments.of("alert-held", Notices.alert()),
        Arguments.of("alert-repairing", one(Kind.ALERT, "repairing: rolloutRestart, attempt 1")),
        Arguments.of("alert-only-told", one(Kind.ALERT, "no remediation is configured: timeout")),
        Arguments.of("alert-of-three", Notices.of(Kind.ALERT, LATER, NODE, members(3))),
        Arguments.of("alert-of-twenty", Notices.of(Kind.ALERT, LATER, NODE, members(20))),
        Arguments.of("alert-of-many-causes", Notices.of(Kind.ALERT, LATER, members(4))),
        Arguments.of(
            "alert-with-earlier", Notices.of(Kind.ALERT, LATER, Notices.after(FRIGATE, earlier()))),
        Arguments.of("reminder", one(Kind.REMINDER, Notices.NODE)),
        Arguments.of(
            "gave-up",
            Notices.of(
                Kind.GAVE_UP,
                Duration.ofHours(3),
                Notices.tried(
                    Notices.failing("frigate", "all attempts of this incident are spent: 3"),
                    3,
                    1))));
  }

  private static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of("recovery", Notices.of(Kind.RECOVERY, CLOSED, over(Telling.TOLD))),
        Arguments.of(
            "recovery-that-tells-both", Notices.of(Kind.RECOVERY, CLOSED, over(Telling.OWED))),
        Arguments.of(
            "recovery-of-two",
            Notices.of(
                Kind.RECOVERY,
                CLOSED,
                NODE,
                Stream.of(members(2))
                    .map(m -> Notices.over(m, LATER, Telling.TOLD))
                    .toArray(Member[]::new))));
  }

  private static Stream<Arguments> sight() {
    Member blind = blind(Optional.empty(), Telling.OWED);
    Optional<Instant> until = Optional.of(Notices.OPENED.plus(LATER));
    return Stream.of(
        Arguments.of("blind", Notices.of(Kind.BLIND, LATER, ACCESS, blind)),
        Arguments.of(
            "sight-back", Notices.of(Kind.SIGHT_BACK, LATER, ACCESS, blind(until, Telling.TOLD))),
        Arguments.of(
            "sight-back-that-tells-both",
            Notices.of(Kind.SIGHT_BACK, LATER, ACCESS, blind(until, Telling.LOST))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notices")
  void a_notice_says_at_one_glance_what_is_wrong_and_what_is_done(String name, Notice notice)
      throws IOException {
    NoticeText text = NoticeText.of(notice, ZONE, WORDING, Sequel.TOLD);
    assertGolden(name + ".txt", "Subject: " + text.subject() + "\n\n" + text.text());
    assertGolden(name + ".html", text.html());
  }

  private static void assertGolden(String name, String text) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void every_golden_text_belongs_to_a_notice() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(notices()
              .map(a -> (String) a.get()[0])
              .flatMap(name -> Stream.of(name + ".txt", name + ".html"))
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nBcc: eve@example.org", "a\u202Eb", "a\u2028b", "a\u0000b", "a\u007fb"})
  void hostile_text_ends_no_line_and_turns_no_writing(String hostile) {
    Moment planned = new Moment(Notices.OPENED, 1);
    Notice notice = new Notice(
        Kind.BLIND,
        List.of(FRIGATE),
        Optional.of(hostile),
        1,
        planned,
        1,
        planned,
        Optional.empty(),
        Set.of());

    assertThat(NoticeText.of(notice, ZONE, WORDING, Sequel.TOLD).subject())
        .startsWith("[tocsin] cannot see frigate: a ");
    assertThat(NoticeText.of(notice, ZONE, WORDING, Sequel.TOLD).text().lines())
        .noneMatch(l -> l.startsWith("Bcc") || l.chars().anyMatch(c -> c < ' ' || c == 0x202e));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"})
  void a_time_that_cannot_be_is_no_reason_to_send_nothing(String time) {
    Member member = Notices.attempted(
        Notices.failing("frigate", "pausing between attempts"), Optional.of(Instant.parse(time)));

    assertThat(NoticeText.of(Notices.of(Kind.ALERT, LATER, member), ZONE, WORDING, Sequel.TOLD)
            .text())
        .contains("The next attempt may come at ");
  }

  @Test
  void a_subject_is_cut_between_characters() {
    String faces = "\uD83D\uDE00".repeat(190);
    String subject =
        NoticeText.of(one(Kind.ALERT, faces), ZONE, WORDING, Sequel.TOLD).subject();

    assertThat(subject.codePointCount(0, subject.length())).isLessThanOrEqualTo(190);
    assertThat(new String(subject.getBytes(UTF_8), UTF_8)).isEqualTo(subject).endsWith("…");
  }

  private static Notice one(Kind kind, String why) {
    return Notices.of(kind, Duration.ofHours(6), Notices.failing("frigate", why));
  }

  private static Member[] members(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Notices.failing("camera-" + i, Notices.NODE))
        .toArray(Member[]::new);
  }

  private static Member over(Telling begun) {
    return Notices.over(Notices.tried(FRIGATE, 1, 0), LATER, begun);
  }

  private static Earlier earlier() {
    Instant since = Notices.OPENED.minus(Duration.ofHours(5));
    return new Earlier(
        new IncidentId("frigate", 12, since),
        since,
        since.plus(Duration.ofMinutes(20)),
        Telling.OWED);
  }

  private static Member blind(Optional<Instant> until, Telling begun) {
    return new Member(
        "frigate",
        new IncidentId("frigate", 42, Notices.OPENED),
        Notices.OPENED,
        until,
        "we have no access, pods is forbidden",
        "",
        0,
        0,
        begun,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
