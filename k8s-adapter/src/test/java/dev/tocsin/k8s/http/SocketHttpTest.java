package dev.tocsin.k8s.http;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the wire, said byte by byte. */
@Timeout(30)
class SocketHttpTest {

  private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: b\r\n\r\n{}";

  private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> accepted = Collections.synchronizedList(new ArrayList<>());
  private volatile String answer = WHOLE;
  private ServerSocket server;
  private HttpClient client;

  @BeforeEach
  void begin() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(() -> {
      while (true) {
        Socket socket = server.accept();
        accepted.add(socket);
        daemon(() -> serve(socket));
      }
    });
    client = new SocketHttp().newBuilder(config()).build();
  }

  @AfterEach
  void end() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void a_body_of_known_length_is_read_and_the_connection_is_asked_again() throws Exception {
    assertThat(new String(get().body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    HttpResponse<byte[]> second = get();
    assertThat(second.code()).isEqualTo(200);
    assertThat(second.header("x-a")).isEqualTo("b");
    assertThat(accepted).hasSize(1);
    assertThat(heads.get(0))
        .startsWith("GET /a?b=c%20d HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort() + "\r\n")
        .contains("Authorization: Bearer token-canary\r\n");
  }

  @Test
  void a_body_in_chunks_is_put_together_and_what_follows_is_forgotten() throws Exception {
    answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n";
    assertThat(new String(get().body(), StandardCharsets.UTF_8)).isEqualTo("abc0123456789");
    get();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_body_without_length_ends_with_its_connection_which_is_not_asked_again() throws Exception {
    answer = "HTTP/1.1 200 OK\r\n\r\nall of it\0";
    assertThat(new String(get().body(), StandardCharsets.UTF_8)).isEqualTo("all of it");
    get();
    assertThat(accepted).hasSize(2);
  }

  @Test
  void a_server_that_says_close_is_asked_on_another_connection() throws Exception {
    answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    get();
    get();
    assertThat(accepted).hasSize(2);
  }

  @Test
  void whoever_asks_at_once_shares_a_connection_that_answers_fast() throws Exception {
    get();
    List<CompletableFuture<HttpResponse<byte[]>>> coming =
        Stream.generate(this::ask).limit(5).toList();
    for (CompletableFuture<HttpResponse<byte[]>> one : coming) {
      assertThat(one.get(20, TimeUnit.SECONDS).code()).isEqualTo(200);
    }
    assertThat(accepted.size()).isLessThan(5);
  }

  @Test
  void whoever_asks_beside_one_without_answer_does_not_wait_for_it() throws Exception {
    answer = "";
    CompletableFuture<HttpResponse<byte[]>> stuck = ask();
    patiently().until(() -> !heads.isEmpty());
    answer = WHOLE;
    assertThat(get().code()).isEqualTo(200);
    assertThat(stuck).isNotDone();
    assertThat(accepted).hasSize(2);
  }

  @Test
  void an_answer_before_the_answer_is_skipped() throws Exception {
    answer = "HTTP/1.1 100 Continue\r\n\r\n" + WHOLE;
    assertThat(get().code()).isEqualTo(200);
  }

  @Test
  void no_content_has_no_body_whatever_it_says() throws Exception {
    answer = "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n";
    assertThat(get().body()).isEmpty();
  }

  @Test
  void an_answer_cut_off_is_none() {
    answer = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}\0";
    assertThatThrownBy(this::get).hasRootCauseInstanceOf(EOFException.class);
    answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}\0";
    assertThatThrownBy(this::get).hasRootCauseInstanceOf(EOFException.class);
    assertThat(heads).as("asked by itself again").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "220 smtp\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
      })
  void what_is_no_http_is_no_answer(String bytes) {
    answer = bytes;
    assertThatThrownBy(this::get).hasRootCauseInstanceOf(ProtocolException.class);
  }

  @Test
  void a_line_without_end_fills_no_memory() {
    answer = "HTTP/1.1 200 " + "x".repeat(20_000);
    assertThatThrownBy(this::get).hasRootCauseInstanceOf(ProtocolException.class);
  }

  @Test
  void whoever_never_answers_is_left_in_time() {
    answer = "";
    long begin = System.nanoTime();
    assertThatThrownBy(() -> client
            .sendAsync(
                client
                    .newHttpRequestBuilder()
                    .uri(url())
                    .timeout(300, TimeUnit.MILLISECONDS)
                    .build(),
                byte[].class)
            .get())
        .isInstanceOf(ExecutionException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void where_nobody_listens_nothing_was_sent() throws Exception {
    server.close();
    assertThatThrownBy(this::get).hasRootCauseInstanceOf(ConnectException.class);
  }

  @Test
  void a_closed_client_waits_for_nobody_and_connects_to_nobody() {
    client.close();
    assertThatThrownBy(this::get).isInstanceOf(Exception.class);
    assertThat(accepted).isEmpty();
  }

  @Test
  void a_token_that_would_end_its_line_is_not_sent_and_not_shown() {
    client.close();
    client = new SocketHttp()
        .newBuilder(new ConfigBuilder(config()).withOauthToken("canary\r\nX: y").build())
        .build();
    assertThatThrownBy(this::get)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .rootCause()
        .hasMessageContaining("Authorization")
        .hasMessageNotContaining("canary");
    assertThat(heads).isEmpty();
  }

  @Test
  void what_needs_more_than_a_socket_is_left_to_the_jdk() {
    Config config = config();
    assertThat(built(new ConfigBuilder(config).build())).isInstanceOf(SocketHttpClient.class);
    assertThat(built(new ConfigBuilder(config).withTrustCerts(true).build()))
        .isNotInstanceOf(SocketHttpClient.class);
    assertThat(
            built(new ConfigBuilder(config).withHttpProxy("http://127.0.0.1:1").build()))
        .isNotInstanceOf(SocketHttpClient.class);
    assertThat(built(new ConfigBuilder(config).withTlsServerName("other").build()))
        .isNotInstanceOf(SocketHttpClient.class);
  }

  private static HttpClient built(Config config) {
    try (HttpClient client = new SocketHttp().newBuilder(config).build()) {
      return client;
    }
  }

  private Config config() {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("http://127.0.0.1:" + server.getLocalPort())
        .withOauthToken("token-canary")
        .withRequestRetryBackoffLimit(0)
        .build();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/a?b=c%20d";
  }

  private HttpResponse<byte[]> get() throws Exception {
    return ask().get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpResponse<byte[]>> ask() {
    return client.sendAsync(client.newHttpRequestBuilder().uri(url()).build(), byte[].class);
  }

  /** Answers each head; a zero byte ends the connection, and no answer leaves it open. */
  private void serve(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = socket.getInputStream().read();
        b >= 0;
        b = socket.getInputStream().read()) {
      head.append((char) b);
      if (head.toString().endsWith("\r\n\r\n")) {
        String now = answer;
        heads.add(head.toString());
        head.setLength(0);
        socket.getOutputStream().write(now.replace("\0", "").getBytes(StandardCharsets.ISO_8859_1));
        if (now.endsWith("\0")) {
          socket.close();
          return;
        }
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread = new Thread(() -> {
      try {
        work.run();
      } catch (IOException e) {
        // The test is over.
      }
    });
    thread.setDaemon(true);
    thread.start();
  }
}
