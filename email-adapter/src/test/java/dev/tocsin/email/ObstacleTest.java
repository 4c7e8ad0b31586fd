package dev.tocsin.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.email.MailSettings.Login;
import dev.tocsin.email.MailSettings.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way of any notice is known before there is one, and nobody gets a mail for it. */
class ObstacleTest extends ScriptedMail {

  private Optional<String> obstacle() {
    return obstacle("localhost", server.port());
  }

  private Optional<String> obstacle(String host, int port) {
    return Postman.obstacle(settings(smtp(host, port), ANN), in(Duration.ofSeconds(20)));
  }

  private static Optional<String> obstacle(Path outbox) {
    MailSettings settings =
        new MailSettings("tocsin@example.org", List.of(ANN), new Outbox(outbox));
    return Postman.obstacle(settings, in(Duration.ofSeconds(20)));
  }

  @Test
  void a_server_that_lets_us_in_is_asked_for_nothing_else() {
    login = Optional.of(new Login("me", () -> "hunter2"));
    assertThat(obstacle()).isEmpty();
    assertThat(server.mails()).isEmpty();
    assertThat(server.count("AUTH")).isEqualTo(1);
    assertThat(server.count("MAIL") + server.count("RCPT") + server.count("DATA"))
        .isZero();
  }

  // F29
  @Test
  void a_wrong_password_is_known_after_one_try_and_not_shown() {
    login = Optional.of(new Login("me", () -> "hunter2"));
    server.on("AUTH", "535 5.7.8 not you, hunter2");
    assertThat(obstacle()).get().asString().contains("535").doesNotContain("hunter2");
    assertThat(server.count("AUTH")).isEqualTo(1);
  }

  // F27
  @Test
  void a_server_that_is_not_there_is_named_as_such() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    assertThat(obstacle("localhost", port)).get().asString().contains("cannot be reached");
    assertThat(obstacle("no-such-host.invalid", 25)).isPresent();
  }

  // F28
  @Test
  void a_server_without_tls_is_not_greeted_in_clear() {
    tls = MailSettings.Tls.STARTTLS;
    login = Optional.of(new Login("me", () -> "hunter2"));
    assertThat(obstacle()).isPresent();
    assertThat(server.count("AUTH")).isZero();
  }

  // F34
  @Test
  void a_server_that_says_nothing_costs_no_more_than_the_time_there_is() {
    server.on("GREETING", ScriptedServer.SILENCE);
    assertThat(Postman.obstacle(
            settings(smtp("localhost", server.port()), ANN), in(Duration.ofMillis(300))))
        .get()
        .asString()
        .containsAnyOf("no end within the time there was", "timed out");
  }

  @Test
  void a_directory_that_can_be_made_is_none_and_is_not_made(@TempDir Path directory)
      throws IOException {
    assertThat(obstacle(directory)).isEmpty();
    Path outbox = directory.resolve("not/yet/there");
    assertThat(obstacle(outbox)).isEmpty();
    assertThat(outbox).doesNotExist();
    Path file = Files.createFile(directory.resolve("plain"));
    assertThat(obstacle(file.resolve("x"))).contains(file + " is no directory");
  }
}
