package dev.tocsin.k8s.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each trouble with an API server means to whoever asked. */
@Timeout(30)
class AnswerTest {

  private static final Ref<ConfigMap> LEDGER = new Ref<>(Kind.CONFIG_MAPS, "monitoring", "tocsin");
  private static final String ONE =
      "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"tocsin\",\"resourceVersion\":\"7\"}}";

  private ScriptedApi api;

  @BeforeEach
  void open() throws IOException {
    api = new ScriptedApi();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void what_was_not_answered_is_not_gone_on_with() {
    Answer<Integer> seven = new Answer.Ok<>(7);
    Answer<Integer> none = new Answer.Unreached<>("gone");
    assertThat(seven.then(n -> new Answer.Ok<>("is " + n))).isEqualTo(new Answer.Ok<>("is 7"));
    assertThat(seven.then(n -> none)).isEqualTo(none);
    assertThat(none.then(n -> seven)).isEqualTo(new Answer.Unreached<>("gone"));
  }

  // F14
  @Test
  void a_server_that_stumbles_is_asked_again() {
    api.then(500, "").then(503, "").then(200, ONE);
    assertThat(get()).isInstanceOf(Answer.Ok.class);
    assertThat(api.asked()).hasSize(3);
  }

  @Test
  void a_server_that_stays_down_is_not_asked_for_ever() {
    api.then(504, "");
    assertThat(get().words())
        .startsWith("no answer from the API server to get configmap monitoring/tocsin: HTTP 504");
    assertThat(get()).isInstanceOf(Answer.Unclear.class);
    assertThat(api.asked()).hasSize(6);
  }

  // F19, F26
  @Test
  void a_write_that_may_have_happened_is_not_repeated() {
    api.then(500, "{\"kind\":\"Status\",\"message\":\"context deadline exceeded\"}");
    Answer<ConfigMap> written = api.kubernetes().replace(LEDGER, map(), soon());
    assertThat(written).isInstanceOf(Answer.Unclear.class);
    assertThat(written.words()).contains("HTTP 500, context deadline exceeded");
    assertThat(api.asked()).hasSize(1);
  }

  // F17
  @Test
  void a_server_that_wants_to_be_left_alone_is_asked_when_it_says() {
    api.then(429, "", "Retry-After", "0").then(200, ONE);
    assertThat(get()).isInstanceOf(Answer.Ok.class);
  }

  // F17
  @Test
  void a_wait_longer_than_the_round_is_not_waited() {
    api.then(429, "{\"kind\":\"Status\",\"message\":\"too many requests\"}", "Retry-After", "3600");
    Answer<ConfigMap> answer = get();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.status()).isEqualTo(429));
    assertThat(api.asked()).hasSize(1);
  }

  // F18
  @Test
  void half_an_answer_is_none() {
    api.then(exchange -> {
      exchange.sendResponseHeaders(200, ONE.length());
      exchange.getResponseBody().write(ONE.substring(0, 20).getBytes());
    });
    assertThat(get()).isInstanceOf(Answer.Unclear.class);
    assertThat(api.asked()).hasSizeGreaterThanOrEqualTo(3);
  }

  // F18
  @Test
  void an_answer_that_is_no_json_is_none() {
    api.then(200, "<html>captive portal</html>");
    assertThat(get().words()).contains("no JSON of the kind we know");
  }

  // F12, F13
  @Test
  void a_server_that_never_answers_costs_the_deadline_and_no_more() {
    CountDownLatch over = new CountDownLatch(1);
    api.then(exchange -> {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    Deadline deadline = Deadline.in(Duration.ofMillis(300), Time.system());
    Answer<ConfigMap> answer = api.kubernetes().get(LEDGER, deadline);
    over.countDown();
    assertThat(answer).isInstanceOf(Answer.Unclear.class);
    assertThat(deadline.passed()).isTrue();
    assertThat(api.asked()).hasSize(1);
  }

  // F12
  @Test
  void a_server_that_is_not_there_has_done_nothing() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    try (var client = new io.fabric8.kubernetes.client.KubernetesClientBuilder()
        .withConfig(new io.fabric8.kubernetes.client.ConfigBuilder()
            .withMasterUrl("http://127.0.0.1:" + port)
            .withRequestRetryBackoffLimit(0)
            .build())
        .build()) {
      Answer<ConfigMap> answer = Kubernetes.of(client).replace(LEDGER, map(), soon());
      assertThat(answer).isInstanceOf(Answer.Unreached.class);
      assertThat(answer.words())
          .isEqualTo(
              "the API server http://127.0.0.1:" + port + " cannot be reached: no connection");
    }
  }

  @Test
  void a_kubeconfig_that_is_not_there_is_said_and_no_exception() {
    Kubernetes nowhere = Kubernetes.connect(Connection.of(Path.of("/nonexistent/kubeconfig")));
    assertThat(nowhere.get(LEDGER, soon())).isInstanceOf(Answer.Unreached.class);
    nowhere.close();
  }

  @Test
  void a_context_that_is_misspelt_is_not_taken_for_another_cluster(@TempDir Path directory)
      throws IOException {
    Path kubeconfig = Files.writeString(directory.resolve("kubeconfig"), """
        apiVersion: v1
        kind: Config
        current-context: prod
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
        contexts: [{name: prod, context: {cluster: c}}, {name: test, context: {cluster: c}}]
        """);
    Connection misspelt = new Connection(Optional.of(kubeconfig), Optional.of("tset"));
    Kubernetes kubernetes = Kubernetes.connect(misspelt);
    assertThat(kubernetes.get(LEDGER, soon()).words())
        .isEqualTo("the cluster cannot be asked: the kubeconfig has no context 'tset', it has"
            + " prod, test");
    kubernetes.close();
  }

  // F16
  @Test
  void a_missing_right_is_named_as_rights_are() {
    api.then(
        403, "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"nodes is forbidden\"}");
    assertThat(api.kubernetes().list(Kind.NODES, soon()).words())
        .isEqualTo("we may not list nodes (403)");
    assertThat(api.asked()).hasSize(1);
  }

  // F69
  @Test
  void a_refusal_names_its_cause() {
    api.then(429, """
        {"kind":"Status","reason":"TooManyRequests","message":"Cannot evict pod.",
        "details":{"causes":[{"reason":"DisruptionBudget","message":"frigate-pdb needs 2"},{}]}}
        """);
    Answer<ConfigMap> written = api.kubernetes().replace(LEDGER, map(), soon());
    Answer.Refused<ConfigMap> no = (Answer.Refused<ConfigMap>) written;
    assertThat(no.cause("DisruptionBudget")).contains("frigate-pdb needs 2");
    assertThat(no.cause("NamespaceTerminating")).isEmpty();
  }

  // F19, F26
  @Test
  void an_answer_that_says_it_is_over_is_told_from_one_that_was_lost() {
    api.then(500, "").then(exchange -> exchange.close());
    assertThat(status()).hasValue(500);
    assertThat(status()).isEmpty();
  }

  // F15, S10
  @Test
  void a_token_that_is_refused_is_not_shown() {
    api.then(401, "{\"kind\":\"Status\",\"message\":\"Unauthorized token-canary\"}");
    assertThat(get().words()).isEqualTo("the API server does not know who we are (401)");
  }

  // F18, F22
  @Test
  void all_pages_make_a_list_and_none_is_read_from_a_cache() {
    api.then(200, page("one", "\"continue\":\"next page\"")).then(200, page("two", ""));
    assertThat(list().value().orElseThrow())
        .extracting(map -> map.getMetadata().getName())
        .containsExactly("one", "two");
    assertThat(api.asked())
        .containsExactly(
            "GET /api/v1/namespaces/monitoring/configmaps?labelSelector=a%3Db&limit=500",
            "GET /api/v1/namespaces/monitoring/configmaps?continue=next+page&labelSelector=a%3Db&limit=500");
  }

  // F18
  @Test
  void a_list_whose_second_page_fails_is_no_short_list() {
    api.then(200, page("one", "\"continue\":\"x\"")).then(403, "");
    assertThat(list()).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_list_that_expired_between_its_pages_is_read_once_more() {
    api.then(200, page("one", "\"continue\":\"x\"")).then(410, "").then(200, page("new", ""));
    assertThat(list().value().orElseThrow())
        .extracting(map -> map.getMetadata().getName())
        .containsExactly("new");
  }

  // F86
  @Test
  void rounds_on_nodes_with_other_clocks_have_the_server_s_time() {
    api.then(200, ONE);
    ServerTime time = new ServerTime(new Behind(Duration.ofHours(3)));
    assertThat(Duration.between(time.now(), Instant.now()).toHours()).isEqualTo(3);
    Wire wire = new Wire(() -> Endpoint.of(api.client()), Wire.Ownership.THEIRS, time);
    wire.once(new Asked("get", "it"), r -> r.uri(wire.uri("/")), ConfigMap.class, soon());
    assertThat(Duration.between(time.now(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_server_whose_clock_is_close_or_unreadable_changes_nothing() {
    ServerTime time = new ServerTime(Time.system());
    time.heard("yesterday");
    time.heard(DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().minusSeconds(1).atZone(ZoneOffset.UTC)));
    assertThat(Duration.between(Instant.now(), time.now()).abs()).isLessThan(Duration.ofSeconds(1));
  }

  // F11
  @Test
  void whoever_is_told_to_stop_does_not_wait_for_an_answer() {
    api.then(200, ONE);
    Thread.currentThread().interrupt();
    Answer<ConfigMap> answer = get();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isInstanceOf(Answer.Unclear.class);
  }

  private record Behind(Duration by) implements Time {
    @Override
    public Instant now() {
      return Instant.now().minus(by);
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }
  }

  private OptionalInt status() {
    Answer<ConfigMap> written = api.kubernetes().replace(LEDGER, map(), soon());
    return ((Answer.Unclear<ConfigMap>) written).status();
  }

  private Answer<ConfigMap> get() {
    return api.kubernetes().get(LEDGER, soon());
  }

  private Answer<List<ConfigMap>> list() {
    return api.kubernetes()
        .list(Kind.CONFIG_MAPS, "monitoring", Map.of("labelSelector", "a=b"), soon());
  }

  private static String page(String name, String metadata) {
    return "{\"kind\":\"ConfigMapList\",\"metadata\":{" + metadata + "},\"items\":[{\"metadata\":"
        + "{\"name\":\"" + name + "\"}}]}";
  }

  private static ConfigMap map() {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName("tocsin")
        .endMetadata()
        .build();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), Time.system());
  }
}
