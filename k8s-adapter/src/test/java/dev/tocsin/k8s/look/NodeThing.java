package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.time.Duration;
import java.util.List;

/** A node of a test: ready for a day, unless told otherwise. */
final class NodeThing implements Thing {

  private final NodeBuilder node;

  NodeThing(String name) {
    node = new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("kubernetes.io/hostname", name)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .endStatus();
    readyFor(A_DAY);
  }

  NodeThing hostname(String hostname) {
    node.editMetadata().addToLabels("kubernetes.io/hostname", hostname).endMetadata();
    return this;
  }

  NodeThing readyFor(Duration span) {
    return says("True", "kubelet is posting ready status", span);
  }

  NodeThing notReady(String message) {
    return says("False", message, Thing.minutes(3));
  }

  /** Its kubelet is dead. */
  NodeThing silent() {
    return says("Unknown", "Kubelet stopped posting node status.", Thing.minutes(3));
  }

  NodeThing says(String ready, String message, Duration since) {
    node.editStatus()
        .withConditions()
        .addNewCondition()
        .withType("Ready")
        .withStatus(ready)
        .withMessage(message)
        .withLastTransitionTime(Thing.ago(since))
        .endCondition()
        .endStatus();
    return this;
  }

  NodeThing saysNothing() {
    node.withStatus(null);
    return this;
  }

  NodeThing cordoned(Duration since) {
    node.editSpec().withUnschedulable(true).endSpec();
    return taint("node.kubernetes.io/unschedulable", "", since);
  }

  NodeThing taint(String key, String value, Duration since) {
    node.editSpec()
        .addNewTaint()
        .withKey(key)
        .withValue(value)
        .withEffect("NoSchedule")
        .withTimeAdded(Thing.ago(since))
        .endTaint()
        .endSpec();
    return this;
  }

  /** Most drainers tell no time. */
  NodeThing taint(String key, String value) {
    node.editSpec()
        .addNewTaint()
        .withKey(key)
        .withValue(value)
        .withEffect("NoSchedule")
        .endTaint()
        .endSpec();
    return this;
  }

  NodeThing annotated(String key, String value) {
    node.editMetadata().addToAnnotations(key, value).endMetadata();
    return this;
  }

  NodeThing leaving() {
    node.editMetadata().withDeletionTimestamp(Thing.ago(Thing.seconds(5))).endMetadata();
    return this;
  }

  Node object() {
    return node.build();
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(object());
  }
}
