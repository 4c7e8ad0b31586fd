package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;

/** A disruption budget of a test, over the pods of the Deployment of its name. */
final class BudgetThing implements Thing {

  private final PodDisruptionBudgetBuilder budget;

  BudgetThing(String name) {
    budget = new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .withGeneration(1L)
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .addToMatchLabels("app", name)
        .endSelector()
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .endStatus();
  }

  /** A selector without terms covers all pods of the namespace. */
  BudgetThing overAll() {
    budget.editSpec().withNewSelector().endSelector().endSpec();
    return this;
  }

  BudgetThing over(String app) {
    budget
        .editSpec()
        .withNewSelector()
        .addToMatchLabels("app", app)
        .endSelector()
        .endSpec();
    return this;
  }

  BudgetThing allows(int more) {
    budget.editStatus().withDisruptionsAllowed(more).endStatus();
    return this;
  }

  BudgetThing healthy(int now, int needed) {
    budget.editStatus().withCurrentHealthy(now).withDesiredHealthy(needed).endStatus();
    return this;
  }

  BudgetThing unhealthy(String policy) {
    budget.editSpec().withUnhealthyPodEvictionPolicy(policy).endSpec();
    return this;
  }

  BudgetThing notReckoned() {
    budget.editMetadata().withGeneration(2L).endMetadata();
    return this;
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(budget.build());
  }
}
