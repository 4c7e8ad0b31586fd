package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of a cluster. */
final class Nodes {

  private final Map<String, NodeSeen> byName = new HashMap<>();
  private final Map<String, NodeSeen> byHostname = new HashMap<>();

  Nodes(List<Node> all) {
    for (Node node : all) {
      NodeSeen seen = new NodeSeen(node);
      byName.put(seen.name(), seen);
      seen.hostname().ifPresent(hostname -> byHostname.put(hostname, seen));
    }
  }

  /** The node of that name, or of that host name, which most often is the same. */
  Optional<NodeSeen> find(String name) {
    return Optional.ofNullable(byName.get(name))
        .or(() -> Optional.ofNullable(byHostname.get(name)));
  }
}
