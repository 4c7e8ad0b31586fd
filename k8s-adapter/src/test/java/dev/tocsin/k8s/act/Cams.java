package dev.tocsin.k8s.act;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Asked;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Effects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A namespace of a real API server in which frigate runs, or should. */
final class Cams {

  static final String OWNER = "monitoring/tocsin";
  private static final Map<String, String> LABELS = Map.of("app", "frigate");

  private final KubernetesClient client;
  private final String namespace;

  Cams() {
    this(RealApiServer.client(), RealApiServer.namespace());
  }

  Cams(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  String namespace() {
    return namespace;
  }

  // What is there

  Deployment deployment() {
    return client.resource(manifest()).create();
  }

  /** As it is in Git. */
  Deployment manifest() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("frigate")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(LABELS)
        .endSelector()
        .withTemplate(template())
        .endSpec()
        .build();
  }

  /** Somebody deletes it and makes it again. */
  void anew(Deployment deployment) {
    delete(deployment);
    deployment();
  }

  void delete(Deployment deployment) {
    client.resource(deployment).delete();
  }

  /** What is in Git is applied again. */
  void reapply() {
    client.resource(manifest()).update();
  }

  /** What the Deployment controller would make of the Deployment as it is now. */
  ReplicaSet replicaSet(String name, Deployment of) {
    return client
        .resource(new ReplicaSetBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .withLabels(LABELS)
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .withSelector(of.getSpec().getSelector())
            .withTemplate(of.getSpec().getTemplate())
            .endSpec()
            .build())
        .create();
  }

  StatefulSet statefulSet(String updateStrategy) {
    return client
        .resource(new StatefulSetBuilder()
            .withNewMetadata()
            .withName("frigate")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withReplicas(1)
            .withServiceName("frigate")
            .withNewUpdateStrategy()
            .withType(updateStrategy)
            .endUpdateStrategy()
            .withNewSelector()
            .withMatchLabels(LABELS)
            .endSelector()
            .withTemplate(template())
            .endSpec()
            .build())
        .create();
  }

  private static PodTemplateSpec template() {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(LABELS)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("frigate")
        .withImage("frigate:0.14")
        .endContainer()
        .endSpec()
        .build();
  }

  /** A pod on a node, which keeps it when it is deleted. */
  Pod pod(String name) {
    return pod(name, Map.of());
  }

  Pod pod(String name, Map<String, String> annotations) {
    Pod pod = new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(LABELS)
        .withAnnotations(annotations)
        .endMetadata()
        .withSpec(template().getSpec())
        .editSpec()
        .withNodeName("still-fawn")
        .endSpec()
        .build();
    Pod made = client.resource(pod).create();
    made.setStatus(new PodStatusBuilder()
        .withPhase("Running")
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .endCondition()
        .build());
    return client.resource(made).updateStatus();
  }

  /** Its kubelet does what was asked of it. */
  void reap(String pod) {
    client.pods().inNamespace(namespace).withName(pod).withGracePeriod(0).delete();
  }

  /** A disruption budget that allows so many more. */
  void budget(String name, int allowed) {
    client
        .resource(new PodDisruptionBudgetBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .withMinAvailable(new IntOrString(1))
            .withNewSelector()
            .withMatchLabels(LABELS)
            .endSelector()
            .endSpec()
            .withNewStatus()
            .withObservedGeneration(1L)
            .withDisruptionsAllowed(allowed)
            .withCurrentHealthy(1)
            .withDesiredHealthy(1)
            .withExpectedPods(1)
            .endStatus()
            .build())
        .create();
    client
        .policy()
        .v1()
        .podDisruptionBudget()
        .inNamespace(namespace)
        .withName(name)
        .editStatus(b -> new PodDisruptionBudgetBuilder(b)
            .withNewStatus()
            .withObservedGeneration(1L)
            .withDisruptionsAllowed(allowed)
            .withCurrentHealthy(1)
            .withDesiredHealthy(1)
            .withExpectedPods(1)
            .endStatus()
            .build());
  }

  /** No budget is in the way any more. */
  void unguarded() {
    client.policy().v1().podDisruptionBudget().inNamespace(namespace).delete();
  }

  /** Something about the pod changes. */
  void touch(String pod) {
    client
        .pods()
        .inNamespace(namespace)
        .withName(pod)
        .edit(p -> new PodBuilder(p)
            .editMetadata()
            .addToAnnotations("touched", "yes")
            .endMetadata()
            .build());
  }

  /** An hour is over. */
  void expire(String reason) {
    client.resource(event(reason)).delete();
  }

  /** Nothing new is made in it any more; what there is stays, for nobody takes it away. */
  void vanish() {
    client.namespaces().withName(namespace).delete();
  }

