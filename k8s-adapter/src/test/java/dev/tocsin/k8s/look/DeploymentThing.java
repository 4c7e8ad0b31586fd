package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A Deployment of a test: complete, with one replica, made a day ago. */
final class DeploymentThing implements Thing {

  private final String name;
  private final DeploymentBuilder deployment;
  private final List<ReplicaSetBuilder> versions = new ArrayList<>();

  DeploymentThing(String name) {
    this.name = name;
    this.deployment = new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .withUid("Deployment/" + name)
        .withGeneration(1L)
        .withCreationTimestamp(Thing.ago(A_DAY))
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .addToMatchLabels("app", name)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .endTemplate()
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .endStatus();
    replicas(1).progressing("True", "NewReplicaSetAvailable", "", A_DAY);
    available("True").version(1, A_DAY);
  }

  /** So many are wanted, and so many are updated. */
  DeploymentThing replicas(int count) {
    deployment.editSpec().withReplicas(count).endSpec();
    return updated(count, count);
  }

  DeploymentThing updated(int updated, int all) {
    deployment.editStatus().withUpdatedReplicas(updated).withReplicas(all).endStatus();
    return this;
  }

  DeploymentThing minReady(int seconds) {
    deployment.editSpec().withMinReadySeconds(seconds).endSpec();
    return this;
  }

  DeploymentThing available(String status) {
    return condition("Available", status, "", "", A_DAY);
  }

  DeploymentThing progressing(String status, String reason, String message, Duration ago) {
    return condition("Progressing", status, reason, message, ago);
  }

  DeploymentThing condition(
      String type, String status, String reason, String message, Duration ago) {
    deployment
        .editStatus()
        .removeMatchingFromConditions(c -> c.getType().equals(type))
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withMessage(message)
        .withLastUpdateTime(Thing.ago(ago))
        .withLastTransitionTime(Thing.ago(ago))
        .endCondition()
        .endStatus();
    return this;
  }

  DeploymentThing paused() {
    deployment.editSpec().withPaused(true).endSpec();
    return this;
  }

  DeploymentThing leaving() {
    deployment.editMetadata().withDeletionTimestamp(Thing.ago(Thing.seconds(1))).endMetadata();
    return this;
  }

  /** Its own controller has not seen its latest change. */
  DeploymentThing notTakenUp() {
    deployment.editMetadata().withGeneration(2L).endMetadata();
    return this;
  }

  DeploymentThing pinnedTo(String node) {
    deployment
        .editSpec()
        .editTemplate()
        .editSpec()
        .addToNodeSelector("kubernetes.io/hostname", node)
        .endSpec()
        .endTemplate()
        .endSpec();
    return this;
  }

  DeploymentThing template(String annotation, String value) {
    deployment
        .editSpec()
        .editTemplate()
        .editMetadata()
        .addToAnnotations(annotation, value)
        .endMetadata()
        .endTemplate()
        .endSpec();
    return this;
  }

  /** A version of it, made so long ago. */
  DeploymentThing version(int number, Duration ago) {
    return version(number, ago, version -> version);
  }

  DeploymentThing version(int number, Duration ago, UnaryOperator<ReplicaSetBuilder> change) {
    versions.add(change.apply(new ReplicaSetBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name + "-v" + number)
        .withUid("ReplicaSet/" + name + "-v" + number)
        .addToLabels("app", name)
        .withCreationTimestamp(Thing.ago(ago))
        .addToAnnotations("deployment.kubernetes.io/revision", Integer.toString(number))
        .addNewOwnerReference()
        .withKind("Deployment")
        .withName(name)
        .withUid("Deployment/" + name)
        .withController(true)
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        .withReplicas(0)
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .endTemplate()
        .endSpec()));
    return this;
  }

  /** A version that somebody's attempt made. */
  DeploymentThing attempted(int number, Duration ago, String owner, String key) {
    return version(
        number,
        ago,
        version -> version
            .editSpec()
            .editTemplate()
            .editMetadata()
            .addToAnnotations("tocsin.dev/attempt", key)
            .addToAnnotations("tocsin.dev/owner", owner)
            .endMetadata()
            .endTemplate()
            .endSpec());
  }

  @Override
  public List<HasMetadata> objects() {
    List<HasMetadata> all = new ArrayList<>();
    all.add(deployment.build());
    versions.forEach(version -> all.add(version.build()));
    return all;
  }
}
