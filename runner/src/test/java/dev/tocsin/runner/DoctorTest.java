package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a round would find around it, where there is no cluster. */
class DoctorTest {

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void configured(String more) throws IOException {
    world.configuration(World.SCRIPTED + more);
  }

  private Ran wrong(int exitCode, String... words) {
    Ran ran = world.tocsin("doctor");
    assertThat(ran.exitCode()).as(ran.out()).isEqualTo(exitCode);
    assertThat(ran.out()).contains(words);
    return ran;
  }

  @Test
  void where_all_is_well_every_line_says_so_and_nothing_is_changed() throws IOException {
    configured("isolation: {http: HERE/outside}\n");
    List<String> before = world.files();
    Ran ran = world.tocsin("doctor");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines()).hasSize(5).allMatch(line -> line.matches("\\w+ +ok  .*"));
    assertThat(ran.out())
        .contains("tocsin.yaml: 3 targets", "tocsin-ledger.json, to be made by the first round");
    assertThat(world.files()).isEqualTo(before);
  }

  @Test
  void a_wrong_configuration_is_all_that_is_said() throws IOException {
    configured("paralelism: 4\n");
    Ran ran = world.tocsin("doctor");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("did you mean 'parallelism'?");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void a_program_that_is_missing_is_known_before_the_night() throws IOException {
    Files.delete(world.directory.resolve("restart"));
    wrong(4, "programs       wrong  ", "make it, or mend the target frigate");
    world.configuration(World.SCRIPTED.replace("[\"./restart\"]", "[no-such-program-anywhere]"));
    wrong(4, "no-such-program-anywhere is missing, or may not be run");
    world.configuration(World.SCRIPTED.replace("[\"./restart\"]", "[sh, -c, ':']"));
    assertThat(world.tocsin("doctor").out()).containsPattern("programs +ok +sh\n");
  }

  @Test
  void a_damaged_ledger_is_said_and_left_where_it_is() throws IOException {
    world.tocsin("run");
    Files.writeString(world.ledger(), "{");
    List<String> before = world.files();
    wrong(3, "ledger         wrong  ", "the next round puts it aside");
    assertThat(world.files()).isEqualTo(before);
    assertThat(world.ledger()).hasContent("{");
  }

  @Test
  void a_ledger_that_cannot_be_written_is_known_before_the_first_round() throws IOException {
    world.configuration(World.SCRIPTED.replace("tocsin-ledger.json", "state/ledger.json"));
    wrong(3, "there is no directory ", "make it, or name another 'ledger'");
    Files.createDirectory(world.directory.resolve("state"));
    assertThat(world.tocsin("doctor").exitCode()).isZero();
    Files.createDirectory(world.directory.resolve("state/ledger.json"));
    wrong(3, "without it there is no round");
  }

  @Test
  void a_reference_that_fails_holds_every_repair() throws IOException {
    configured("isolation: {http: HERE/outside}\n");
    world.down("outside");
    wrong(4, "reference      wrong  http cluster.example", "HTTP 503; while it does not pass");
  }

  // F29
  @Test
  void a_mail_server_that_does_not_let_us_in_is_known_before_the_first_alarm() throws IOException {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("me", "right");
    server.start();
    try {
      int port = server.getSmtp().getPort();
      mailed("{host: 127.0.0.1, port: " + port + ", tls: none, username: me, passwordFile: key}");
      Files.writeString(world.directory.resolve("key"), "wrong\n");
      assertThat(wrong(4, "mail           wrong  cluster.example: 535", "nobody would be told")
              .out())
          .contains("535");
      Files.writeString(world.directory.resolve("key"), "right\n");
      Ran ran = world.tocsin("doctor");
      assertThat(ran.exitCode()).as(ran.out()).isZero();
      assertThat(ran.out()).contains("logged in as me; nothing was sent");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void of_several_the_lowest_exit_code_is_told() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      mailed("{host: 127.0.0.1, port: " + closed.getLocalPort() + ", tls: none}");
    }
    wrong(4, "the mail server cannot be reached");
    Files.createDirectory(world.ledger());
    wrong(3, "the mail server cannot be reached");
  }

  private void mailed(String smtp) throws IOException {
    Files.writeString(world.directory.resolve("key"), "any");
    configured("mail: {from: tocsin@example.org, to: me@example.org, smtp: " + smtp + "}\n");
  }

  @Test
  void an_outbox_that_is_a_file_would_take_no_notice() throws IOException {
    configured("mail: {from: tocsin@example.org, to: me@example.org, outbox: out}\n");
    assertThat(world.tocsin("doctor").out()).contains("directory out can be written to");
    Files.createFile(world.directory.resolve("out"));
    wrong(4, "out is no directory");
  }

  @Test
  void a_healthy_doctor_does_not_beat_in_a_round_s_place() throws IOException {
    AtomicInteger beats = new AtomicInteger();
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/", exchange -> {
      beats.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    outside.start();
    configured("heartbeat: \"http://127.0.0.1:" + outside.getAddress().getPort() + "/\"\n");
    assertThat(world.tocsin("doctor").exitCode()).isZero();
    outside.stop(0);
    assertThat(beats).hasValue(0);
  }

  @Test
  void what_is_wrong_is_told_to_programs_too() throws IOException {
    configured("isolation: {http: HERE/outside}\n");
    world.down("outside");
    Ran ran = world.tocsin("doctor", "-o", "json");
    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.out())
        .contains("\"about\" : \"REFERENCE\",\n      \"verdict\" : \"WRONG\",")
        .contains("\"missing\" : [ ],\n  \"exitCode\" : 4\n}")
        .doesNotContain("apply");
  }
}
