package dev.tocsin.runner;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Workloads of a real API server, as their controllers and kubelets would have left them. */
final class Homelab {

  private static final Duration LONG = Duration.ofHours(1);

  private final KubernetesClient client = RealApiServer.client();
  private final String namespace;

  Homelab(String namespace) {
    this.namespace = namespace;
  }

  private static String longAgo() {
    return Instant.now().minus(LONG).toString();
  }

  private <T extends HasMetadata> T made(T object) {
    T created = client.resource(object).create();
    object.getMetadata().setResourceVersion(created.getMetadata().getResourceVersion());
    return client.resource(object).updateStatus();
  }

  private static OwnerReference owner(HasMetadata object) {
    return new OwnerReferenceBuilder()
        .withApiVersion(object.getApiVersion())
        .withKind(object.getKind())
        .withName(object.getMetadata().getName())
        .withUid(object.getMetadata().getUid())
        .withController(true)
        .build();
  }

  private static PodTemplateSpec template(String app) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels(app))
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(app)
        .withImage("example.org/" + app + ":1")
        .endContainer()
        .endSpec()
        .build();
  }

  private static Map<String, String> labels(String app) {
    return Map.of("app", app);
  }

  /** Makes a namespace that is not there yet. */
  static void exists(String namespace) {
    KubernetesClient admin = RealApiServer.client();
    if (admin.namespaces().withName(namespace).get() == null) {
      admin
          .resource(new NamespaceBuilder()
              .withNewMetadata()
              .withName(namespace)
              .endMetadata()
              .build())
          .create();
    }
  }

  /** A node that says this of being ready, and has for an hour. */
  Homelab node(String name, String ready) {
    client.nodes().withName(name).delete();
    made(new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("kubernetes.io/hostname", name)
        .endMetadata()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .withMessage("it is a test")
        .withLastTransitionTime(longAgo())
        .endCondition()
        .endStatus()
        .build());
    client
        .nodes()
        .withName(name)
        .edit(made -> new NodeBuilder(made).editSpec().withTaints().endSpec().build());
    return this;
  }

  /** A Deployment with so many of one pod available. */
  Homelab deployment(String app, String node, int available) {
    var deployment = made(new DeploymentBuilder()
        .withNewMetadata()
        .withName(app)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(labels(app))
        .endSelector()
        .withTemplate(template(app))
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .withReplicas(1)
        .withUpdatedReplicas(1)
        .withReadyReplicas(available)
        .withAvailableReplicas(available)
        .addNewCondition()
        .withType("Progressing")
        .withStatus("True")
        .withReason("NewReplicaSetAvailable")
        .withLastUpdateTime(longAgo())
        .withLastTransitionTime(longAgo())
        .endCondition()
        .endStatus()
        .build());
    ReplicaSet version = made(new ReplicaSetBuilder()
        .withNewMetadata()
        .withName(app + "-1")
        .withNamespace(namespace)
        .withLabels(labels(app))
        .addToAnnotations("deployment.kubernetes.io/revision", "1")
        .withOwnerReferences(owner(deployment))
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withSelector(new LabelSelectorBuilder().withMatchLabels(labels(app)).build())
        .withTemplate(template(app))
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .withReplicas(1)
        .endStatus()
        .build());
    return pod(app + "-1-" + anything(), app, owner(version), node, available);
  }

  Homelab statefulSet(String app, String node, int available) {
    var set = made(new StatefulSetBuilder()
        .withNewMetadata()
        .withName(app)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withReplicas(1)
        .withServiceName(app)
        .withNewSelector()
        .withMatchLabels(labels(app))
        .endSelector()
        .withTemplate(template(app))
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .withReplicas(1)
        .withUpdatedReplicas(1)
        .withReadyReplicas(available)
        .withAvailableReplicas(available)
        .withCurrentRevision("1")
        .withUpdateRevision("1")
        .endStatus()
        .build());
    return pod(app + "-0", app, owner(set), node, available);
  }

  Homelab daemonSet(String app, String node, int available) {
    var set = made(new DaemonSetBuilder()
        .withNewMetadata()
        .withName(app)
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .withMatchLabels(labels(app))
        .endSelector()
        .withTemplate(template(app))
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .withDesiredNumberScheduled(1)
        .withCurrentNumberScheduled(1)
        .withUpdatedNumberScheduled(1)
        .withNumberMisscheduled(0)
        .withNumberReady(available)
        .withNumberAvailable(available)
        .endStatus()
        .build());
    return pod(app + "-" + anything(), app, owner(set), node, available);
  }

  private static String anything() {
    return UUID.randomUUID().toString().substring(0, 5);
  }

  private Homelab pod(String name, String app, OwnerReference owner, String node, int available) {
    made(new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels(app))
        .addToLabels("controller-revision-hash", "1")
        .withOwnerReferences(owner)
        .endMetadata()
        .withSpec(template(app).getSpec())
        .editSpec()
        .withNodeName(node)
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .withStartTime(longAgo())
        .addNewCondition()
        .withType("Ready")
        .withStatus(available == 1 ? "True" : "False")
        .withLastTransitionTime(longAgo())
        .endCondition()
        .addNewContainerStatus()
        .withName(app)
        .withImage("example.org/" + app + ":1")
        .withImageID("1")
        .withReady(available == 1)
        .withRestartCount(0)
        .withNewState()
        .withNewRunning()
        .withStartedAt(longAgo())
        .endRunning()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build());
    return this;
  }

  void configMap(String name, Map<String, String> data) {
    client
        .resource(new ConfigMapBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withData(data)
            .build())
        .create();
  }

  /** All pods of it are available after all. */
  void heal(String app) {
    client.pods().inNamespace(namespace).withLabel("app", app).list().getItems().forEach(pod -> {
      pod.getStatus().getConditions().forEach(condition -> condition.setStatus("True"));
      client.resource(pod).updateStatus();
    });
  }

  /** Kubelets do what was asked of them; whether there was anything to do. */
  boolean reap(String app) {
    var leaving =
        client.pods().inNamespace(namespace).withLabel("app", app).list().getItems().stream()
            .filter(pod -> pod.getMetadata().getDeletionTimestamp() != null)
            .toList();
    leaving.forEach(pod -> client.resource(pod).withGracePeriod(0).delete());
    return !leaving.isEmpty();
  }
}
