package dev.tocsin.k8s.look;

import static dev.tocsin.k8s.testing.RealApiServer.soon;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Watched.Check;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Observer;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking at a real API server, as somebody who may do no more than he needs. */
@ExtendWith(RealApiServer.class)
class RealLookTest {

  private static final Target FRIGATE = Target.of("frigate", Policy.DEFAULT);

  private static final List<PolicyRule> EVERYTHING = List.of(new PolicyRuleBuilder()
      .withApiGroups("*")
      .withResources("*")
      .withVerbs("get", "list")
      .build());
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private final KubernetesClient admin = RealApiServer.client();
  private final String namespace = RealApiServer.namespace();
  private final String node = namespace + "-node";

  private Watched watched() {
    return watched("pods/" + namespace + "/app=frigate");
  }

  private static Watched watched(String workload) {
    return new Watched(
        new Check.OfWorkload(),
        Workload.parse(workload),
        Asked.USUAL,
        Map.of("evictPod", Repair.EVICT_POD));
  }

  private Sighting look(Kubernetes kubernetes) {
    return observer(kubernetes, watched()).look(List.of(FRIGATE), soon()).get("frigate");
  }

  private static ClusterObserver observer(Kubernetes kubernetes, Watched watched) {
    Observer nobody = (targets, deadline) -> Map.of("frigate", Sighting.of(new Passing("")));
    Deeds deeds = new Deeds("us", events -> {}, (target, marked) -> Witness.NONE);
    return new ClusterObserver(
        kubernetes, deeds, Map.of("frigate", watched), Duration.ofMinutes(15), nobody);
  }

  /** A bare pod that is ready, on a node that is ready. */
  private void frigate() {
    Node made = admin
        .resource(
            new NodeBuilder().withNewMetadata().withName(node).endMetadata().build())
        .create();
    admin
        .resource(made.edit()
            .editOrNewStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .withReason("KubeletReady")
            .withLastTransitionTime(Instant.now().minusSeconds(600).toString())
            .endCondition()
            .endStatus()
            .build())
        .updateStatus();
    Pod pod = admin.resource(pod("frigate", node)).create();
    admin
        .resource(pod.edit()
            .editOrNewStatus()
            .withPhase("Running")
            .withStartTime(Instant.now().minusSeconds(600).toString())
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build())
        .updateStatus();
  }

  private Pod pod(String name, String on) {
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToLabels("app", "frigate")
        .endMetadata()
        .withNewSpec()
        .withNodeName(on)
        .addNewContainer()
        .withName("frigate")
        .withImage("example.org/frigate:1")
        .endContainer()
        .endSpec()
        .build();
  }

