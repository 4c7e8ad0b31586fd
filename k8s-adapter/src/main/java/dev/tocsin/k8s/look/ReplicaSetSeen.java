package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A ReplicaSet, as it was read: one version of a Deployment, or one that stands alone. */
record ReplicaSetSeen(ReplicaSet object) implements Controller {

  /** The newest version of a Deployment first; one that is taken back gets a new number. */
  static final Comparator<ReplicaSetSeen> NEWEST_FIRST = Comparator.comparing(
          ReplicaSetSeen::revision)
      .thenComparing(set -> set.meta().created().orElse(Instant.MIN))
      .reversed();

  private static final String REVISION = "deployment.kubernetes.io/revision";

  @Override
  public String kind() {
    return "ReplicaSet";
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
  public Rollout rollout() {
    return isTakenUp(status().getObservedGeneration())
        ? Rollout.settled()
        : Rollout.running("a change of " + words() + " is not taken up yet", 0);
  }

  @Override
  public Optional<String> refused() {
    return Filled.list(status().getConditions()).stream()
        .filter(c -> "ReplicaFailure".equals(c.getType()))
        .map(c ->
            Condition.of(c.getStatus(), c.getReason(), c.getMessage(), c.getLastTransitionTime()))
        .filter(Condition::isTrue)
        .map(Condition::words)
        .findFirst();
  }

  private long revision() {
    return meta()
        .annotation(REVISION)
        .filter(number -> number.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  private ReplicaSetSpec spec() {
    return Optional.ofNullable(object.getSpec()).orElseGet(ReplicaSetSpec::new);
  }

  private ReplicaSetStatus status() {
    return Optional.ofNullable(object.getStatus()).orElseGet(ReplicaSetStatus::new);
  }
}
