package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.look.Thing.deployment;
import static dev.tocsin.k8s.look.Thing.event;
import static dev.tocsin.k8s.look.Thing.minutes;
import static dev.tocsin.k8s.look.Thing.node;
import static dev.tocsin.k8s.look.Thing.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.k8s.look.Watched.Check;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a look asks of an API server, and what becomes of an answer that does not come. */
@Timeout(60)
class ClusterObserverTest {

  private static final Precondition GATEWAY =
      new Precondition("gateway", "gateway", Verdict.MET, "gateway: MET, HTTP 200");

  private final List<Event> heard = new ArrayList<>();
  private final Map<String, Observation> probes = new LinkedHashMap<>();
  private Duration drainGrace = minutes(15);
  private ObjectsApi api;

  @BeforeEach
  void open() throws IOException {
    api = new ObjectsApi();
  }

  @AfterEach
  void close() {
    api.close();
  }

  private Observer beside() {
    return (targets, deadline) -> {
      Map<String, Sighting> seen = new LinkedHashMap<>();
      probes.forEach((target, observation) ->
          seen.put(target, new Sighting(observation, List.of(GATEWAY), Witness.NONE)));
      return seen;
    };
  }

  private ClusterObserver observer(Map<String, Watched> watched, Observer beside) {
    Deeds deeds = new Deeds(Cluster.OWNER, heard::addAll, (target, marked) -> Witness.NONE);
    return new ClusterObserver(api.kubernetes(), deeds, watched, drainGrace, beside);
  }

  private Map<String, Sighting> look(Map<String, Watched> watched) {
    return observer(watched, beside()).look(targets(watched.keySet()), soon());
  }

