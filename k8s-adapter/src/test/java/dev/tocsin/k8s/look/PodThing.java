package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.List;

/** A pod of a test: ready, started a day ago, of version 1 of its Deployment. */
final class PodThing implements Thing {

  private final String app;
  private final PodBuilder pod;
  private final ContainerStatusBuilder container = new ContainerStatusBuilder();

  PodThing(String app) {
    this.app = app;
    this.pod = new PodBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .addToLabels("app", app)
        .withCreationTimestamp(Thing.ago(A_DAY))
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .withPhase("Running")
        .withStartTime(Thing.ago(A_DAY))
        .endStatus();
    container
        .withName(app)
        .withImage("example.org/" + app + ":1")
        .withReady(true)
        .withRestartCount(0)
        .withNewState()
        .withNewRunning()
        .withStartedAt(Thing.ago(A_DAY))
        .endRunning()
        .endState();
    named(app + "-1").ownedBy("ReplicaSet", app + "-v1");
    ready("True", "");
  }

  PodThing named(String name) {
    pod.editMetadata().withName(name).withUid("Pod/" + name).endMetadata();
    return this;
  }

  PodThing ownedBy(String kind, String name) {
    return ownerless().owner(kind, name);
  }

  private PodThing owner(String kind, String name) {
    pod.editMetadata()
        .addNewOwnerReference()
        .withKind(kind)
        .withName(name)
        .withUid(kind + "/" + name)
        .withController(true)
        .endOwnerReference()
        .endMetadata();
    return this;
  }

  PodThing ownerless() {
    pod.editMetadata().withOwnerReferences().endMetadata();
    return this;
  }

  /** Of that version of its Deployment. */
  PodThing version(int number) {
    return ownedBy("ReplicaSet", app + "-v" + number);
  }

  PodThing ordinal(int number) {
    return named(app + "-" + number).ownedBy("StatefulSet", app);
  }

  PodThing on(String node) {
    pod.editSpec().withNodeName(node).endSpec();
    return this;
  }

  PodThing pinnedTo(String node) {
    pod.editSpec().addToNodeSelector("kubernetes.io/hostname", node).endSpec();
    return this;
  }

  PodThing tolerating(String key) {
    pod.editSpec()
        .addNewToleration()
        .withKey(key)
        .withOperator("Exists")
        .endToleration()
        .endSpec();
    return this;
  }

  PodThing label(String name, String value) {
    pod.editMetadata().addToLabels(name, value).endMetadata();
    return this;
  }

  PodThing madeAgo(Duration span) {
    pod.editMetadata().withCreationTimestamp(Thing.ago(span)).endMetadata();
    pod.editStatus().withStartTime(Thing.ago(span)).endStatus();
    return runningFor(span);
  }

  /** Its container was started anew so long ago. */
  PodThing runningFor(Duration span) {
    container
        .editOrNewState()
        .withNewRunning()
        .withStartedAt(Thing.ago(span))
        .endRunning()
        .endState();
    return this;
  }

  private PodThing ready(String status, String message) {
    pod.editStatus()
        .removeMatchingFromConditions(c -> c.getType().equals("Ready"))
        .addNewCondition()
        .withType("Ready")
        .withStatus(status)
        .withMessage(message)
        .withLastTransitionTime(Thing.ago(A_DAY))
        .endCondition()
        .endStatus();
    container.withReady(status.equals("True"));
    return this;
  }

  PodThing readyFor(Duration span) {
    pod.editStatus()
        .withConditions()
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .withLastTransitionTime(Thing.ago(span))
        .endCondition()
        .endStatus();
    return this;
  }

  PodThing notReady() {
    return ready("False", "containers with unready status: [" + app + "]");
  }

  /** No node was found for it. */
  PodThing pending(String message) {
    notReady();
    pod.editStatus()
        .withPhase("Pending")
        .withStartTime(null)
        .addNewCondition()
        .withType("PodScheduled")
        .withStatus("False")
        .withReason("Unschedulable")
        .withMessage(message)
        .endCondition()
        .endStatus();
    container.withState(null).withName(null);
    return this;
  }

  /** Its container waits. */
  PodThing waiting(String reason, String message) {
    notReady();
    pod.editStatus().withPhase("Pending").endStatus();
    container
        .withNewState()
        .withNewWaiting()
        .withReason(reason)
        .withMessage(message)
        .endWaiting()
        .endState();
    return this;
  }

  PodThing lastExit(int code, String reason, int restarts) {
    container
        .withRestartCount(restarts)
        .withNewLastState()
        .withNewTerminated()
        .withExitCode(code)
        .withReason(reason)
        .withMessage("password=canary")
        .endTerminated()
        .endLastState();
    return this;
  }

  PodThing ended(int code) {
    notReady();
    container
        .withNewState()
        .withNewTerminated()
        .withExitCode(code)
        .withReason("Error")
        .endTerminated()
        .endState();
    return this;
  }

  PodThing gate(String condition) {
    pod.editSpec().addNewReadinessGate(condition).endSpec();
    return notReady();
  }

  /** Its grace is over since. */
  PodThing leaving(Duration overSince) {
    notReady();
    pod.editMetadata().withDeletionTimestamp(Thing.ago(overSince)).endMetadata();
    return this;
  }

  PodThing over(String phase, String reason, String message) {
    notReady();
    pod.editStatus().withPhase(phase).withReason(reason).withMessage(message).endStatus();
    return this;
  }

  PodThing annotated(String key, String value) {
    pod.editMetadata().addToAnnotations(key, value).endMetadata();
    return this;
  }

  /** Its kubelet has said nothing yet. */
  PodThing untold() {
    notReady();
    container.withName(null);
    return this;
  }

  Pod object() {
    if (container.getName() != null) {
      pod.editStatus().withContainerStatuses(container.build()).endStatus();
    }
    return pod.build();
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(object());
  }
}
