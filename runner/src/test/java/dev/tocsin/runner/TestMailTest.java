package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMailTest {

  private final GreenMail mailboxes =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    mailboxes.start();
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
    mailboxes.stop();
  }

  @Test
  void a_sample_of_each_kind_arrives_and_no_ledger_is_made() throws Exception {
    mailed("smtp: {host: localhost, port: " + mailboxes.getSmtp().getPort() + ", tls: none}");

    Ran ran = world.tocsin("test-mail");

    assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out().lines()).hasSize(1 + 6).anyMatch(l -> l.startsWith("gave up  "));
    assertThat(mailboxes.getReceivedMessages()).hasSize(6);
    assertThat(mailboxes.getReceivedMessages()[0].getSubject())
        .startsWith("[tocsin] TEST, nothing is wrong: sample ");
    assertThat(world.ledger()).doesNotExist();
  }

  @Test
  void a_server_that_takes_nothing_is_no_success() throws Exception {
    int port = mailboxes.getSmtp().getPort();
    mailboxes.stop();
    mailed("smtp: {host: localhost, port: " + port + ", tls: none}");

    Ran ran = world.tocsin("test-mail", "-o", "json");

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.out()).contains("\"fate\" : \"NOT_TAKEN\"").contains("refused");
    assertThat(world.ledger()).doesNotExist();
  }

  @Test
  void an_outbox_gets_the_samples_too() throws IOException {
    mailed("outbox: outbox");

    assertThat(world.tocsin("test-mail").exitCode()).isZero();
    try (Stream<Path> files = Files.list(world.directory.resolve("outbox"))) {
      assertThat(files).hasSize(6);
    }
  }

  @Test
  void without_mail_there_is_nothing_to_test() {
    Ran ran = world.tocsin("test-mail");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("tocsin.yaml: there is no 'mail': notices are printed\n");
  }

  private void mailed(String where) throws IOException {
    world.configuration(
        World.SCRIPTED + "mail: {from: t@example.org, to: [me@example.org], " + where + "}\n");
  }
}
