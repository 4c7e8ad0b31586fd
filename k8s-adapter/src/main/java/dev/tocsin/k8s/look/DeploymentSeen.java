package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentCondition;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A Deployment, as it was read. */
record DeploymentSeen(Deployment object) implements Controller {

  private static final String COMPLETE = "NewReplicaSetAvailable";

  @Override
  public String kind() {
    return "Deployment";
  }

  @Override
  public int desired() {
    return Controller.replicas(spec().getReplicas());
  }

  @Override
  public Optional<String> off() {
    return desired() == 0 ? Optional.of(words() + " is scaled to 0") : Optional.empty();
  }

  @Override
  public Template template() {
    return Template.of(spec().getTemplate());
  }

  @Override
  public Optional<Selector> selector() {
    return Controller.selector(spec().getSelector());
  }

  @Override
  public Duration minReady() {
    return Controller.seconds(spec().getMinReadySeconds());
  }

  @Override
  public boolean isPaused() {
    return Filled.yes(spec().getPaused());
  }

  @Override
  public Rollout rollout() {
    int spared = condition("Available").filter(Condition::isTrue).isPresent() ? desired() : 0;
    Optional<Condition> progressing = condition("Progressing");
    if (!isTakenUp(status().getObservedGeneration())) {
      return Rollout.running("a change of " + words() + " is not taken up yet", spared);
    }
    if (progressing.filter(Condition::isFalse).isPresent()) {
      return Rollout.stuck(
          "the rollout of " + words() + " is stuck" + progressing.get().why());
    }
    int updated = Filled.number(status().getUpdatedReplicas());
    if (updated < desired() || Filled.number(status().getReplicas()) > updated) {
      return Rollout.running(running() + ": " + updated + " of " + desired() + " updated", spared);
    }
    return progressing.filter(c -> c.isTrue() && !c.reason().equals(COMPLETE)).isPresent()
        ? Rollout.running(running() + ": its new pods are not available yet", spared)
        : Rollout.settled();
  }

  private String running() {
    return "a rollout of " + words() + " is running";
  }

  @Override
  public Optional<String> refused() {
    return condition("ReplicaFailure").filter(Condition::isTrue).map(Condition::words);
  }

  /** When its latest rollout came on last, as far as it tells. */
  Optional<Instant> progressed() {
    return conditions("Progressing").findFirst().flatMap(c -> Times.at(c.getLastUpdateTime()));
  }

  private Optional<Condition> condition(String type) {
    return conditions(type)
        .findFirst()
        .map(c ->
            Condition.of(c.getStatus(), c.getReason(), c.getMessage(), c.getLastTransitionTime()));
  }

  private Stream<DeploymentCondition> conditions(String type) {
    return Filled.list(status().getConditions()).stream().filter(c -> type.equals(c.getType()));
  }

  private DeploymentSpec spec() {
    return Optional.ofNullable(object.getSpec()).orElseGet(DeploymentSpec::new);
  }

  private DeploymentStatus status() {
    return Optional.ofNullable(object.getStatus()).orElseGet(DeploymentStatus::new);
  }
}
