package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A namespace that is being read: what was asked is on its way. */
final class NamespaceReading {

  private final String name;
  private final Set<Kind<?>> needed;
  private final Questions questions;
  private final AtOnce atOnce;

  private final Supplier<Answer<Namespace>> itself;
  private final Supplier<Answer<List<Deployment>>> deployments;
  private final Supplier<Answer<List<StatefulSet>>> statefulSets;
  private final Supplier<Answer<List<DaemonSet>>> daemonSets;
  private final Supplier<Answer<List<ReplicaSet>>> replicaSets;
  private final Supplier<Answer<List<Pod>>> pods;
  private final Supplier<Answer<List<PodDisruptionBudget>>> budgets;
  private final Supplier<Answer<List<Event>>> ours;

  /** Asks for what is needed, and not for anything else: that is as good as an empty list. */
  NamespaceReading(
      String name, Set<Kind<?>> needed, Questions questions, Kubernetes kubernetes, AtOnce atOnce) {
    this.name = name;
    this.needed = needed;
    this.questions = questions;
    this.atOnce = atOnce;
    this.pods = ask(Kind.PODS);
    this.replicaSets = ask(Kind.REPLICA_SETS);
    this.deployments = ask(Kind.DEPLOYMENTS);
    this.statefulSets = ask(Kind.STATEFUL_SETS);
    this.daemonSets = ask(Kind.DAEMON_SETS);
    this.ours = ask(Kind.EVENTS);
    this.budgets = ask(Kind.BUDGETS);
    this.itself = needed.contains(Kind.NAMESPACES)
        ? atOnce.ask(() -> kubernetes.get(Ref.to(Kind.NAMESPACES, name), atOnce.deadline()))
        : () -> new Answer.Ok<>(new Namespace());
  }

  private <T extends HasMetadata> Supplier<Answer<List<T>>> ask(Kind<T> kind) {
    return needed.contains(kind)
        ? atOnce.ask(() -> questions.list(kind))
        : () -> new Answer.Ok<>(List.of());
  }

  /** Waits for all that was asked. */
  NamespaceSeen seen(Answer<Notes> warnings) {
    return new NamespaceSeen(
        name,
        itself.get(),
        new Controllers(deployments.get(), statefulSets.get(), daemonSets.get(), replicaSets.get()),
        pods.get().map(Pods::new),
        budgets.get().map(Budgets::new),
        ours.get().map(Notes::new),
        warnings);
  }
}
