package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * What is known of nodes by their names.
 *
 * @param readyFor how long a node must have been Ready
 */
record Ground(Answer<Nodes> nodes, Duration readyFor, Instant now) {

  Finding ready(String node) {
    return find(node, seen -> seen.ready(readyFor, now));
  }

  /** Whether nobody closed it: it is neither cordoned nor drained. */
  Finding open(String node) {
    return find(node, NodeSeen::open);
  }

  /** Whether it is open, and a pod may be put there. */
  Finding schedulable(String node, Placement pod) {
    return find(node, seen -> seen.schedulable(pod));
  }

  private Finding find(String name, Function<NodeSeen, Finding> fact) {
    return nodes
        .value()
        .map(all -> all.find(name)
            .map(fact)
            .orElseGet(() -> Finding.notMet("node " + name, "there is no node " + name)))
        .orElseGet(() -> Finding.unknown("the cluster's nodes", nodes.words()));
  }
}
