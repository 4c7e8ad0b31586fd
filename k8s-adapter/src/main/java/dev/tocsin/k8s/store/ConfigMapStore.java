package dev.tocsin.k8s.store;

import dev.tocsin.incident.Ledger;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.round.IncidentStore;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Optional;

/** Keeps the ledger in a ConfigMap. */
public final class ConfigMapStore implements IncidentStore {

  private final Kubernetes kubernetes;
  private final Ref<ConfigMap> place;
  private final String writer;
  private final Optional<StoryLedger> before;

  /**
   * A store in this ConfigMap, which need not exist; its namespace must.
   *
   * @param writer who writes, for people who read it, for example the pod's name
   * @param before the ledger of the story's own checker, read once, where there is none of ours
   */
  public ConfigMapStore(
      Kubernetes kubernetes, Ref<ConfigMap> place, String writer, Optional<StoryLedger> before) {
    this.kubernetes = kubernetes;
    this.place = place;
    this.writer = writer;
    this.before = before;
  }

  @Override
  public Loaded load() {
    throw new IllegalStateException(kubernetes + " " + place + " " + writer + " " + before);
  }

  @Override
  public Written write(Ledger next, Version base) {
    throw new IllegalStateException(kubernetes + " " + place + " " + writer + " " + before);
  }
}