  /** The API server as somebody sees it who has these rights. */
  private KubernetesClient with(List<PolicyRule> inNamespace, List<PolicyRule> everywhere) {
    String name = namespace + "-" + ACCOUNTS.incrementAndGet();
    admin
        .resource(new ServiceAccountBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .build())
        .create();
    Rights.grant(admin, namespace, name, inNamespace, everywhere);
    TokenRequest token = admin
        .serviceAccounts()
        .inNamespace(namespace)
        .withName(name)
        .tokenRequest(new TokenRequest());
    Config config = Config.fromKubeconfig(RealApiServer.kubeconfig());
    config.setClientCertData(null);
    config.setClientKeyData(null);
    config.setClientCertFile(null);
    config.setClientKeyFile(null);
    config.setOauthToken(token.getStatus().getToken());
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private static PolicyRule may(Kind<?> kind) {
    return new PolicyRuleBuilder()
        .withApiGroups(kind.group())
        .withResources(kind.plural())
        .withVerbs("get", "list")
        .build();
  }

  /** The API server as somebody sees it who has the rights that a look needs. */
  private KubernetesClient withNeeds(Watched watched) {
    Map<Boolean, List<PolicyRule>> rules = Needs.of(watched).kinds().stream()
        .collect(
            partitioningBy(kind -> kind.equals(Kind.NODES), mapping(RealLookTest::may, toList())));
    return with(rules.get(false), rules.get(true));
  }

  @Test
  void what_a_look_needs_is_all_it_needs() {
    frigate();
    try (KubernetesClient narrow = withNeeds(watched())) {
      Sighting seen = look(Kubernetes.of(narrow));
      assertThat(seen.observation()).isEqualTo(new Passing("1 of 1 available"));
      assertThat(seen.preconditions()).noneMatch(p -> p.verdict() == Verdict.UNKNOWN);
      assertThat(Situations.read(Kubernetes.of(narrow), "us", watched(), Known.NOTHING, soon())
              .value())
          .isPresent();
    }
  }

  @Test
  void every_kind_of_workload_is_looked_at_with_the_rights_that_it_needs() {
    for (String type : List.of("deployment", "statefulset", "daemonset")) {
      Watched watched = watched(type + "/" + namespace + "/frigate");
      try (KubernetesClient narrow = withNeeds(watched)) {
        ClusterObserver observer = observer(Kubernetes.of(narrow), watched);
        assertThat(observer.look(List.of(FRIGATE), soon()).get("frigate").observation())
            .isEqualTo(new Failing("there is no " + watched.workload().orElseThrow()));
        assertThat(observer.recheck(FRIGATE, soon()))
            .hasSize(Fact.values().length + 1)
            .noneMatch(p -> p.detail().contains("403"));
      }
    }
  }

  // F16
  @Test
  void without_rights_on_nodes_nothing_is_repaired_and_everything_told() {
    frigate();
    try (KubernetesClient narrow = with(EVERYTHING, List.of())) {
      Sighting seen = look(Kubernetes.of(narrow));
      assertThat(seen.observation()).isEqualTo(new Passing("1 of 1 available"));
      assertThat(seen.firstNotMet())
          .map(Precondition::detail)
          .contains("we may not list nodes (403)");
      assertThat(Situations.read(Kubernetes.of(narrow), "us", watched(), Known.NOTHING, soon())
              .words())
          .isEqualTo("we may not get node " + node + " (403)");
    }
  }

  // F16
  @Test
  void without_any_rights_we_are_blind_and_nobody_is_down() {
    frigate();
    try (KubernetesClient narrow = with(List.of(), List.of())) {
      assertThat(look(Kubernetes.of(narrow)).observation())
          .isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.cause()).isEqualTo(Cause.NO_ACCESS);
            assertThat(unknown.detail()).startsWith("we may not list ").endsWith("(403)");
          });
    }
  }

  @Test
  void warnings_are_chosen_by_the_server() {
    admin.resource(pod("frigate", node)).create();
    warn("Warning", "FailedMount", "no such disk");
    warn("Normal", "FailedMount", "never shown");
    assertThat(look(RealApiServer.kubernetes()).observation())
        .isEqualTo(new Failing("0 of 1 available: there is no node " + node));
    Node there =
        new NodeBuilder().withNewMetadata().withName(node).endMetadata().build();
    admin.resource(there).create();
    assertThat(look(RealApiServer.kubernetes()).observation())
        .isEqualTo(new Failing("0 of 1 available: pod frigate waits for a volume: no such disk"));
    WideQuestions questions = new WideQuestions(RealApiServer.kubernetes(), namespace, soon());
    assertThat(questions.warnings("type=Warning").value().orElseThrow().all()).hasSize(1);
    assertThat(questions
            .warnings("type=Warning,reason=FailedCreate")
            .value()
            .orElseThrow()
            .all())
        .isEmpty();
  }

  private void warn(String type, String reason, String message) {
    admin
        .resource(new EventBuilder()
            .withNewMetadata()
            .withGenerateName("e-")
            .withNamespace(namespace)
            .endMetadata()
            .withType(type)
            .withReason(reason)
            .withMessage(message)
            .withNewInvolvedObject()
            .withKind("Pod")
            .withName("frigate")
            .withNamespace(namespace)
            .endInvolvedObject()
            .build())
        .create();
  }

  @Test
  void more_pods_than_fit_on_a_page_are_all_counted() {
    IntStream.range(0, 520)
        .parallel()
        .forEach(i -> admin.resource(pod("frigate-" + i, node)).create());
    assertThat(look(RealApiServer.kubernetes()).observation())
        .isInstanceOfSatisfying(
            Failing.class,
            failing -> assertThat(failing.symptom()).startsWith("0 of 520 available: "));
  }
}
