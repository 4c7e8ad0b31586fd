package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every transcript in docs/cli.md is what the command said; {@code -Ddocs.update=true} rewrites.
 */
class CliDocumentTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final Document document = Document.of("docs/cli.md");
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
  void what_the_manual_shows_of_a_held_repair_is_what_an_operator_sees() {
    heldByItsNode();
    transcript("run", 0, "run");
    world.later(INTERVAL.dividedBy(5));
    transcript("explain", 0, "explain");
    transcript("explain-json", 0, "explain", "-o", "json");
    transcript("status", 0, "status");
    transcript("status-json", 0, "status", "-o", "json");
  }

  @Test
  void what_the_manual_shows_of_a_repair_is_what_an_operator_sees() {
    heldByItsNode();
    world.tocsin("run");
    world.up("still-fawn");
    world.later(INTERVAL);
    world.tocsin("run");
    world.later(INTERVAL);
    transcript("dry-run", 0, "run", "--dry-run");
    transcript("run-repair", 0, "run");
    world.later(INTERVAL);
    world.up("frigate");
    transcript("run-json", 0, "run", "-o", "json");
    transcript("pause", 0, "pause", "frigate", "--for", "2h");
    transcript("pause-until", 0, "pause", "mqtt", "--until", "07:00");
    transcript("resume", 0, "resume", "frigate");
    transcript("pause-unknown", 2, "pause", "frigat", "--for", "2h");
  }

  @Test
  void what_the_manual_shows_of_a_wrong_configuration_is_what_an_operator_sees()
      throws IOException {
    transcript("validate", 0, "validate");
    world.configuration(World.SCRIPTED.replace("interval", "intervall").replace("mqtt", "MQTT"));
    transcript("validate-wrong", 2, "validate");
  }

  @Test
  void what_the_manual_shows_of_an_installation_is_what_an_operator_sees() throws IOException {
    transcript("manifests-refused", 2, "manifests");
    world.configuration(World.SCRIPTED + "isolation: {http: HERE/outside}\n");
    transcript("doctor", 0, "doctor");
    world.down("outside");
    transcript("doctor-json", 4, "doctor", "-o", "json");
  }

  @Test
  void what_the_manual_shows_of_a_test_of_mail_is_what_an_operator_sees() throws IOException {
    GreenMail mailboxes = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mailboxes.start();
    String mail = "mail: {from: t@example.org, to: [me@example.org, {address: pager@example.org,"
        + " kinds: [alert, gaveUp]}], smtp: {host: localhost, tls: none, port: "
        + mailboxes.getSmtp().getPort() + "}}\n";
    world.configuration(World.SCRIPTED + mail);
    transcript("test-mail", 0, "test-mail");
    mailboxes.stop();
  }

  @Test
  void what_the_manual_shows_of_the_machine_is_the_machine() {
    transcript("diagram", 0, "diagram", "-o", "table");
  }

  private void heldByItsNode() {
    world.tocsin("run");
    world.down("frigate", "still-fawn");
    world.later(INTERVAL);
    world.tocsin("run");
    world.later(INTERVAL);
  }

  private void transcript(String name, int exitCode, String... command) {
    Ran ran = world.tocsin(command);
    String text = "```console\n$ tocsin " + String.join(" ", command) + "\n" + ran.out() + ran.err()
        + "$ echo $?\n" + ran.exitCode() + "\n```\n";
    assertThat(ran.exitCode()).as(text).isEqualTo(exitCode);
    document.shows(name, text);
  }
}
