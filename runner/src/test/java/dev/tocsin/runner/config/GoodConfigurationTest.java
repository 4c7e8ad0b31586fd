package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.email.MailSettings;
import dev.tocsin.email.MailSettings.Recipient;
import dev.tocsin.email.MailSettings.Secret;
import dev.tocsin.email.MailSettings.Smtp;
import dev.tocsin.email.MailSettings.Tls;
import dev.tocsin.email.Route;
import dev.tocsin.incident.Notice.Kind;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Remediation.Step;
import dev.tocsin.incident.Target;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Asked;
import dev.tocsin.runner.config.Configuration.Cluster;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.config.Configuration.Remedy;
import dev.tocsin.runner.config.Configuration.Watch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodConfigurationTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @TempDir
  Path directory;

  private Written written;

  @BeforeEach
  void files() {
    written = new Written(directory);
    written.write("smtp-secret", Written.CANARY + "\n");
    written.write("ca.pem", "-----BEGIN CERTIFICATE-----\n");
  }

  @Test
  void the_smallest_configuration_has_the_defaults_of_the_rules() {
    Configuration configuration = written.valid(Written.TARGET);
    assertThat(configuration)
        .isEqualTo(new Configuration(
            new InFile(directory.resolve("tocsin-ledger.json")),
            new Cluster(
                Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMinutes(10)),
            Duration.ofMinutes(5),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            8,
            List.of(new Watch(
                Target.of("frigate", Policy.DEFAULT),
                Optional.of(new Probe.Tcp("frigate", 5000, TEN_SECONDS)),
                List.of(),
                List.of(),
                Optional.empty())),
            List.of()));
  }

  @Test
  void the_smallest_remediation_has_the_default_budget() {
    Watch watch = written
        .valid(Written.TARGET + "  remediation: {exec: [./restart.sh, frigate]}\n")
        .watches()
        .get(0);
    assertThat(watch.target().policy().remediation()).contains(Remediation.by("restart.sh"));
    assertThat(watch.remedies())
        .containsExactly(new Remedy(
            "restart.sh",
            new Probe.Exec(
                List.of(directory.resolve("restart.sh").toString(), "frigate"),
                Duration.ofMinutes(1))));
  }

  @Test
  void defaults_hold_unless_a_target_says_otherwise() {
    Configuration configuration = written.valid("""
        defaults:
          failuresToAlert: 4
          flapping: {failures: 7, samples: 20}
          remindEvery: 24h
          check: {timeout: 3s}
          remediation: {attemptsPerIncident: 5, settle: 20m, trialAfter: 1d}
        targets:
        - name: b
          check: {tcp: {host: b, port: 2}}
          remediation: {exec: [restart]}
        - name: a
          failuresToAlert: 1
          flapping: {failures: 8}
          remindEvery: never
          check: {tcp: {host: a, port: 1, timeout: 500ms}}
          remediation: {exec: [restart], attemptsPerIncident: 1, trialAfter: never}
        """);
    Policy defaults =
        Policy.DEFAULT.failuresToAlert(4).flapping(7, 20).remindEvery(Duration.ofDays(1));
    Policy own = Policy.DEFAULT.failuresToAlert(1).flapping(8, 20);
    assertThat(configuration.watches())
        .extracting(Watch::target)
        .containsExactly(
            Target.of("a", own.remediation(repair(1, Optional.empty()))),
            Target.of("b", defaults.remediation(repair(5, Optional.of(Duration.ofDays(1))))));
    assertThat(configuration.watches())
        .extracting(watch -> watch.check().orElseThrow().timeout())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(3));
  }

  private static Remediation repair(int attempts, Optional<Duration> trialAfter) {
    return new Remediation(
        List.of(new Step("restart", 50, Duration.ofMinutes(20))),
        attempts,
        2,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofHours(4),
        Duration.ofHours(1),
        trialAfter);
  }

  @Test
  void everything_that_can_be_said_is_understood() throws IOException {
    Configuration configuration = written.valid(Maximal.YAML);
    assertThat(configuration.ledger())
        .isEqualTo(new InFile(directory.resolve("state/ledger.json")));
    assertThat(configuration.interval()).isEqualTo(Duration.ofMinutes(2));
    assertThat(configuration.parallelism()).isEqualTo(4);
    assertThat(configuration.heartbeat())
        .contains(URI.create("https://hc.example.org/" + Written.CANARY));
    MailSettings mail = configuration.mail().orElseThrow();
    assertThat(mail.to())
        .containsExactly(
            new Recipient("855c94f34989", "me@example.org"),
            new Recipient(
                "oncall",
                "pager@example.org",
                new Route(List.of("frig*", "database"), Set.of(Kind.ALERT, Kind.GAVE_UP))));
    assertThat(mail.wording().configuration()).contains(directory.resolve("tocsin.yaml"));
    Smtp smtp = (Smtp) mail.delivery();
    assertThat(smtp.port()).isEqualTo(587);
    assertThat(smtp.tls()).isEqualTo(Tls.STARTTLS);
    assertThat(smtp.login().orElseThrow().password().read()).isEqualTo(Written.CANARY);
  }

  @Test
  void every_part_of_a_target_arrives_where_it_is_used() {
    Configuration configuration = written.valid(Maximal.YAML);
    Watch frigate = configuration.watches().get(1);
    assertThat(frigate.target().after()).isEqualTo(Set.of("database"));
    assertThat(frigate.check())
        .contains(new Probe.Http(
            URI.create("http://frigate.cams:5000/api/stats"),
            Duration.ofSeconds(5),
            Set.of(200, 204),
            List.of("body.detectors.coral.inference_speed < 100.0", "status == 200"),
            Optional.of(Duration.ofSeconds(2)),
            Map.of("Authorization", "Bearer " + Written.CANARY, "X-Plain", "${as it is}"),
            Optional.of(directory.resolve("ca.pem")),
            65536));
    assertThat(frigate.preconditions())
        .containsExactly(
            new Asked("the host answers", new Probe.Tcp("still-fawn", 22, TEN_SECONDS)),
            new Asked("tcp ::1:22", new Probe.Tcp("::1", 22, TEN_SECONDS)),
            new Asked("exec look", new Probe.Exec(List.of("look", "", "5"), TEN_SECONDS)));
    assertThat(frigate.target().policy().remediation().orElseThrow().steps())
        .containsExactly(
            new Step("soft", 2, Duration.ofMinutes(5)),
            new Step("hard.sh", 50, Duration.ofMinutes(12)));
    assertThat(frigate.remedies()).extracting(Remedy::step).containsExactly("soft", "hard.sh");
  }

  @Test
  void a_list_is_a_ladder_too() {
    Watch watch = written
        .valid(Written.TARGET
            + "  remediation: [{exec: [/bin/soft]}, {exec: [/bin/hard], attempts: 2}]\n")
        .watches()
        .get(0);
    assertThat(watch.target().policy().remediation().orElseThrow().steps())
        .containsExactly(
            new Step("soft", 1, Duration.ofMinutes(10)),
            new Step("hard", 2, Duration.ofMinutes(10)));
  }

  @Test
  void a_short_interval_shortens_the_usual_timeout_and_not_a_written_one() {
    assertThat(written
            .valid("interval: 5s\n" + Written.TARGET)
            .watches()
            .get(0)
            .check()
            .orElseThrow()
            .timeout())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void an_outbox_takes_the_place_of_a_server() {
    String mail = "mail: {from: a@example.org, to: b@example.org}\n";
    assertThat(written.valid(mail + Written.TARGET).mail().orElseThrow().delivery())
        .isEqualTo(new MailSettings.Outbox(directory.resolve("outbox")));
  }

  @Test
  void what_is_valid_can_be_planned_with() {
    Configuration configuration = written.valid(Maximal.YAML);
    List<Target> targets = configuration.watches().stream().map(Watch::target).toList();
    assertThat(new Planner(targets, configuration.interval()).targets()).hasSize(2);
  }

  @Test
  void a_secret_is_shown_by_nothing_that_was_read() {
    Configuration configuration = written.valid(Maximal.YAML);
    assertThat(configuration.toString()).doesNotContain(Written.CANARY);
    assertThat(configuration.mail().toString()).doesNotContain(Written.CANARY);
    assertThat(configuration.watches().get(1).toString()).doesNotContain(Written.CANARY);
    assertThat(written.read(Maximal.YAML).toString()).doesNotContain(Written.CANARY);
  }

  @Test
  void a_secret_that_is_changed_is_used_from_the_next_time_on() throws IOException {
    Smtp smtp = (Smtp) written.valid(Maximal.YAML).mail().orElseThrow().delivery();
    Secret password = smtp.login().orElseThrow().password();
    written.write("smtp-secret", "rotated\r\n");
    assertThat(password.read()).isEqualTo("rotated");
    written.write("smtp-secret", "\n");
    assertThatThrownBy(password::read)
        .isInstanceOf(IOException.class)
        .hasMessage(directory.resolve("smtp-secret") + " holds no secret: it is empty");
    Files.delete(directory.resolve("smtp-secret"));
    assertThatThrownBy(password::read)
        .isInstanceOf(IOException.class)
        .hasMessage(directory.resolve("smtp-secret") + " cannot be read: no such file");
  }

  @Test
  void a_tilde_is_the_home_directory_and_no_directory_of_that_name() {
    Configuration configuration = written.valid("ledger: {file: ~/ledger.json}\n" + Written.TARGET);
    assertThat(configuration.ledger()).isEqualTo(new InFile(Path.of("/home/me/ledger.json")));
  }

  @Test
  void aliases_that_repeat_a_little_are_read() {
    Configuration configuration = written.valid("""
        targets:
        - name: a
          check: &check {tcp: "a:1"}
        - name: b
          check: *check
        """);
    assertThat(configuration.watches().get(1).check())
        .isEqualTo(configuration.watches().get(0).check());
  }

  @Test
  void a_byte_order_mark_and_foreign_line_ends_are_read() {
    assertThat(written.valid("\uFEFF" + Written.TARGET.replace("\n", "\r\n")).watches())
        .hasSize(1);
  }
}
