package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.util.List;

/** A DaemonSet of a test, for one node unless told otherwise. */
final class DaemonSetThing implements Thing {

  private final DaemonSetBuilder set;

  DaemonSetThing(String name) {
    set = new DaemonSetBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .withUid("DaemonSet/" + name)
        .withGeneration(1L)
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .addToMatchLabels("app", name)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .endTemplate()
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .endStatus();
    nodes(1).updated(1);
  }

  DaemonSetThing nodes(int count) {
    set.editStatus().withDesiredNumberScheduled(count).endStatus();
    return updated(count);
  }

  DaemonSetThing updated(int count) {
    set.editStatus().withUpdatedNumberScheduled(count).endStatus();
    return this;
  }

  DaemonSetThing replacing(String most) {
    set.editSpec()
        .withNewUpdateStrategy()
        .withNewRollingUpdate()
        .withMaxUnavailable(new IntOrString(most))
        .endRollingUpdate()
        .endUpdateStrategy()
        .endSpec();
    return this;
  }

  DaemonSetThing notTakenUp() {
    set.editStatus().withObservedGeneration(0L).endStatus();
    return this;
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(set.build());
  }
}
