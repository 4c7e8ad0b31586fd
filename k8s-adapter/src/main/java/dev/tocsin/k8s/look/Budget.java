package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import java.util.Map;
import java.util.Optional;

/**
 * A disruption budget, as it was read.
 *
 * @param selector of its pods; of none if it has none
 */
record Budget(PodDisruptionBudget budget, Optional<Selector> selector) {

  Budget(PodDisruptionBudget budget) {
    this(
        budget,
        Optional.ofNullable(budget.getSpec())
            .flatMap(spec -> Controller.selector(spec.getSelector())));
  }

  boolean covers(Map<String, String> labels) {
    return selector.filter(s -> s.matches(labels)).isPresent();
  }

  /** A label that every pod has which it covers. */
  Optional<Map.Entry<String, String>> label() {
    return selector.flatMap(s -> s.equal().entrySet().stream().findFirst());
  }

  /** Whether the API server would let one more pod be evicted, by the rules that it goes by. */
  Finding allows(PodSeen pod) {
    if (pod.phase().equals("Pending")) {
      return Finding.met(this, this + " does not count " + pod + ", which does not run");
    }
    if (!pod.saysReady() && unreadyMayGo()) {
      return Finding.met(this, this + " allows " + pod + " to go, which is not ready");
    }
    if (Filled.number(status().getObservedGeneration()) < Meta.of(budget).generation()) {
      return Finding.notMet(this, this + " is not reckoned yet");
    }
    return Filled.number(status().getDisruptionsAllowed()) > 0
        ? Finding.met(this, this + " allows one more to go")
        : Finding.notMet(this, this + " allows no eviction now, " + counts());
  }

  /** A policy that we do not know is as strict as can be. */
  private boolean unreadyMayGo() {
    String policy = Filled.word(spec().getUnhealthyPodEvictionPolicy()).orElse("IfHealthyBudget");
    return policy.equals("AlwaysAllow")
        || policy.equals("IfHealthyBudget") && needed() > 0 && healthy() >= needed();
  }

  private String counts() {
    return healthy() + " healthy of " + needed() + " needed";
  }

  private int healthy() {
    return Filled.number(status().getCurrentHealthy());
  }

  private int needed() {
    return Filled.number(status().getDesiredHealthy());
  }

  private PodDisruptionBudgetSpec spec() {
    return Optional.ofNullable(budget.getSpec()).orElseGet(PodDisruptionBudgetSpec::new);
  }

  private PodDisruptionBudgetStatus status() {
    return Optional.ofNullable(budget.getStatus()).orElseGet(PodDisruptionBudgetStatus::new);
  }

  /** For people: {@code disruption budget cams/frigate}. */
  @Override
  public String toString() {
    return "disruption budget " + Meta.of(budget).path();
  }
}
