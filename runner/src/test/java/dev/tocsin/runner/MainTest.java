package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.runner.World.Ran;
import dev.tocsin.runner.report.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void a_typing_error_in_a_command_does_nothing_and_says_so() {
    assertThat(world.plain("rnu").exitCode()).isEqualTo(2);
    assertThat(world.plain().exitCode()).isEqualTo(2);
    assertThat(world.tocsin("run", "--drry-run").exitCode()).isEqualTo(2);
    assertThat(world.tocsin("pause", "frigate").err()).contains("give --for");
    assertThat(world.tocsin("pause", "frigate", "--until", "tomorrow").err())
        .contains("'tomorrow' is no time such as 07:00");
    assertThat(world.tocsin("pause", "frigate", "--until", "07:00+01:00").exitCode())
        .isEqualTo(2);
    assertThat(world.tocsin("pause", "frigate", "--for", "soon").exitCode()).isEqualTo(2);
    assertThat(world.tocsin("pause", "frigate", "--until", "2020-01-01T00:00Z").exitCode())
        .isEqualTo(2);
    assertThat(world.ledger()).doesNotExist();
  }

  @Test
  void a_wrong_configuration_shows_every_problem_and_does_nothing() throws IOException {
    world.configuration("interval: soon\ntargets: [{name: UP, check: {tcp: nowhere}}]\n");
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(ran.err().lines()).allMatch(line -> line.matches("tocsin.yaml:\\d+:\\d+: .*"));
    assertThat(world.ledger()).doesNotExist();
  }

  @Test
  void the_schema_is_printed_as_it_is_committed() throws IOException {
    Ran ran = world.plain("schema");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).isEqualTo(Files.readString(Path.of("..", "docs", "tocsin.schema.json")));
  }

  @Test
  void a_missing_configuration_is_not_replaced_by_defaults() throws IOException {
    Files.delete(world.directory.resolve("tocsin.yaml"));
    assertThat(world.tocsin("run").exitCode()).isEqualTo(2);
  }

  @Test
  void a_service_that_is_down_is_no_failure_of_the_watchman() {
    world.down("api", "frigate", "mqtt");
    assertThat(world.tocsin("run").exitCode()).isZero();
  }

  @Test
  void without_a_ledger_nothing_is_done() throws IOException {
    Files.createDirectory(world.ledger());
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(world.tocsin("status").exitCode()).isEqualTo(3);
    assertThat(world.tocsin("explain").exitCode()).isEqualTo(3);
    assertThat(world.tocsin("pause", "api", "--for", "1h").exitCode()).isEqualTo(3);
  }

  @Test
  void who_tells_nobody_needs_no_password() throws IOException {
    world.configuration(World.SCRIPTED + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: smtp.example.org, username: me, passwordFile: /secrets/smtp}
        """);
    for (String command : new String[] {"status", "explain", "resume frigate", "run --dry-run"}) {
      assertThat(world.tocsin(command.split(" ")).err()).as(command).isEmpty();
    }
    assertThat(world.tocsin("pause", "frigate", "--for", "2h").exitCode()).isZero();
    assertThat(world.tocsin("run").err()).contains("/secrets/smtp cannot be read");
    assertThat(world.tocsin("validate").exitCode()).isEqualTo(2);
  }

  @Test
  void one_target_can_be_explained_by_itself() {
    assertThat(world.tocsin("explain", "mqtt").out()).contains("mqtt: ").doesNotContain("api: ");
    Ran stranger = world.tocsin("explain", "mqtt", "frigat");
    assertThat(stranger.exitCode()).isEqualTo(2);
    assertThat(stranger.err()).contains("no target is named 'frigat'; did you mean 'frigate'?");
  }

  @Test
  void a_refused_repair_does_not_end_as_if_all_were_well() throws IOException {
    world.program("restart", "exit 1");
    world.down("frigate");
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").exitCode()).isEqualTo(4);
  }

  /** As cron runs it: what stdout says goes nowhere. */
  @Test
  void what_is_wrong_with_a_round_is_said_on_stderr_too() throws IOException {
    world.program("restart", "exit 1");
    world.down("frigate");
    assertThat(world.tocsin("run").err()).as("a service that is down").isEmpty();
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").err()).startsWith("restart of frigate: refused: ");
    world.configuration(World.SCRIPTED + """
        mail:
          from: tocsin@example.org
          to: me@example.org
          smtp: {host: 127.0.0.1, port: 1, tls: none}
        """);
    world.down("mqtt");
    world.later(Duration.ofMinutes(5));
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").err()).contains("ALERT of mqtt: not done: ");
    Files.writeString(world.ledger(), "{ damaged");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").err()).contains("remark: damaged ledger");
  }

  @Test
  void a_pause_that_would_last_for_ever_is_a_typing_error_and_no_bug() {
    for (String until : new String[] {"+999999999-12-31T23:59-18:00", "2036-12-01T00:00Z"}) {
      assertThat(world.tocsin("pause", "frigate", "--until", until).exitCode()).isEqualTo(2);
    }
    assertThat(world
            .tocsin("pause", "frigate", "--until", "-999999999-01-01T00:00+18:00")
            .err())
        .contains("ten years");
    assertThat(world.tocsin("pause", "frigate", "--for", "99999d").exitCode()).isEqualTo(2);
    assertThat(world.ledger()).doesNotExist();
    assertThat(world.tocsin("pause", "frigate", "--for", "3650d").exitCode()).isZero();
  }

  @Test
  void a_pause_is_not_silent_about_itself_because_the_ledger_was_damaged() throws IOException {
    Files.writeString(world.ledger(), "{ damaged");
    Ran ran = world.tocsin("pause", "frigate", "--for", "2h");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).startsWith("frigate: paused until ");
    assertThat(ran.err()).contains("damaged ledger");
  }

  @Test
  void a_damaged_ledger_is_not_taken_for_one_that_has_not_begun() throws IOException {
    assertThat(world.tocsin("status").out()).startsWith("There has been no round yet.");
    world.tocsin("run");
    Files.writeString(world.ledger(), "{ damaged");
    assertThat(world.tocsin("status").out())
        .startsWith("It is not known when the last round was: the ledger was damaged or lost.")
        .doesNotContain("no round yet");
    assertThat(world.tocsin("status", "-o", "json").out()).doesNotContain("\"rounds\"");
    Files.delete(world.ledger());
    assertThat(world.tocsin("status").out()).startsWith("It is not known");
  }

  @Test
  void a_printed_notice_says_its_symptom_once_and_a_recovery_how_long_it_took() throws IOException {
    world.down("mqtt");
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").out())
        .contains("+01:00: HTTP 503; no remediation is configured\n");
    world.up("mqtt");
    world.later(Duration.ofMinutes(5));
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").out())
        .contains("*** RECOVERY\n  mqtt has recovered after 10m: it was HTTP 503 from ");
  }

  // S11
  @Test
  void a_dry_run_and_an_explanation_leave_no_trace() throws IOException {
    world.program("restart", "touch restarted");
    world.down("frigate");
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    String before = Files.readString(world.ledger());
    world.workshop = java.util.Optional.of(new Untouchable(new Wiring()));
    Ran rehearsed = world.tocsin("run", "--dry-run");
    assertThat(rehearsed.exitCode()).isZero();
    assertThat(rehearsed.out())
        .startsWith("Dry run: nothing is written")
        .contains("restart, attempt 1")
        .contains("ALERT");
    assertThat(world.tocsin("explain").exitCode()).isZero();
    assertThat(world.ledger()).hasContent(before);
    assertThat(world.files()).doesNotContain("restarted");
  }

  @Test
  void a_log_file_gets_no_colours_and_whole_lines() {
    assertThat(world.tocsin("run").out()).doesNotContain("\u001b");
  }

  @Test
  void a_terminal_gets_colours_and_lines_that_fit() {
    world.screen = Surroundings.screen(Map.of(), OptionalInt.of(40));
    String out = world.tocsin("run").out();
    assertThat(out).contains("\u001b[32m");
    assertThat(out.replaceAll("\u001b\\[\\d*m", "").lines()).allMatch(l -> l.length() <= 40);
  }

  @Test
  void who_asked_for_no_colours_gets_none() {
    assertThat(Surroundings.screen(Map.of("NO_COLOR", "1"), OptionalInt.of(80)).colours())
        .isEqualTo(Screen.Colours.OFF);
    assertThat(Surroundings.screen(Map.of("NO_COLOR", ""), OptionalInt.of(80)).colours())
        .isEqualTo(Screen.Colours.ON);
    assertThat(Surroundings.screen(Map.of("TERM", "dumb"), OptionalInt.of(80)).colours())
        .isEqualTo(Screen.Colours.OFF);
    assertThat(Surroundings.screen(Map.of(), OptionalInt.empty()).colours())
        .isEqualTo(Screen.Colours.OFF);
  }

  // F78
  @Test
  void an_impatient_operator_confirms_nothing() {
    world.down("mqtt");
    world.tocsin("run");
    world.later(Duration.ofSeconds(10));
    assertThat(world.tocsin("run").out()).contains("too soon").doesNotContain("ALERT");
  }

  @Test
  void a_paused_target_is_shown_and_left_alone_until_it_is_resumed() {
    assertThat(world.tocsin("pause", "mqtt", "--for", "2h").exitCode()).isZero();
    world.down("mqtt");
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").out()).contains("paused").doesNotContain("ALERT");
    assertThat(world.tocsin("status").out()).contains("paused until");
    assertThat(world.tocsin("resume", "mqtt").out()).contains("mqtt: not paused any more");
    assertThat(world.tocsin("resume", "mqtt").out()).contains("mqtt: was not paused");
    assertThat(world.tocsin("status").out()).doesNotContain("paused");
  }
}
