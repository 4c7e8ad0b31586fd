package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;

/** A StatefulSet of a test, with one revision. */
final class StatefulSetThing implements Thing {

  private final StatefulSetBuilder set;

  StatefulSetThing(String name) {
    set = new StatefulSetBuilder()
        .withNewMetadata()
        .withNamespace(NAMESPACE)
        .withName(name)
        .withUid("StatefulSet/" + name)
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
        .withNewUpdateStrategy()
        .withType("RollingUpdate")
        .endUpdateStrategy()
        .endSpec()
        .withNewStatus()
        .withObservedGeneration(1L)
        .endStatus();
    replicas(1).revisions("r1", "r1", 1);
  }

  StatefulSetThing replicas(int count) {
    set.editSpec().withReplicas(count).endSpec();
    return this;
  }

  StatefulSetThing revisions(String current, String update, int updated) {
    set.editStatus()
        .withCurrentRevision(current)
        .withUpdateRevision(update)
        .withUpdatedReplicas(updated)
        .endStatus();
    return this;
  }

  StatefulSetThing partition(int from) {
    set.editSpec()
        .editUpdateStrategy()
        .withNewRollingUpdate()
        .withPartition(from)
        .endRollingUpdate()
        .endUpdateStrategy()
        .endSpec();
    return this;
  }

  StatefulSetThing onDelete() {
    set.editSpec().editUpdateStrategy().withType("OnDelete").endUpdateStrategy().endSpec();
    return this;
  }

  @Override
  public List<HasMetadata> objects() {
    return List.of(set.build());
  }
}
