package dev.tocsin.email;

import static dev.tocsin.email.Notices.attempted;
import static dev.tocsin.email.Notices.failing;
import static dev.tocsin.email.Notices.over;
import static dev.tocsin.email.Notices.tried;

import dev.tocsin.incident.Attempts.Result;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Notice.Member;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Notices of attempts, of several targets, and of what was over long before. */
final class SampleNotices {

  private static final Duration LATER = Duration.ofMinutes(42);
  private static final Duration CLOSED = LATER.plusMinutes(10);
  private static final Optional<String> NODE = Optional.of("node still-fawn");
  private static final Optional<String> ACCESS = Optional.of("we have no access");
  private static final Optional<Instant> UNKNOWN = Optional.empty();
  private static final Optional<Instant> SOON =
      Optional.of(Notices.OPENED.plus(LATER).plus(Duration.ofMinutes(10)));

  private SampleNotices() {}

  static Stream<Arguments> all() {
    return Stream.of(steps(), waits(), ofMany(), late()).flatMap(s -> s);
  }

  /** Each step as it is announced, and as it is looked back on. */
  private static Stream<Arguments> steps() {
    return Stream.of("evictPod", "deletePod", "rolloutRestart", "restart.sh")
        .flatMap(step -> Stream.of(
            Arguments.of(
                "alert-" + step,
                Notices.of(
                    Kind.ALERT,
                    LATER,
                    attempted(failing("frigate", "repairing: " + step + ", attempt 1"), SOON))),
            Arguments.of("recovery-" + step, Notices.of(Kind.RECOVERY, CLOSED, helped(step)))));
  }

  private static Stream<Arguments> waits() {
    return Stream.of(
        Arguments.of(
            "reminder-pausing",
            Notices.of(
                Kind.REMINDER,
                LATER,
                attempted(
                    failing("frigate", "pausing between attempts"),
                    SOON,
                    tried("evictPod", Duration.ofMinutes(11), Result.ACCEPTED)))),
        Arguments.of(
            "gave-up-refused",
            Notices.of(
                Kind.GAVE_UP,
                LATER,
                attempted(
                    Notices.tried(
                        failing("frigate", "all attempts of this incident are spent: 4 attempts"),
                        4,
                        0),
                    UNKNOWN,
                    tried("evictPod", Duration.ofMinutes(11), Result.ACCEPTED),
                    tried("evictPod", Duration.ofMinutes(21), Result.NOT_KNOWN),
                    tried("rolloutRestart", Duration.ofMinutes(31), Result.REFUSED)))),
        Arguments.of(
            "gave-up-with-a-trial",
            Notices.of(
                Kind.GAVE_UP,
                LATER,
                attempted(
                    failing("frigate", "gave up, a human is needed: 1 attempts did not help"),
                    SOON,
                    tried("evictPod", Duration.ofMinutes(11), Result.ACCEPTED)))),
        Arguments.of(
            "gave-up-held",
            Notices.of(
                Kind.GAVE_UP,
                LATER,
                attempted(
                    failing("frigate", Notices.NODE),
                    UNKNOWN,
                    tried("evictPod", Duration.ofMinutes(11), Result.ACCEPTED)))));
  }

  private static Stream<Arguments> ofMany() {
    return Stream.of(
        many(Kind.ALERT, 2, Optional.empty(), "repairing", m -> m),
        many(Kind.GAVE_UP, 2, NODE, "gave-up", SampleNotices::attemptedOnce),
        many(Kind.GAVE_UP, 20, NODE, "gave-up", SampleNotices::attemptedOnce),
        many(Kind.REMINDER, 20, NODE, "reminder", m -> m),
        many(Kind.BLIND, 20, ACCESS, "blind", SampleNotices::blind),
        many(Kind.SIGHT_BACK, 20, ACCESS, "sight-back", m -> ended(blind(m), Telling.TOLD)),
        many(Kind.RECOVERY, 20, NODE, "recovery", m -> ended(attemptedOnce(m), Telling.TOLD)),
        many(
            Kind.RECOVERY,
            4,
            NODE,
            "recovery-that-tells-both",
            m -> ended(Notices.tried(m, 0, 2), Telling.LOST)),
        many(Kind.ALERT, 70, NODE, "alert", m -> m));
  }

  private static Stream<Arguments> late() {
    Duration night = Duration.ofHours(7);
    return Stream.of(
        Arguments.of("recovery-late", Notices.of(Kind.RECOVERY, night, helped("evictPod"))),
        Arguments.of(
            "recovery-late-that-tells-both",
            Notices.of(
                Kind.RECOVERY, night, over(failing("frigate", "recovered"), LATER, Telling.LOST))));
  }

  private static Arguments many(
      Kind kind, int count, Optional<String> cause, String name, UnaryOperator<Member> change) {
    String why = name.equals("repairing") ? "repairing: evictPod, attempt 1" : Notices.NODE;
    Member[] members = IntStream.rangeClosed(1, count)
        .mapToObj(i -> change.apply(failing("camera-" + i, why)))
        .toArray(Member[]::new);
    return Arguments.of(name + "-of-" + count, Notices.of(kind, CLOSED, cause, members));
  }

  private static Member attemptedOnce(Member member) {
    return attempted(member, UNKNOWN, tried("evictPod", Duration.ofMinutes(11), Result.ACCEPTED));
  }

  private static Member helped(String step) {
    return ended(
        attempted(
            failing("frigate", "recovered"),
            UNKNOWN,
            tried("evictPod", Duration.ofMinutes(11), Result.REFUSED),
            tried(step, Duration.ofMinutes(26), Result.ACCEPTED)),
        Telling.TOLD);
  }

  private static Member ended(Member member, Telling begun) {
    return over(member, LATER, begun);
  }

  private static Member blind(Member member) {
    return new Member(
        member.target(),
        member.about(),
        member.since(),
        member.until(),
        "we have no access, pods is forbidden",
        "",
        0,
        0,
        member.begun(),
        member.earlier(),
        member.tried(),
        member.next());
  }
}
