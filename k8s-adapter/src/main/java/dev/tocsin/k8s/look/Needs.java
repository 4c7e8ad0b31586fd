package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Kind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be read of a cluster for one target, and so what we must have a right to: to list all
 * of these, to get Deployments, StatefulSets, DaemonSets and nodes too, and the namespace only to
 * get. Nodes are the cluster's, the rest is in its namespace: a Role there is enough.
 *
 * @param namespace where; absent: nothing of a namespace is read
 * @param kinds everything that is read
 */
public record Needs(Optional<String> namespace, Set<Kind<?>> kinds) {

  /** Where Events about nodes live. */
  private static final String OF_NODES = "default";

  public Needs {
    kinds = Set.copyOf(kinds);
  }

  /** What a look at a target reads. */
  public static Needs of(Watched watched) {
    Set<Kind<?>> kinds = new LinkedHashSet<>();
    boolean ofNode = watched.check() instanceof Watched.Check.OfNode;
    if (ofNode || watched.workload().isPresent()) {
      kinds.add(Kind.EVENTS);
    }
    if (!kinds.isEmpty() || watched.asked().node().isPresent()) {
      kinds.add(Kind.NODES);
    }
    watched.workload().ifPresent(workload -> {
      kinds.addAll(makers(workload));
      kinds.addAll(asked(watched));
    });
    return new Needs(
        watched
            .workload()
            .map(Workload::namespace)
            .or(() -> ofNode ? Optional.of(OF_NODES) : Optional.empty()),
        kinds);
  }

  /** What it takes to see a workload, its pods and their nodes. */
  static Needs ofSituation(Workload workload) {
    Set<Kind<?>> kinds = new LinkedHashSet<>(makers(workload));
    kinds.add(Kind.NODES);
    return new Needs(Optional.of(workload.namespace()), kinds);
  }

  private static Set<Kind<?>> makers(Workload workload) {
    return switch (workload.type()) {
      case DEPLOYMENT -> Set.of(Kind.DEPLOYMENTS, Kind.REPLICA_SETS, Kind.PODS);
      case STATEFULSET -> Set.of(Kind.STATEFUL_SETS, Kind.PODS);
      case DAEMONSET -> Set.of(Kind.DAEMON_SETS, Kind.PODS);
      case PODS ->
        Set.of(
            Kind.DEPLOYMENTS, Kind.STATEFUL_SETS, Kind.DAEMON_SETS, Kind.REPLICA_SETS, Kind.PODS);
    };
  }

  private static Set<Kind<?>> asked(Watched watched) {
    Set<Kind<?>> kinds = new LinkedHashSet<>();
    if (watched.asked().asksFor(Fact.NAMESPACE_ACTIVE)) {
      kinds.add(Kind.NAMESPACES);
    }
    if (watched.asked().asksFor(Fact.DISRUPTION_ALLOWED)
        && watched.repairs().containsValue(Repair.EVICT_POD)) {
      kinds.add(Kind.BUDGETS);
    }
    return kinds;
  }
}
