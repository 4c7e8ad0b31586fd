package dev.tocsin.k8s.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.State;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.testing.ControlPlane;
import dev.tocsin.k8s.testing.FaultyApi;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outside saw of nights that are worse than most, on a whole control plane. */
@ExtendWith(ControlPlane.Present.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class NightTest {

  private static final String API_SERVER = "the API server";

  private ControlPlane plane;

  @BeforeAll
  void up() {
    plane = ControlPlane.up();
  }

  @AfterAll
  void down() {
    plane.close();
  }

  // F49, F50, S1
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_node_down_for_hours_costs_one_alert_no_write_and_one_recovery() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD, Repair.ROLLOUT_RESTART)) {
      night.rounds(2);
      night.nodeDown();
      night.rounds(20);
      night.nodeUp();
      night.rounds(4);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT, Notice.Kind.RECOVERY);
      assertThat(night.mailbox().why(Notice.Kind.ALERT).get(0)).contains(night.node());
      assertThat(night.writesToTheWorkload()).isEmpty();
      assertThat(night.generation()).isEqualTo(1);
    }
  }

  // F47, F55
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_pod_already_pending_when_first_seen_is_not_restarted_and_its_node_is_named() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD, Repair.ROLLOUT_RESTART)) {
      night.nodeDown();
      night.kubectl("delete", "pod", "-l", "app=frigate", "--force", "--grace-period=0");
      night.await("another pod is pending", () -> isPending(night));
      night.rounds(10);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
      assertThat(night.mailbox().why(Notice.Kind.ALERT).get(0)).contains(night.node());
      assertThat(night.writesToTheWorkload()).isEmpty();
    }
  }

  // F53
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_node_that_is_deleted_is_told_once_and_nothing_is_restarted() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.round();
      night.nodeDown();
      night.plane().kubectl("delete", "node", night.node());
      night.rounds(10);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
      assertThat(night.mailbox().why(Notice.Kind.ALERT).get(0)).contains(night.node());
      assertThat(night.writesToTheWorkload()).isEmpty();
    }
  }

  // F12, F20
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ_WRITE)
  void an_api_server_that_is_away_between_rounds_makes_nothing_told_or_forgotten() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.nodeDown();
      night.rounds(3);
      plane.apiDown();
      List<Ending> away = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        away.add(night.round().ending());
      }
      plane.apiUp();
      night.rounds(3);
      assertThat(away).containsOnly(Ending.NO_LEDGER);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
      night.nodeUp();
      night.rounds(4);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT, Notice.Kind.RECOVERY);
    }
  }

  /** A third of the requests each: each kill takes seconds, most of them waited for. */
  // F01 to F09, F19, S2, S3
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_round_killed_at_any_request_tells_at_most_twice_and_evicts_each_pod_once(int first) {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      assertThat(new Killing(night).atEveryThirdFrom(first)).as("rounds killed").isGreaterThan(6);
    }
  }

  // F76, S7
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void two_rounds_at_once_tell_once_and_evict_once() throws Exception {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.breakPod();
      night.sleepUntilStarted();
      night.round();
      List<RoundReport> both = atOnce(night);
      assertThat(both).extracting(RoundReport::exitCode).containsOnly(0);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
      assertThat(night.evictions()).as(night.lately()).isEqualTo(1);
    }
  }

  // F69
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_disruption_budget_in_the_way_is_told_and_not_tried_against() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.apply(budget(night));
      night.breakPod();
      night.sleepUntilStarted();
      night.rounds(6);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
      assertThat(night.mailbox().why(Notice.Kind.ALERT).get(0)).contains("disruption budget");
      assertThat(night.evictions()).as(night.lately()).isZero();
      night.kubectl("delete", "pdb", "frigate");
      night.rounds(3);
      assertThat(night.evictions()).as(night.lately()).isEqualTo(1);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
    }
  }

  // F16
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_restart_that_we_have_no_right_to_costs_two_mails_and_never_says_restarted() {
    try (Night night = Night.begin(plane, Repair.ROLLOUT_RESTART);
        KubernetesClient reader = readerOnly(night)) {
      night.breakPod();
      night.sleepUntilStarted();
      long before = night.generation();
      night.as(reader);
      night.rounds(40);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT, Notice.Kind.GAVE_UP);
      assertThat(night.mailbox().mails().toString()).doesNotContainIgnoringCase("restarted");
      assertThat(night.generation()).isEqualTo(before);
    }
  }

  // F39, F40, F46
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_ledger_deleted_put_back_or_damaged_every_few_rounds_is_no_storm() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.round();
      String fromGit = night.kubectl("get", "configmap", "tocsin", "-o", "yaml");
      night.nodeDown();
      for (int i = 0; i < 10; i++) {
        night.rounds(2);
        lose(night, fromGit, i);
      }
      assertThat(night.mailbox().of(Notice.Kind.ALERT)).isBetween(1L, 2L);
      assertThat(night.mailbox().mails()).hasSizeLessThanOrEqualTo(2);
      assertThat(night.writesToTheWorkload()).isEmpty();
    }
  }

  // F21
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void somebody_who_touches_the_ledger_during_every_round_costs_no_round_its_duty() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.round();
      night.nodeDown();
      List<Ending> endings = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String mark = "touched=" + i;
        night.api().next("PUT", call -> {
          night.kubectl("annotate", "--overwrite", "configmap", "tocsin", mark);
          FaultyApi.passes().meet(call);
        });
        endings.add(night.round().ending());
      }
      assertThat(endings).containsOnly(Ending.DONE);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT);
    }
  }

  // L3
  @Test
  @ResourceLock(value = API_SERVER, mode = ResourceAccessMode.READ)
  void a_broken_pod_on_a_good_node_is_evicted_and_what_helped_is_told() {
    try (Night night = Night.begin(plane, Repair.EVICT_POD)) {
      night.breakPod();
      night.sleepUntilStarted();
      night.rounds(2);
      assertThat(night.evictions()).as(night.lately()).isEqualTo(1);
      night.letGo();
      RoundReport last = night.round();
      for (int i = 0; i < 5; i++) {
        last = night.round();
      }
      assertThat(last.ledger().orElseThrow().of(Night.TARGET).state()).isEqualTo(State.HEALTHY);
      assertThat(kinds(night)).containsExactly(Notice.Kind.ALERT, Notice.Kind.RECOVERY);
    }
  }

  private static List<Notice.Kind> kinds(Night night) {
    return night.mailbox().mails().stream().map(Notice::kind).toList();
  }

  private static boolean isPending(Night night) {
    return night.allPods().size() == 1
        && night.allPods().get(0).getStatus().getPhase().equals("Pending");
  }

  private static List<RoundReport> atOnce(Night night) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<RoundReport>> coming = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        coming.add(threads.submit(() -> {
          start.await();
          return night.roundNow();
        }));
      }
      start.countDown();
      return List.of(coming.get(0).get(), coming.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void lose(Night night, String fromGit, int how) {
    switch (how % 3) {
      case 0 -> night.kubectl("delete", "configmap", "tocsin");
      case 1 -> night.put(fromGit);
      default ->
        night.kubectl(
            "patch",
            "configmap",
            "tocsin",
            "--type=merge",
            "-p",
            "{\"data\":{\"frigate\":\"{ not json\",\"tocsin.round\":\"{\\\"owner\\\":\\\"tocsin\\\",\\\"schema\\\":1,\\\"rounds\\\":-4}\"}}");
    }
  }

  private static String budget(Night night) {
    return """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: frigate, namespace: %s}
        spec: {minAvailable: 1, selector: {matchLabels: {app: frigate}}}
        """.formatted(night.namespaceName());
  }

  /** May see everything and write the ledger and Events, and nothing else. */
  private KubernetesClient readerOnly(Night night) {
    night.apply("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: watcher, namespace: %1$s}
        rules:
        - {apiGroups: [""], resources: [configmaps], verbs: [get, create, update]}
        - {apiGroups: [events.k8s.io], resources: [events], verbs: [get, list, create, patch]}
        """.formatted(night.namespaceName()));
    night.kubectl("create", "serviceaccount", "watcher");
    String account = night.namespaceName() + ":watcher";
    night.kubectl(
        "create", "rolebinding", "watcher", "--role=watcher", "--serviceaccount=" + account);
    night.kubectl(
        "create",
        "clusterrolebinding",
        "watcher-" + night.namespaceName(),
        "--clusterrole=view",
        "--serviceaccount=" + account);
    String nodes = "nodes-" + night.namespaceName();
    night.kubectl("create", "clusterrole", nodes, "--verb=get,list", "--resource=nodes");
    night.kubectl(
        "create",
        "clusterrolebinding",
        nodes,
        "--clusterrole=" + nodes,
        "--serviceaccount=" + account);
    Config config = Config.fromKubeconfig(plane.kubeconfig().toFile());
    config.setClientCertData(null);
    config.setClientKeyData(null);
    config.setOauthToken(night.kubectl("create", "token", "watcher").strip());
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