  private static List<Target> targets(Collection<String> names) {
    return names.stream().map(name -> Target.of(name, Policy.DEFAULT)).toList();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), Time.system());
  }

  private static Watched watched(Check check, String workload) {
    return new Watched(
        check, Workload.parse(workload), Asked.USUAL, Map.of("evictPod", Repair.EVICT_POD));
  }

  private static Map<String, Watched> frigate() {
    return Map.of("frigate", watched(new Check.OfWorkload(), "deployment/cams/frigate"));
  }

  private void healthy(String... names) {
    api.with(node("still-fawn"));
    for (String name : names) {
      api.with(deployment(name), pod(name).on("still-fawn"));
    }
  }

  private Map<String, Watched> many(int count) {
    Map<String, Watched> all = new LinkedHashMap<>();
    IntStream.range(0, count)
        .forEach(
            i -> all.put("cam" + i, watched(new Check.OfWorkload(), "deployment/cams/cam" + i)));
    healthy(all.keySet().toArray(String[]::new));
    return all;
  }

  @Test
  void fifty_targets_cost_no_more_requests_than_one() {
    Map<String, Watched> fifty = many(50);
    assertThat(look(fifty).values()).allMatch(s -> s.observation() instanceof Passing);
    Map<String, Long> forFifty = api.counts();
    api.forget();
    look(Map.of("cam0", fifty.get("cam0")));
    assertThat(api.counts())
        .isEqualTo(forFifty)
        .containsOnlyKeys(
            "/api/v1/namespaces/cams",
            "/api/v1/namespaces/cams/pods",
            "/api/v1/nodes",
            "/apis/apps/v1/namespaces/cams/deployments",
            "/apis/apps/v1/namespaces/cams/replicasets",
            "/apis/events.k8s.io/v1/namespaces/cams/events",
            "/apis/policy/v1/namespaces/cams/poddisruptionbudgets");
    assertThat(api.counts().values()).allMatch(count -> count == 1);
  }

  @Test
  void fifty_targets_that_are_down_cost_one_request_more() {
    Map<String, Watched> fifty = many(50);
    api.with(pod("cam0").named("broken").on("still-fawn").notReady());
    fifty.replaceAll((name, one) -> watched(new Check.OfWorkload(), "deployment/cams/no-" + name));
    look(fifty);
    assertThat(api.counts().get("/apis/events.k8s.io/v1/namespaces/cams/events"))
        .isEqualTo(2);
    assertThat(api.asked()).hasSize(8);
    assertThat(api.asked()).anyMatch(uri -> uri.contains("fieldSelector=type=Warning"));
    assertThat(api.asked())
        .anyMatch(uri -> uri.contains("labelSelector=app.kubernetes.io/managed-by=tocsin"));
  }

  // F22
  @Test
  void nothing_is_read_from_a_cache() {
    look(many(1));
    assertThat(api.asked()).noneMatch(uri -> uri.contains("resourceVersion"));
  }

  @Test
  void only_the_kinds_are_read_that_a_target_needs() {
    api.with(node("still-fawn"));
    Map<String, Watched> node = Map.of(
        "fawn",
        new Watched(new Check.OfNode("still-fawn"), Optional.empty(), Asked.USUAL, Map.of()));
    assertThat(look(node).get("fawn").observation())
        .isEqualTo(new Passing("node still-fawn is ready"));
    assertThat(api.counts())
        .containsOnlyKeys("/api/v1/nodes", "/apis/events.k8s.io/v1/namespaces/default/events");
  }

  @Test
  void whoever_is_not_watched_costs_nothing() {
    probes.put("shop", new Passing("HTTP 200"));
    assertThat(look(Map.of()).get("shop").observation()).isEqualTo(new Passing("HTTP 200"));
    assertThat(observer(frigate(), beside()).look(targets(List.of("shop")), soon()))
        .containsOnlyKeys("shop");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void a_list_of_several_pages_is_read_to_its_end() {
    Map<String, Watched> seven = many(7);
    api.pages(2);
    assertThat(look(seven).values()).allMatch(s -> s.observation() instanceof Passing);
    assertThat(api.counts().get("/api/v1/namespaces/cams/pods")).isEqualTo(4);
  }

  // F18
  @Test
  void a_list_that_is_cut_off_is_no_list_without_pods() {
    healthy("frigate");
    api.trouble("/pods", exchange -> {
      exchange.sendResponseHeaders(200, 5000);
      exchange.getResponseBody().write("{\"kind\":\"PodList\",\"items\":[".getBytes());
    });
    Sighting seen = look(frigate()).get("frigate");
    assertThat(seen.observation()).isInstanceOfSatisfying(Unknown.class, unknown -> {
      assertThat(unknown.cause()).isEqualTo(Cause.NO_ANSWER);
      assertThat(unknown.detail()).startsWith("no answer from the API server to list pods in cams");
    });
    assertThat(holds(seen)).contains("podScheduled").doesNotContain("ownerKnown");
  }

  private static List<String> holds(Sighting seen) {
    return seen.preconditions().stream()
        .filter(p -> !p.met())
        .map(Precondition::name)
        .toList();
  }

  // F13, F16
  @Test
  void a_list_that_we_may_not_read_blocks_and_does_not_blind() {
    healthy("frigate");
    api.forbidding("/nodes");
    Sighting seen = look(frigate()).get("frigate");
    assertThat(seen.observation()).isEqualTo(new Passing("1 of 1 available"));
    assertThat(holds(seen)).containsExactly("nodeReady", "nodeSchedulable");
    assertThat(seen.firstNotMet())
        .map(Precondition::detail)
        .contains("we may not list nodes (403)");
  }

  // F12
  @Test
  void an_api_server_that_is_gone_is_our_blindness_and_no_outage() {
    api.close();
    Sighting seen = look(frigate()).get("frigate");
    assertThat(seen.observation())
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(Cause.NO_ANSWER));
    assertThat(seen.preconditions()).hasSize(Fact.values().length).noneMatch(Precondition::met);
  }

  @Test
  void warnings_that_cannot_be_read_cost_only_the_reason() {
    api.with(
        node("still-fawn"),
        deployment("frigate"),
        pod("frigate").on("still-fawn").waiting("ContainerCreating", ""),
        event("FailedMount").about("Pod", "frigate-1").saying("no such disk"));
    assertThat(look(frigate()).get("frigate").observation())
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 waits for a volume: no such disk"));
    api.forbidding("fieldSelector");
    assertThat(look(frigate()).get("frigate").observation())
        .isEqualTo(new Failing("0 of 1 available: pod frigate-1 is starting"));
  }

  @Test
  void the_chronicle_hears_each_event_of_ours_once() {
    healthy("frigate", "nvr");
    api.with(
        event("Alerted").by(Cluster.OWNER).about("Deployment", "frigate"),
        event("BackOff").about("Pod", "frigate-1"));
    Map<String, Watched> two = new LinkedHashMap<>(frigate());
    two.put("nvr", watched(new Check.OfWorkload(), "deployment/cams/nvr"));
    look(two);
    assertThat(heard).extracting(Event::getReason).containsExactly("Alerted");
  }

  @Test
  void a_probe_is_explained_by_the_cluster_and_keeps_its_own_preconditions() {
    api.with(
        node("still-fawn").silent(),
        deployment("frigate").pinnedTo("still-fawn"),
        pod("frigate").pending("0/2 nodes are available"));
    probes.put("frigate", new Failing("HTTP 503"));
    Map<String, Watched> elsewhere =
        Map.of("frigate", watched(new Check.Elsewhere(), "deployment/cams/frigate"));
    Sighting seen = look(elsewhere).get("frigate");
    assertThat(seen.observation())
        .isEqualTo(new Failing("HTTP 503; deployment cams/frigate:"
            + " 0 of 1 available, pod frigate-1 cannot be scheduled: 0/2 nodes are available"));
    assertThat(seen.preconditions().get(0).name()).isEqualTo("nodeReady");
    assertThat(seen.preconditions()).last().isEqualTo(GATEWAY);
    assertThat(seen.place()).contains("still-fawn");
    probes.clear();
    assertThat(look(elsewhere)).isEmpty();
  }

  @Test
  void the_cluster_is_asked_while_the_probes_are_out() throws InterruptedException {
    healthy("frigate");
    CountDownLatch listed = new CountDownLatch(1);
    api.trouble("/namespaces/cams/pods", exchange -> {
      listed.countDown();
      ObjectsApi.send(exchange, 200, "{\"kind\":\"PodList\",\"metadata\":{},\"items\":[]}");
    });
    AtomicReference<Boolean> overlapped = new AtomicReference<>(false);
    Observer slow = (targets, deadline) -> {
      try {
        overlapped.set(listed.await(20, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Map.of();
    };
    observer(frigate(), slow).look(targets(List.of("frigate")), soon());
    assertThat(overlapped.get()).isTrue();
  }

  // F11
  @Test
  void whoever_is_told_to_stop_does_not_wait_for_a_list() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    api.trouble("/nodes", exchange -> {
      asked.countDown();
      await(over);
    });
    AtomicReference<Map<String, Sighting>> seen = new AtomicReference<>(Map.of());
    Thread looking = new Thread(() -> seen.set(look(frigate())));
    looking.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    looking.interrupt();
    looking.join(5_000);
    assertThat(looking.isAlive()).isFalse();
    over.countDown();
    assertThat(seen.get().get("frigate").preconditions())
        .isNotEmpty()
        .noneMatch(p -> p.met() && p.name().equals("nodeReady"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // S14
  @Test
  void a_server_that_keeps_silent_costs_no_more_than_the_deadline() {
    CountDownLatch over = new CountDownLatch(1);
    api.trouble("/pods", exchange -> await(over));
    healthy("frigate");
    long start = System.nanoTime();
    Sighting seen = observer(frigate(), beside())
        .look(targets(List.of("frigate")), Deadline.in(Duration.ofSeconds(1), Time.system()))
        .get("frigate");
    over.countDown();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(seen.observation()).isInstanceOf(Unknown.class);
  }

  // F39
  @Test
  void without_any_memory_nothing_is_concluded_until_our_events_are_read() {
    healthy("frigate");
    api.trouble("/events", exchange -> ObjectsApi.send(exchange, 500, "{\"kind\":\"Status\"}"));
    Target frigate = targets(List.of("frigate")).get(0);
    ClusterObserver observer = observer(frigate(), beside());
    assertThat(look(frigate()).get("frigate").observation())
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.detail())
                .startsWith("the ledger is new and knows nothing of it, and Events: "));
    assertThat(observer.look(List.of(frigate), lastSeenOn("still-fawn"), soon()).get("frigate"))
        .extracting(Sighting::observation)
        .isEqualTo(new Passing("1 of 1 available"));
    Ledger old = new Ledger(
        new Schedule(40, 40, Thing.NOW, 0), new TreeMap<>(), List.of(), Optional.empty());
    assertThat(observer.look(List.of(frigate), old, soon()).get("frigate").observation())
        .as("who was well for weeks is not written down either")
        .isEqualTo(new Passing("1 of 1 available"));
    api.forbidding("/events");
    assertThat(look(frigate()).get("frigate").observation())
        .isEqualTo(new Passing("1 of 1 available"));
  }

  // F47
  @Test
  void a_place_that_only_the_ledger_knows_is_looked_at() {
    api.with(node("still-fawn").silent(), deployment("frigate"), pod("frigate").pending("0/2"));
    probes.put("frigate", new Failing("HTTP 503"));
    Target frigate = targets(List.of("frigate")).get(0);
    ClusterObserver observer = observer(frigate(), beside());
    Ledger ledger = lastSeenOn("still-fawn");
    Sighting seen = observer.look(List.of(frigate), ledger, soon()).get("frigate");
    assertThat(seen.firstNotMet()).map(Precondition::subject).contains("node still-fawn");
    assertThat(observer.recheck(frigate, ledger, soon()).get(0).subject())
        .isEqualTo("node still-fawn");
    assertThat(look(frigate()).get("frigate").firstNotMet())
        .map(Precondition::detail)
        .contains("the node of deployment cams/frigate is not known");
  }

  private static Ledger lastSeenOn(String place) {
    Memory fresh = Memory.fresh("frigate");
    Moment now = new Moment(Thing.NOW, 7);
    Incident incident = new Incident(
        new IncidentId("frigate", 7, Thing.NOW),
        now,
        "HTTP 503",
        Optional.empty(),
        Telling.TOLD,
        1,
        Telling.NOT_DUE,
        Telling.NOT_DUE,
        0,
        now,
        0,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(place));
    return Ledger.EMPTY.with(new Memory(
        "frigate",
        State.ALERTED,
        fresh.samples(),
        Optional.of(incident),
        fresh.attempts(),
        fresh.trust(),
        fresh.sight(),
        Optional.empty(),
        List.of(),
        Optional.empty()));
  }

  // F54
  @Test
  void right_before_acting_only_what_the_target_needs_is_read_again() {
    Map<String, Watched> fifty = many(50);
    fifty.put("cam7", watched(new Check.Elsewhere(), "deployment/cams/cam7"));
    api.with(node("other"));
    probes.put("cam7", new Failing("HTTP 503"));
    List<Precondition> again =
        observer(fifty, beside()).recheck(targets(List.of("cam7")).get(0), Ledger.EMPTY, soon());
    assertThat(again).hasSize(Fact.values().length + 1).allMatch(Precondition::met);
    assertThat(api.counts())
        .containsOnlyKeys(
            "/api/v1/namespaces/cams",
            "/api/v1/namespaces/cams/pods",
            "/api/v1/nodes/still-fawn",
            "/apis/apps/v1/namespaces/cams/deployments/cam7",
            "/apis/apps/v1/namespaces/cams/replicasets",
            "/apis/events.k8s.io/v1/namespaces/cams/events",
            "/apis/policy/v1/namespaces/cams/poddisruptionbudgets");
    assertThat(api.asked()).anyMatch(uri -> uri.contains("pods?labelSelector=app=cam7"));
    assertThat(heard).isEmpty();
  }

  // F54
  @Test
  void a_node_that_went_down_meanwhile_is_seen() {
    api.with(node("still-fawn").silent(), deployment("frigate"), pod("frigate").on("still-fawn"));
    probes.put("frigate", new Failing("HTTP 503"));
    List<Precondition> again =
        observer(frigate(), beside()).recheck(targets(List.of("frigate")).get(0), soon());
    assertThat(again.get(0))
        .isEqualTo(new Precondition(
            "nodeReady",
            "node still-fawn",
            Verdict.NOT_MET,
            "node still-fawn is not ready: Kubelet stopped posting node status."));
    assertThat(again).last().isEqualTo(GATEWAY);
  }

  @Test
  void a_workload_that_recovered_meanwhile_is_left_alone() {
    healthy("frigate");
    assertThat(again(frigate()))
        .containsExactly(new Precondition(
            "failing",
            "deployment cams/frigate",
            Verdict.NOT_MET,
            "it recovered: 1 of 1 available"));
  }

  // F24
  @Test
  void a_node_that_recovered_meanwhile_is_no_reason_to_repair_what_runs_on_it() {
    healthy("frigate");
    assertThat(again(
            Map.of("frigate", watched(new Check.OfNode("still-fawn"), "deployment/cams/frigate"))))
        .extracting(Precondition::detail)
        .containsExactly("it recovered: node still-fawn is ready");
  }

  // F66
  @Test
  void what_lacks_a_pod_has_none_that_could_be_replaced() {
    api.with(
        node("still-fawn"),
        deployment("frigate").replicas(2),
        pod("frigate").on("still-fawn"),
        pod("frigate")
            .named("frigate-evicted")
            .on("still-fawn")
            .over("Failed", "Evicted", "low on memory"));
    Precondition nobody = new Precondition(
        "podBroken",
        "deployment cams/frigate",
        Verdict.NOT_MET,
        "no pod of deployment cams/frigate is broken");
    assertThat(look(frigate()).get("frigate").preconditions()).contains(nobody);
    assertThat(again(frigate())).containsExactly(nobody);
  }

  /** What holds right before acting. */
  private List<Precondition> again(Map<String, Watched> watched) {
    probes.put("frigate", new Failing("HTTP 503"));
    return observer(watched, beside()).recheck(targets(watched.keySet()).get(0), soon()).stream()
        .filter(p -> !p.met())
        .toList();
  }

  @Test
  void a_node_known_by_its_host_name_is_found_right_before_acting_too() {
    api.with(
        node("still-fawn").hostname("fawn.lan").silent(),
        deployment("frigate").pinnedTo("fawn.lan"));
    List<Precondition> again =
        observer(frigate(), beside()).recheck(targets(List.of("frigate")).get(0), soon());
    assertThat(again.get(0).detail()).startsWith("node still-fawn is not ready");
  }

  @Test
  void a_target_without_a_workload_may_need_a_node() {
    api.with(node("nas").notReady("disks are gone"));
    Asked nas = new Asked(minutes(2), minutes(5), minutes(10), Optional.of("nas"), Set.of());
    Map<String, Watched> shop =
        Map.of("shop", new Watched(new Check.Elsewhere(), Optional.empty(), nas, Map.of()));
    probes.put("shop", new Failing("HTTP 500"));
    Sighting seen = look(shop).get("shop");
    assertThat(seen.observation()).isEqualTo(new Failing("HTTP 500"));
    assertThat(seen.place()).contains("nas");
    assertThat(seen.preconditions())
        .extracting(Precondition::detail)
        .containsExactly(
            "node nas is not ready: disks are gone", "node nas is schedulable", GATEWAY.detail());
    List<Precondition> again =
        observer(shop, beside()).recheck(targets(List.of("shop")).get(0), soon());
    assertThat(again).isEqualTo(seen.preconditions());
  }

  @Test
  void whoever_acts_reads_a_situation_and_may_believe_it() {
    api.with(
        node("still-fawn"),
        deployment("frigate").replicas(2),
        pod("frigate").named("frigate-a").on("still-fawn"),
        pod("frigate").named("frigate-b").on("still-fawn").notReady());
    Situation situation = situation(frigate().get("frigate")).orElseThrow();
    assertThat(situation.victims()).extracting(PodSeen::uid).containsExactly("Pod/frigate-b");
    assertThat(situation.object().orElseThrow().getMetadata().getUid())
        .isEqualTo("Deployment/frigate");
    assertThat(situation.place()).contains("still-fawn");
    assertThat(situation.carries("frigate-r1-x-remediate-1")).isFalse();
    assertThat(situation.youngest()).contains(Thing.NOW.minus(Thing.A_DAY));
    api.forbidding("/nodes");
    assertThat(situation(frigate().get("frigate"))).isEmpty();
  }

  private Optional<Situation> situation(Watched watched) {
    return Situations.read(api.kubernetes(), Cluster.OWNER, watched, Known.NOTHING, soon())
        .value();
  }

  @Test
  void a_workload_that_is_gone_is_no_situation() {
    assertThat(Situations.read(
                api.kubernetes(),
                Cluster.OWNER,
                frigate().get("frigate"),
                new Known(Optional.empty(), Optional.of("no ../name")),
                soon())
            .words())
        .isEqualTo("there is no deployment cams/frigate");
  }

  @Test
  void pods_by_their_labels_are_read_by_their_labels() {
    healthy("frigate", "nvr");
    Watched selected = watched(new Check.OfWorkload(), "pods/cams/app=frigate");
    api.with(pod("frigate").named("frigate-2").on("still-fawn").notReady());
    assertThat(look(Map.of("frigate", selected)).get("frigate").observation())
        .isEqualTo(new Passing("1 of 1 available"));
    api.forget();
    assertThat(situation(selected).orElseThrow().victims())
        .extracting(PodSeen::name)
        .containsExactly("frigate-2");
    assertThat(api.asked()).anyMatch(uri -> uri.contains("pods?labelSelector=app=frigate"));
  }
}
