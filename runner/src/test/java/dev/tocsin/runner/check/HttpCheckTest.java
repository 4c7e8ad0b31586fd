package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.at;
import static dev.tocsin.runner.check.Looking.http;
import static dev.tocsin.runner.check.Looking.passing;
import static dev.tocsin.runner.check.Looking.symptom;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.tocsin.incident.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpCheckTest {

  private final WebServer server = new WebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_answer_in_the_two_hundreds_passes() {
    server.answering("/ok", 204, "");

    assertThat(((Observation.Passing) passing(at(http(server.url("/ok"))))).detail())
        .startsWith("HTTP 204 in ");
  }

  @Test
  void an_overloaded_service_is_failing_by_its_status() {
    server.answering("/busy", 503, "<html>sorry</html>");

    assertThat(symptom(at(http(server.url("/busy"), "body.x == 1")))).isEqualTo("HTTP 503");
  }

  @Test
  void a_redirect_is_judged_by_its_status_and_never_followed() {
    server.on("/old", exchange -> {
      exchange.getResponseHeaders().add("Location", server.url("/login"));
      WebServer.answer(exchange, 302, new byte[0]);
    });
    server.answering("/login", 200, "please log in");

    assertThat(symptom(at(http(server.url("/old"))))).isEqualTo("HTTP 302");
    passing(at(
        http(server.url("/old"), Duration.ofSeconds(5), Set.of(302), List.of(), Optional.empty())));
    assertThat(server.asked("/login")).isZero();
  }

  @Test
  void an_error_page_in_place_of_json_is_failing() {
    server.answering("/stats", 200, "<html>It works!</html>");

    assertThat(symptom(at(http(server.url("/stats"), "body.x == 1"))))
        .isEqualTo("the answer is not JSON");
  }

  @Test
  void an_empty_answer_and_one_nested_without_end_are_not_json() {
    server.answering("/empty", 200, "").answering("/deep", 200, "[".repeat(100_000));

    assertThat(symptom(at(http(server.url("/empty"), "body == null"))))
        .isEqualTo("the answer is not JSON");
    assertThat(symptom(at(http(server.url("/deep"), "body == null"))))
        .isEqualTo("the answer is not JSON");
  }

  @Test
  void a_condition_on_status_and_latency_alone_needs_no_json() {
    server.answering("/ok", 200, "pong");

    passing(at(http(server.url("/ok"), "status == 200 && latency < 5", "latency >= 0.0")));
  }

  @Test
  void a_condition_that_does_not_hold_is_named_with_the_value_seen() {
    server.answering("/stats", 200, "{\"x\": 250}");

    assertThat(symptom(at(http(server.url("/stats"), "body.x > 1", "body.x < 100.0"))))
        .isEqualTo("body.x < 100.0 is false: saw 250");
  }

  @Test
  void an_answer_that_comes_too_late_is_failing() throws Exception {
    CountDownLatch pause = new CountDownLatch(1);
    server.on("/slow", exchange -> {
      await(pause);
      WebServer.answer(exchange, 200, new byte[0]);
    });

    assertThat(symptom(at(http(
            server.url("/slow"),
            Duration.ofSeconds(5),
            Set.of(),
            List.of(),
            Optional.of(Duration.ofMillis(50))))))
        .matches("answered in \\d+ ms, more than 50 ms");
  }

  @Test
  void an_answer_larger_than_the_limit_is_failing_and_not_kept() {
    server.on("/big", exchange -> WebServer.answer(exchange, 200, new byte[(1 << 20) + 1]));
    server.on("/full", exchange -> WebServer.answer(exchange, 200, new byte[1 << 20]));

    assertThat(symptom(at(http(server.url("/big"))))).isEqualTo("answer larger than 1 MiB");
    passing(at(http(server.url("/full"))));
  }

  @Test
  void a_gzip_bomb_is_failing_and_does_not_fill_our_memory() {
    server.on("/bomb", exchange -> gzip(exchange, new byte[1 << 26]));

    assertThat(symptom(at(http(server.url("/bomb"))))).isEqualTo("answer larger than 1 MiB");
  }

  @Test
  void a_gzip_answer_that_was_cut_off_is_failing_even_if_nobody_reads_it() {
    server.on("/cut", exchange -> {
      byte[] whole = gzipped("{\"x\": 1}".getBytes());
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      WebServer.answer(exchange, 200, Arrays.copyOf(whole, whole.length - 6));
    });
    server.on("/none", exchange -> {
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      WebServer.answer(exchange, 200, new byte[0]);
    });

    assertThat(symptom(at(http(server.url("/cut")))))
        .isEqualTo("the answer is gzip that cannot be decoded");
    passing(at(http(server.url("/none"))));
  }

  @Test
  void gzip_that_nobody_asked_for_is_read() {
    server.on("/gzip", exchange -> gzip(exchange, "{\"x\": 1}".getBytes()));

    passing(at(http(server.url("/gzip"), "body.x == 1")));
  }

  @Test
  void a_secret_header_is_sent_and_never_shown() {
    server.on(
        "/private",
        exchange -> WebServer.answer(
            exchange,
            "canary".equals(exchange.getRequestHeaders().getFirst("X-Token")) ? 200 : 401,
            new byte[0]));
    Probe.Http probe = withHeader("X-Token", "canary");

    passing(at(probe));
    assertThat(probe.toString() + probe.subject()).doesNotContain("canary", "hush");
  }

  // S10
  @Test
  void a_secret_in_a_path_is_not_the_subject_of_a_precondition() {
    String subject = http("http://hooks.example/canary/x?key=canary").subject();
    assertThat(subject).matches("http hooks.example:80 #[0-9a-f]{8}");
    assertThat(http("http://hooks.example/canary/x?key=canary").subject()).isEqualTo(subject);
    assertThat(http("http://hooks.example/other").subject()).isNotEqualTo(subject);
    assertThat(http("https://hooks.example/").subject()).isEqualTo("http hooks.example:443");
  }

  // S10
  @Test
  void a_secret_that_stands_in_what_was_seen_is_hidden() {
    Probe.Http probe = withHeader("Authorization", "Bearer canary");
    Secrets secrets = Secrets.of(probe);

    assertThat(symptom(secrets.hiddenIn(
            new Observation.Failing("no answer to Bearer canary, canary or /private?key=hush"))))
        .isEqualTo("no answer to ***, *** or ***?***");
    assertThat(secrets.hiddenIn(new Observation.Passing("canary")).toString())
        .doesNotContain("canary");
    assertThat(Looking.unknown(
                secrets.hiddenIn(new Observation.Unknown(Observation.Cause.BUG, "canary")))
            .detail())
        .isEqualTo("***");
    server.answering("/private", 200, "{}");
    assertThat(symptom(at(new Probe.Http(
            probe.url(),
            probe.timeout(),
            Set.of(),
            List.of("body.canary == 1"),
            Optional.empty(),
            probe.headers(),
            Optional.empty(),
            1 << 20))))
        .doesNotContain("canary");
  }

  @Test
  void a_header_that_cannot_be_sent_is_a_problem_of_the_configuration() {
    assertThat(Prober.problems(withHeader("Host", "canary")))
        .containsExactly("the header 'Host' cannot be sent");
    assertThat(Prober.problems(withHeader("X", "can\nary")))
        .contains("the header 'X' cannot be sent");
    assertThat(Prober.problems(withHeader("X-Token", "canary"))).isEmpty();
  }

  @Test
  void a_url_or_a_condition_that_cannot_work_is_a_problem_of_the_configuration() {
    assertThat(Prober.problems(http("ftp://example.org/")))
        .contains("not an http or https URL with a host");
    assertThat(Prober.problems(http("http://me:canary@example.org/")))
        .containsExactly("a user in the URL is not sent: use the header Authorization");
    assertThat(Prober.problems(http("http://example.org/", "true", "body.x <", "1 + 1")))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("'body.x <': column 9: ");
  }

  private Probe.Http withHeader(String name, String value) {
    return new Probe.Http(
        URI.create(server.url("/private?key=hush")),
        Duration.ofSeconds(5),
        Set.of(),
        List.of(),
        Optional.empty(),
        Map.of(name, value),
        Optional.empty(),
        1 << 20);
  }

  private static void gzip(HttpExchange exchange, byte[] plain) throws IOException {
    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
    WebServer.answer(exchange, 200, gzipped(plain));
  }

  private static byte[] gzipped(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void await(CountDownLatch pause) throws IOException {
    try {
      pause.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
