package dev.tocsin.k8s.look;

import java.util.List;

/** Whether the disruption budgets let the next victim be evicted. */
final class Disruption {

  private final Situation situation;

  Disruption(Situation situation) {
    this.situation = situation;
  }

  /** Only evictions ask a budget: deleting a pod and a rollout pass it by. */
  Finding allowed() {
    if (!situation.repairs(Repair.EVICT_POD)) {
      return Finding.met(situation, "no pod is evicted");
    }
    if (situation.namespace().budgets().value().isEmpty()) {
      return Finding.unread(situation, situation.namespace().budgets());
    }
    if (situation.group().value().isEmpty()) {
      return Finding.unread(situation, situation.group());
    }
    List<PodSeen> victims = situation.victims();
    return (victims.isEmpty() ? situation.concerned() : victims)
        .stream()
            .findFirst()
            .map(this::allowed)
            .orElseGet(() -> Finding.unknown(situation, situation + " has no pod"));
  }

  private Finding allowed(PodSeen pod) {
    List<Budget> covering = situation
        .namespace()
        .budgets()
        .value()
        .map(budgets -> budgets.covering(pod.meta().labels()))
        .orElse(List.of());
    if (covering.size() > 1) {
      return Finding.notMet(
          situation,
          pod + " is in more than one disruption budget: " + covering.get(0) + ", "
              + covering.get(1) + ", and can never be evicted");
    }
    return covering.isEmpty()
        ? Finding.met(situation, "no disruption budget covers " + pod)
        : covering.get(0).allows(pod);
  }
}
