package dev.tocsin.runner.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import dev.tocsin.runner.check.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExecRemedyTest {

  private static final Attempt ATTEMPT = new Attempt(
      new IncidentId("frigate", 42, Instant.parse("2026-11-22T22:41:05Z")),
      1,
      "restart",
      Duration.ofMinutes(10),
      new Moment(Instant.parse("2026-11-22T22:46:05Z"), 43),
      0,
      false,
      Optional.empty());

  @TempDir
  Path directory;

  @Test
  void a_program_knows_which_attempt_it_is() {
    assertThat(run("echo $TOCSIN_ATTEMPT $TOCSIN_TARGET $TOCSIN_INCIDENT"))
        .isEqualTo(new Outcome.Done("exit 0: frigate-r42-20261122T224105Z-remediate-1 frigate"
            + " frigate-r42-20261122T224105Z"));
  }

  @Test
  void a_program_that_fails_is_refused_so_that_budgets_end_it() {
    assertThat(run("echo no rights >&2; exit 3"))
        .isEqualTo(new Outcome.Refused("exit 3: no rights"));
  }

  @Test
  void a_program_that_is_missing_is_refused_so_that_a_human_hears_of_it() {
    assertThat(remedy(Duration.ofSeconds(10), "/no/such/program").run(ATTEMPT, deadline()))
        .isEqualTo(new Outcome.Refused("the program /no/such/program is missing"));
  }

  @Test
  void a_program_that_was_killed_may_have_done_its_work() {
    assertThat(remedy(Duration.ofMillis(200), "sleep", "1000").run(ATTEMPT, deadline()))
        .isEqualTo(new Outcome.Unclear("the program did not end in time and was killed"));
  }

  @Test
  void a_program_does_not_begin_when_no_time_is_left() {
    Path trace = directory.resolve("trace");
    Deadline over = Deadline.in(Duration.ZERO, Time.system());

    assertThat(remedy(Duration.ofSeconds(10), "touch", trace.toString()).run(ATTEMPT, over))
        .isInstanceOf(Outcome.NotDone.class);
    assertThat(Files.exists(trace)).isFalse();
  }

  private static Outcome run(String script) {
    return remedy(Duration.ofSeconds(10), "sh", "-c", script).run(ATTEMPT, deadline());
  }

  private static ExecRemedy remedy(Duration timeout, String... argv) {
    return new ExecRemedy(new Probe.Exec(List.of(argv), timeout));
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(20), Time.system());
  }
}
