package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something in the cluster of a test. */
interface Thing {

  /** The present of every test that has a cluster of its own. */
  Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

  String NAMESPACE = "cams";

  List<HasMetadata> objects();

  static String ago(Duration span) {
    return NOW.minus(span).toString();
  }

  static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }

  Duration A_DAY = Duration.ofDays(1);

  /** The namespace of everything. */
  static Namespace namespace() {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(NAMESPACE)
        .endMetadata()
        .withNewStatus()
        .withPhase("Active")
        .endStatus()
        .build();
  }

  static NodeThing node(String name) {
    return new NodeThing(name);
  }

  /** Of version 1 of the Deployment of that name, ready, on no node yet. */
  static PodThing pod(String app) {
    return new PodThing(app);
  }

  /** With one replica that is available, and its version 1. */
  static DeploymentThing deployment(String name) {
    return new DeploymentThing(name);
  }

  static StatefulSetThing statefulSet(String name) {
    return new StatefulSetThing(name);
  }

  static DaemonSetThing daemonSet(String name) {
    return new DaemonSetThing(name);
  }

  static BudgetThing budget(String name) {
    return new BudgetThing(name);
  }

  /** An Event, for example {@code event("FailedMount").about("Pod", "frigate-1")}. */
  static EventThing event(String reason) {
    return new EventThing(reason);
  }
}
