package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.at;
import static dev.tocsin.runner.check.Looking.hastyHttp;
import static dev.tocsin.runner.check.Looking.http;
import static dev.tocsin.runner.check.Looking.symptom;
import static dev.tocsin.runner.check.Looking.unknown;
import static dev.tocsin.runner.check.RawServer.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** F27, F90: whatever a server does or leaves undone, one deadline is over all of it. */
@Timeout(15)
@Isolated("it has little time")
class HttpStallTest {

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";

  /** The first request of a JVM loads hundreds of classes, which takes longer than our deadline. */
  @BeforeAll
  static void loadTheClient() {
    try (WebServer server = new WebServer().answering("/", 204, "")) {
      Looking.passing(at(http(server.url("/"))));
    }
  }

  @Test
  void a_server_that_accepts_and_is_silent_is_failing_at_the_deadline() {
    assertThat(misbehaving((out, server) -> server.stall()))
        .isEqualTo("timed out after 500ms waiting for the answer");
  }

  @Test
  void a_stalled_body_is_failing_at_the_deadline() {
    assertThat(misbehaving((out, server) -> {
          say(out, HEAD + "{");
          server.stall();
        }))
        .isEqualTo("timed out after 500ms while reading the body");
  }

  @Test
  void a_body_that_comes_one_byte_at_a_time_is_failing_at_the_deadline() {
    assertThat(misbehaving((out, server) -> {
          say(out, HEAD);
          while (server.goesOn()) {
            say(out, " ");
          }
        }))
        .isEqualTo("timed out after 500ms while reading the body");
  }

  @Test
  void headers_that_come_one_byte_at_a_time_are_failing_at_the_deadline() {
    assertThat(misbehaving((out, server) -> {
          say(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
          while (server.goesOn()) {
            say(out, "x");
          }
        }))
        .isEqualTo("timed out after 500ms waiting for the answer");
  }

  @Test
  void an_endless_body_is_failing_at_the_limit() {
    try (RawServer server = new RawServer((out, s) -> {
      say(out, "HTTP/1.1 200 OK\r\n\r\n");
      byte[] flood = new byte[1 << 16];
      while (true) {
        out.write(flood);
      }
    })) {
      assertThat(symptom(at(http(server.url())))).isEqualTo("answer larger than 1 MiB");
    }
  }

  @Test
  void an_answer_that_breaks_off_is_failing() {
    assertThat(misbehaving((out, server) -> say(out, HEAD + "{")))
        .isEqualTo("the answer broke off while reading the body");
    assertThat(misbehaving((out, server) -> {})).contains("closed the connection");
  }

  @Test
  void an_answer_that_is_no_http_is_failing() {
    assertThat(misbehaving((out, server) -> say(out, "SSH-2.0-OpenSSH_9.2\r\n\r\n")))
        .startsWith("no valid answer from 127.0.0.1:");
  }

  // S10
  @Test
  void what_a_server_says_instead_of_http_is_neither_quoted_nor_believed() {
    for (String said : new String[] {"Permission denied", "Too many open files", "canary"}) {
      assertThat(misbehaving((out, server) -> say(out, said + "\r\n\r\n")))
          .endsWith(": this is not HTTP");
    }
    assertThat(misbehaving(
            (out, server) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: canary\r\n\r\n")))
        .doesNotContain("canary");
  }

  @Test
  void a_refused_connection_is_failing() throws IOException {
    int port = Looking.closedPort();

    assertThat(symptom(at(http("http://127.0.0.1:" + port + "/"))))
        .isEqualTo("connection to 127.0.0.1:" + port + " refused");
  }

  @Test
  void a_name_that_does_not_resolve_is_failing() {
    assertThat(symptom(at(http("http://no-such-host.invalid/"))))
        .isEqualTo("the name no-such-host.invalid does not resolve");
  }

  @Test
  void who_is_cut_off_by_the_end_of_the_round_has_not_failed() {
    try (RawServer server = new RawServer((out, s) -> s.stall())) {
      Deadline round = Deadline.in(Duration.ofMillis(200), Time.system());

      assertThat(unknown(new Prober().look(http(server.url()), round)).cause())
          .isEqualTo(Cause.NO_TIME);
      assertThat(unknown(new Prober().look(http(server.url()), round)))
          .isEqualTo(
              new Observation.Unknown(Cause.NO_TIME, "the round's time was over before its turn"));
    }
  }

  @Test
  void who_stalls_is_failing_though_his_timeout_is_all_the_time_for_looking() {
    try (RawServer server = new RawServer((out, s) -> s.stall())) {
      Deadline round = Deadline.in(Looking.SHORT, Time.system());

      assertThat(symptom(new Prober().look(hastyHttp(server.url()), round)))
          .startsWith("timed out after 500ms");
    }
  }

  private static String misbehaving(RawServer.Script script) {
    try (RawServer server = new RawServer(script)) {
      return symptom(at(hastyHttp(server.url())));
    }
  }
}
