package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.time.Duration;
import java.util.Optional;

/** A StatefulSet, as it was read. */
record StatefulSetSeen(StatefulSet object) implements Controller {

  @Override
  public String kind() {
    return "StatefulSet";
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

  /** Nobody says when one is stuck; it replaces one pod at a time unless told otherwise. */
  @Override
  public Rollout rollout() {
    if (!isTakenUp(status().getObservedGeneration())) {
      return Rollout.unwatched("a change of " + words() + " is not taken up yet", spared());
    }
    int updated = Filled.number(status().getUpdatedReplicas());
    return "OnDelete".equals(strategy().getType()) || isComplete(updated)
        ? Rollout.settled()
        : Rollout.unwatched(
            "a rollout of " + words() + " is running: " + updated + " of " + desired() + " updated",
            spared());
  }

  /** With a partition some pods keep the old version; without, the old version is forgotten. */
  private boolean isComplete(int updated) {
    String newest = Filled.text(status().getUpdateRevision());
    int partition = partition();
    return !newest.isEmpty() && newest.equals(status().getCurrentRevision())
        || partition > 0 && updated >= desired() - partition;
  }

  private int partition() {
    return rolling().map(RollingUpdateStatefulSetStrategy::getPartition).orElse(0);
  }

  private int spared() {
    return rolling()
        .map(RollingUpdateStatefulSetStrategy::getMaxUnavailable)
        .map(most -> Share.of(most, desired()))
        .orElse(1);
  }

  private Optional<RollingUpdateStatefulSetStrategy> rolling() {
    return Optional.ofNullable(strategy().getRollingUpdate());
  }

  private StatefulSetUpdateStrategy strategy() {
    return Optional.ofNullable(spec().getUpdateStrategy())
        .orElseGet(StatefulSetUpdateStrategy::new);
  }

  @Override
  public Optional<String> refused() {
    return Optional.empty();
  }

  private StatefulSetSpec spec() {
    return Optional.ofNullable(object.getSpec()).orElseGet(StatefulSetSpec::new);
  }

  private StatefulSetStatus status() {
    return Optional.ofNullable(object.getStatus()).orElseGet(StatefulSetStatus::new);
  }
}
