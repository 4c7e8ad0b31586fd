package dev.tocsin.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Remediation.Step;
import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.runner.check.Probe;
import dev.tocsin.runner.config.Configuration.Cluster;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.LedgerPlace.Story;
import dev.tocsin.runner.config.Configuration.Remedy;
import dev.tocsin.runner.config.Configuration.Watch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a cluster arrives as the adapter knows it. */
class ClusterConfigurationTest {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @TempDir
  Path directory;

  private Written written;

  @BeforeEach
  void files() {
    written = new Written(directory);
    written.write("kubeconfig", "clusters: []\n");
  }

  @Test
  void the_ledger_and_the_cluster_are_found_where_they_were_said_to_be() {
    Configuration configuration = written.valid(Maximal.IN_A_CLUSTER);
    assertThat(configuration.ledger())
        .isEqualTo(new InConfigMap(
            "monitoring",
            "tocsin",
            4,
            Optional.of(new Story("cams", "frigate-health-state", "frigate"))));
    assertThat(configuration.cluster())
        .isEqualTo(new Cluster(
            Optional.of(directory.resolve("kubeconfig")),
            Optional.of("home"),
            Optional.of("home/tocsin"),
            Duration.ofMinutes(5)));
    assertThat(configuration.isolation()).contains(new Probe.Tcp("1.1.1.1", 53, TEN_SECONDS));
  }

  @Test
  void every_part_of_a_workload_arrives_where_it_is_used() {
    Watch frigate = watch(Maximal.IN_A_CLUSTER, "frigate");
    assertThat(((Probe.Http) frigate.check().orElseThrow()).url())
        .isEqualTo(URI.create("https://frigate.cams.svc:5000/api/stats?key=" + Written.CANARY));
    assertThat(frigate.preconditions())
        .extracting(Configuration.Asked::probe)
        .containsExactly(new Probe.Tcp("mqtt.cams.svc", 1883, TEN_SECONDS));
    assertThat(frigate.cluster())
        .contains(new Watched(
            new Watched.Check.Elsewhere(),
            Workload.parse("deployment/cams/frigate"),
            new Asked(
                Duration.ofMinutes(3),
                Duration.ofMinutes(4),
                Duration.ofMinutes(30),
                Optional.empty(),
                Set.of(Fact.NOT_CRASH_LOOPING, Fact.DISRUPTION_ALLOWED)),
            Map.of(
                "evictPod", Repair.EVICT_POD,
                "one more", Repair.DELETE_POD,
                "all of them", Repair.ROLLOUT_RESTART)));
  }

  @Test
  void steps_of_the_cluster_and_programs_make_one_ladder() {
    Watch frigate = watch(Maximal.IN_A_CLUSTER, "frigate");
    assertThat(frigate.target().policy().remediation().orElseThrow().steps())
        .containsExactly(
            new Step("evictPod", 2, Duration.ofMinutes(10)),
            new Step("one more", 1, Duration.ofMinutes(6)),
            new Step("restart.sh", 1, Duration.ofMinutes(10)),
            new Step("all of them", 1, Duration.ofMinutes(15)));
    assertThat(frigate.remedies()).extracting(Remedy::step).containsExactly("restart.sh");
  }

  @Test
  void a_workload_without_a_check_is_checked_by_its_availability() {
    Watch mqtt = watch(Maximal.IN_A_CLUSTER, "mqtt");
    assertThat(mqtt.check()).isEmpty();
    assertThat(mqtt.cluster())
        .contains(new Watched(
            new Watched.Check.OfWorkload(),
            Workload.parse("statefulset/cams/mqtt"),
            Asked.USUAL,
            Map.of("evictPod", Repair.EVICT_POD)));
    assertThat(mqtt.target().policy().remediation().orElseThrow().steps())
        .containsExactly(new Step("evictPod", 50, Duration.ofMinutes(10)));
    assertThat(mqtt.target().policy().remediation().orElseThrow().attemptsPerIncident())
        .isEqualTo(2);
    assertThat(watch(Maximal.IN_A_CLUSTER, "agent").cluster())
        .contains(new Watched(
            new Watched.Check.OfWorkload(),
            Workload.parse("daemonset/cams/agent"),
            Asked.USUAL,
            Map.of()));
  }

