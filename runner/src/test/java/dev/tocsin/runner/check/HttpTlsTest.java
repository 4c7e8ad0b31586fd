package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.at;
import static dev.tocsin.runner.check.Looking.http;
import static dev.tocsin.runner.check.Looking.passing;
import static dev.tocsin.runner.check.Looking.symptom;
import static dev.tocsin.runner.check.Looking.trusting;
import static dev.tocsin.runner.check.Looking.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tocsin.incident.Observation.Cause;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HttpTlsTest {

  @TempDir
  static Path directory;

  private static Certificates certificates;

  @BeforeAll
  static void make() throws Exception {
    certificates = new Certificates(directory)
        .authority("ca")
        .signed("good", "dns:localhost", "-1d", 5)
        .signed("expired", "dns:localhost", "-10d", 5)
        .signed("other", "dns:camera.example.org", "-1d", 5);
  }

  @Test
  void a_certificate_of_our_own_authority_passes() throws Exception {
    try (Server server = new Server("good")) {
      passing(at(trusting(server.url(), certificates.pem("ca"))));
    }
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_failing() throws Exception {
    try (Server server = new Server("good")) {
      assertThat(symptom(at(http(server.url()))))
          .isEqualTo("the certificate of " + server.address()
              + " is not trusted: it is by no authority that we know");
    }
  }

  @Test
  void an_expired_certificate_is_failing() throws Exception {
    try (Server server = new Server("expired")) {
      assertThat(symptom(at(trusting(server.url(), certificates.pem("ca")))))
          .isEqualTo("the certificate of " + server.address() + " has expired");
    }
  }

  @Test
  void an_expired_certificate_is_failing_even_if_it_is_its_own_authority() throws Exception {
    try (Server server = new Server("expired")) {
      assertThat(symptom(at(trusting(server.url(), certificates.pem("expired")))))
          .isEqualTo("the certificate of " + server.address() + " has expired");
    }
  }

  @Test
  void a_certificate_of_another_host_is_failing() throws Exception {
    try (Server server = new Server("other")) {
      assertThat(symptom(at(trusting(server.url(), certificates.pem("ca")))))
          .isEqualTo("the certificate of " + server.address() + " is for another host");
    }
  }

  @Test
  void a_server_that_does_not_speak_tls_is_failing() {
    try (RawServer ssh = RawServer.greeting("SSH-2.0-OpenSSH_9.2\r\n");
        RawServer silent = new RawServer((out, server) -> server.stall())) {
      String address = "localhost:" + ssh.port();
      assertThat(symptom(at(http("https://" + address))))
          .startsWith("TLS with " + address + " failed: ");
      assertThat(symptom(at(Looking.hastyHttp("https://localhost:" + silent.port()))))
          .startsWith("timed out after 500ms ");
    }
  }

  @Test
  void a_ca_file_that_we_cannot_use_says_nothing_of_the_target() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty.pem"), "");
    Path broken = Files.writeString(
        directory.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");

    for (Path unusable : new Path[] {directory.resolve("missing.pem"), empty, broken, directory}) {
      assertThat(unknown(at(trusting("https://localhost:1/", unusable))).cause())
          .isEqualTo(Cause.OURS_MISSING);
    }
    assertThat(unknown(at(trusting("https://localhost:1/", empty))).detail())
        .isEqualTo("no certificate is in our CA file " + empty);
  }

  /** An https server with one of the certificates. */
  private static final class Server implements AutoCloseable {

    private final HttpsServer server;

    Server(String alias) throws Exception {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
      server.setHttpsConfigurator(new HttpsConfigurator(certificates.server(alias)));
      server.createContext("/", exchange -> {
        try (exchange) {
          WebServer.answer(exchange, 200, new byte[0]);
        } catch (IOException e) {
          // The other side went away.
        }
      });
      server.start();
    }

    String address() {
      return "localhost:" + server.getAddress().getPort();
    }

    String url() {
      return "https://" + address() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
