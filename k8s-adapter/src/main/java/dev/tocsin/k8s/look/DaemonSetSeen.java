package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import io.fabric8.kubernetes.api.model.apps.DaemonSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDaemonSet;
import java.time.Duration;
import java.util.Optional;

/** A DaemonSet, as it was read: one pod on each node that it matches. */
record DaemonSetSeen(DaemonSet object) implements Controller {

  @Override
  public String kind() {
    return "DaemonSet";
  }

  @Override
  public int desired() {
    return Filled.number(status().getDesiredNumberScheduled());
  }

  /** Until it is taken up, nobody knows how many nodes it matches. */
  @Override
  public Optional<String> off() {
    return desired() == 0 && isTakenUp(status().getObservedGeneration())
        ? Optional.of("no node is to run " + words())
        : Optional.empty();
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
    int updated = Filled.number(status().getUpdatedNumberScheduled());
    boolean byHand =
        strategy().map(DaemonSetUpdateStrategy::getType).equals(Optional.of("OnDelete"));
    return byHand || updated >= desired()
        ? Rollout.settled()
        : Rollout.unwatched(
            "a rollout of " + words() + " is running: " + updated + " of " + desired() + " updated",
            spared());
  }

  private int spared() {
    return strategy()
        .map(DaemonSetUpdateStrategy::getRollingUpdate)
        .map(RollingUpdateDaemonSet::getMaxUnavailable)
        .map(most -> Share.of(most, desired()))
        .orElse(1);
  }

  private Optional<DaemonSetUpdateStrategy> strategy() {
    return Optional.ofNullable(spec().getUpdateStrategy());
  }

  @Override
  public Optional<String> refused() {
    return Optional.empty();
  }

  private DaemonSetSpec spec() {
    return Optional.ofNullable(object.getSpec()).orElseGet(DaemonSetSpec::new);
  }

  private DaemonSetStatus status() {
    return Optional.ofNullable(object.getStatus()).orElseGet(DaemonSetStatus::new);
  }
}