  @Test
  void a_node_is_watched_and_asked_for_without_a_workload() {
    assertThat(watch(Maximal.IN_A_CLUSTER, "still-fawn").cluster())
        .contains(new Watched(
            new Watched.Check.OfNode("still-fawn"), Optional.empty(), Asked.USUAL, Map.of()));
    assertThat(watch(Maximal.IN_A_CLUSTER, "nas").cluster().map(Watched::asked))
        .contains(new Asked(
            Asked.USUAL.readyFor(),
            Asked.USUAL.startup(),
            Asked.USUAL.untouched(),
            Optional.of("nas-node"),
            Set.of()));
  }

  @Test
  void a_configuration_knows_whether_it_needs_a_cluster() {
    assertThat(written.valid(Maximal.IN_A_CLUSTER).needsCluster()).isTrue();
    assertThat(written
            .valid("ledger: {configMap: {namespace: a, name: b}}\n" + Written.TARGET)
            .needsCluster())
        .isTrue();
    assertThat(written.valid("cluster: {context: home}\n" + Written.TARGET).needsCluster())
        .isFalse();
    assertThat(written
            .valid("targets: [{name: a, check: {http: {service: \"b/c:80\"}}}]\n")
            .needsCluster())
        .isFalse();
  }

  @Test
  void the_words_of_the_configuration_are_those_of_the_adapter() {
    assertThat(StepSection.KEYS.stream().map(Key::name).skip(1))
        .containsExactlyElementsOf(
            Arrays.stream(Repair.values()).map(Repair::word).toList());
    assertThat(Arrays.stream(Fact.values()).map(Fact::word))
        .contains(
            PreconditionSection.NODE_READY.name(),
            PreconditionSection.STARTUP_OVER.name(),
            PreconditionSection.UNTOUCHED.name());
  }

  // F44
  @Test
  void a_ledger_that_would_outgrow_a_config_map_is_spread_over_several() {
    assertThat(List.of(1, 64, 65, 128, 129, 513))
        .extracting(this::parts)
        .containsExactly(1, 1, 2, 2, 4, 16);
  }

  // F44
  @Test
  void a_ledger_that_would_outgrow_a_config_map_in_an_outage_is_refused_before_it() {
    assertThat(written.problems(watching(129, ", parts: 1")))
        .containsExactly("tocsin.yaml:1:52: parts is 1 for 129 targets, expected at least 2: if all"
            + " failed at once, their ledger would outgrow a ConfigMap");
    assertThat(written.problems(watching(128, ", parts: 1"))).isEmpty();
  }

  private int parts(int targets) {
    return ((InConfigMap) written.valid(watching(targets, "")).ledger()).parts();
  }

  private static String watching(int targets, String parts) {
    String all = IntStream.range(0, targets)
        .mapToObj(i -> "- {name: t" + i + ", check: {tcp: \"a:1\"}}\n")
        .collect(Collectors.joining());
    return "ledger: {configMap: {namespace: a, name: b" + parts + "}}\ntargets:\n" + all;
  }

  @Test
  void a_secret_in_a_path_is_shown_by_nothing_that_was_read() {
    Configuration configuration = written.valid(Maximal.IN_A_CLUSTER);
    assertThat(configuration.toString()).doesNotContain(Written.CANARY);
    assertThat(configuration.watches().toString()).doesNotContain(Written.CANARY);
    assertThat(watch(Maximal.IN_A_CLUSTER, "frigate").check().toString())
        .doesNotContain(Written.CANARY);
  }

  private Watch watch(String yaml, String name) {
    return written.valid(yaml).watches().stream()
        .filter(watch -> watch.target().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
