package dev.tocsin.k8s.act;

import dev.tocsin.k8s.act.Candidates.Victim;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;

/**
 * How a pod is taken away. It gets its own grace period, and only the very pod that was diagnosed
 * is meant.
 */
enum Removal {
  /** A disruption budget may say no. */
  EVICT("evicted") {
    @Override
    Answer<String> remove(Kubernetes kubernetes, Victim victim, Deadline deadline) {
      var eviction = new EvictionBuilder()
          .withNewMetadata()
          .withName(victim.pod().name())
          .withNamespace(victim.pod().namespace())
          .endMetadata()
          .withDeleteOptions(new DeleteOptionsBuilder()
              .withNewPreconditions()
              .withUid(victim.pod().uid())
              .endPreconditions()
              .build())
          .build();
      return kubernetes.post(pod(victim), "eviction", eviction, deadline);
    }
  },
  /** Past every disruption budget; not if anything about the pod changed since it was diagnosed. */
  DELETE("deleted") {
    @Override
    Answer<String> remove(Kubernetes kubernetes, Victim victim, Deadline deadline) {
      DeleteOptions options = new DeleteOptionsBuilder()
          .withNewPreconditions()
          .withUid(victim.pod().uid())
          .withResourceVersion(victim.version())
          .endPreconditions()
          .build();
      return kubernetes.delete(pod(victim), options, deadline);
    }
  };

  private final String done;

  Removal(String done) {
    this.done = done;
  }

  abstract Answer<String> remove(Kubernetes kubernetes, Victim victim, Deadline deadline);

  /** For people, what was done. */
  String done() {
    return done;
  }

  private static Ref<Pod> pod(Victim victim) {
    return new Ref<>(Kind.PODS, victim.pod().namespace(), victim.pod().name());
  }
}
