package dev.tocsin.k8s.act;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import dev.tocsin.k8s.witness.Subject;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;

/** Where the API server keeps what a target is about. */
public final class Workloads {

  private Workloads() {}

  /** Absent for pods by their labels: there is no one object that runs them. */
  static Optional<Ref<? extends HasMetadata>> ref(Workload workload) {
    return switch (workload.type()) {
      case DEPLOYMENT -> named(Kind.DEPLOYMENTS, workload);
      case STATEFULSET -> named(Kind.STATEFUL_SETS, workload);
      case DAEMONSET -> named(Kind.DAEMON_SETS, workload);
      case PODS -> Optional.empty();
    };
  }

  private static Optional<Ref<? extends HasMetadata>> named(
      Kind<? extends HasMetadata> kind, Workload workload) {
    return Optional.of(new Ref<>(kind, workload.namespace(), workload.name()));
  }

  /** The object that a target's Events are about, if there is one: it is read for its uid. */
  public static Optional<Ref<? extends HasMetadata>> ref(Watched target) {
    return target.workload().isPresent()
        ? target.workload().flatMap(Workloads::ref)
        : node(target).map(name -> Ref.to(Kind.NODES, name));
  }

  /**
   * What Events are about, as far as the configuration says; pods by their labels: nothing else
   * than their namespace lasts.
   */
  static Optional<Subject> subject(Watched target) {
    return target.workload().isPresent()
        ? target.workload().map(Workloads::subject)
        : node(target).map(name -> new Subject("v1", "Node", "", name, ""));
  }

  private static Subject subject(Workload workload) {
    String in = workload.namespace();
    return switch (workload.type()) {
      case DEPLOYMENT -> new Subject("apps/v1", "Deployment", in, workload.name(), "");
      case STATEFULSET -> new Subject("apps/v1", "StatefulSet", in, workload.name(), "");
      case DAEMONSET -> new Subject("apps/v1", "DaemonSet", in, workload.name(), "");
      case PODS -> new Subject("v1", "Namespace", in, in, "");
    };
  }

  private static Optional<String> node(Watched target) {
    return target.check() instanceof Watched.Check.OfNode check
        ? Optional.of(check.node())
        : Optional.empty();
  }
}