  void annotate(Event event, String name, String value) {
    client
        .resource(event)
        .edit(e -> new EventBuilder(e)
            .editMetadata()
            .addToAnnotations(name, value)
            .endMetadata()
            .build());
  }

  /** Whoever creates such a thing here waits for somebody who is not there. */
  void deadWebhook(String failurePolicy, String resource) {
    client
        .resource(new ValidatingWebhookConfigurationBuilder()
            .withNewMetadata()
            .withName("dead-" + namespace)
            .endMetadata()
            .addNewWebhook()
            .withName("dead.tocsin.dev")
            .withAdmissionReviewVersions("v1")
            .withSideEffects("None")
            .withFailurePolicy(failurePolicy)
            .withTimeoutSeconds(1)
            .withNewNamespaceSelector()
            .addToMatchLabels("kubernetes.io/metadata.name", namespace)
            .endNamespaceSelector()
            .addNewRule()
            .withApiGroups("*")
            .withApiVersions("*")
            .withOperations("CREATE", "UPDATE")
            .withResources(resource)
            .endRule()
            .withNewClientConfig()
            .withUrl("https://127.0.0.1:1/")
            .endClientConfig()
            .endWebhook()
            .build())
        .create();
  }

  // What became of it

  Pod leaving(String pod) {
    return client.pods().inNamespace(namespace).withName(pod).get();
  }

  /** The names of pods that nobody has asked to go. */
  List<String> standing() {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(p -> p.getMetadata().getDeletionTimestamp() == null)
        .map(p -> p.getMetadata().getName())
        .toList();
  }

  List<Event> events() {
    return client.events().v1().events().inNamespace(namespace).list().getItems();
  }

  /** Their reasons, in the order of the alphabet. */
  List<String> said() {
    return events().stream().map(Event::getReason).sorted().toList();
  }

  /** The only Event there is for a reason. */
  Event event(String reason) {
    List<Event> all =
        events().stream().filter(e -> e.getReason().equals(reason)).toList();
    if (all.size() != 1) {
      throw new AssertionError("not one " + reason + " in " + events());
    }
    return all.get(0);
  }

  String outcome() {
    return event("Attempted").getMetadata().getAnnotations().get("tocsin.dev/outcome");
  }

  <T extends HasMetadata> T read(T object) {
    return client.resource(object).get();
  }

  // Who acts on it

  ClusterEffects effects(Kubernetes kubernetes, Chronicle chronicle, Effects beside) {
    return new ClusterEffects(
        kubernetes, chronicle, watched(Workload.Type.DEPLOYMENT), beside, Cams.victims(kubernetes));
  }

  ClusterEffects effects(Kubernetes kubernetes, Workload.Type type, Effects beside) {
    return new ClusterEffects(
        kubernetes, new Chronicle(OWNER), watched(type), beside, Cams.victims(kubernetes));
  }

  ClusterEffects effects(Kubernetes kubernetes, Effects beside) {
    return effects(kubernetes, new Chronicle(OWNER), beside);
  }

  Map<String, Watched> watched(Workload.Type type) {
    Map<String, Repair> repairs =
        Arrays.stream(Repair.values()).collect(Collectors.toMap(Repair::word, r -> r));
    return Map.of(
        Story.TARGET,
        new Watched(
            new Watched.Check.OfWorkload(),
            Optional.of(new Workload(type, namespace, "frigate")),
            Asked.USUAL,
            repairs));
  }

  /** The same, but nothing is known that runs it. */
  Map<String, Watched> without(Map<String, Watched> workload) {
    Watched watched = workload.get(Story.TARGET);
    return Map.of(
        Story.TARGET,
        new Watched(watched.check(), Optional.empty(), watched.asked(), watched.repairs()));
  }

  /** Takes every pod of frigate for bad, the first by its name first. */
  static Victims victims(Kubernetes kubernetes) {
    return (watched, deadline) -> {
      String namespace = watched.workload().orElseThrow().namespace();
      return kubernetes
          .list(Kind.PODS, namespace, Map.of("labelSelector", "app=frigate"), deadline)
          .map(pods -> candidates(namespace, pods));
    };
  }

  private static Candidates candidates(String namespace, List<Pod> pods) {
    List<Candidates.Victim> victims = pods.stream()
        .filter(p -> p.getMetadata().getDeletionTimestamp() == null)
        .sorted(Comparator.comparing(p -> p.getMetadata().getName()))
        .map(p -> new Candidates.Victim(
            Subject.of(p), p.getMetadata().getResourceVersion(), p.getSpec().getNodeName()))
        .toList();
    return new Candidates(
        new Subject("apps/v1", "Deployment", namespace, "frigate", "uid-of-frigate"),
        victims,
        "every pod is well",
        pods.stream()
            .map(p -> Instant.parse(p.getMetadata().getCreationTimestamp()))
            .max(Comparator.naturalOrder()));
  }
}
