package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes pods, and makes them anew. */
sealed interface Controller permits DeploymentSeen, StatefulSetSeen, DaemonSetSeen, ReplicaSetSeen {

  HasMetadata object();

  /** As an owner reference names it. */
  String kind();

  /** How many pods it is to have. */
  int desired();

  /** Why it is to have none, if somebody wants it so. */
  Optional<String> off();

  Template template();

  /** Chooses its pods; empty if it does not say. */
  Optional<Selector> selector();

  /** How long a pod must have been ready to count. */
  Duration minReady();

  Rollout rollout();

  /** Why it cannot make pods, if it says so. */
  Optional<String> refused();

  default boolean isPaused() {
    return false;
  }

  default Meta meta() {
    return Meta.of(object());
  }

  /** For people: {@code deployment cams/frigate}. */
  default String words() {
    return kind().toLowerCase(Locale.ROOT) + " " + meta().path();
  }

  /** Whether its own controller has seen its latest change. */
  default boolean isTakenUp(@Nullable Long observedGeneration) {
    return observedGeneration != null && observedGeneration >= meta().generation();
  }

  static Optional<Selector> selector(@Nullable LabelSelector selector) {
    return Optional.ofNullable(selector).map(Selector::of);
  }

  static Duration seconds(@Nullable Integer seconds) {
    return Duration.ofSeconds(Math.max(0, Filled.number(seconds)));
  }

  /** A number of replicas that is left out is one. */
  static int replicas(@Nullable Integer replicas) {
    return replicas == null ? 1 : replicas;
  }
}
