package dev.tocsin.k8s.look;

import static java.util.stream.Collectors.toMap;

import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one look read of a cluster.
 *
 * @param owner which installation we are
 * @param now by the API server's clock
 * @param nodes of the cluster; those that are needed, where only one target is looked at
 * @param namespaces by name
 */
record Snapshot(
    String owner, Instant now, Answer<Nodes> nodes, Map<String, NamespaceSeen> namespaces) {

  NamespaceSeen namespace(String name) {
    return namespaces.get(name);
  }

  /** Events that carry our label, from every namespace of which they could be read. */
  List<Event> ours() {
    return namespaces.values().stream()
        .flatMap(seen -> seen.ours().value().stream())
        .flatMap(Notes::all)
        .toList();
  }

  /** The same, with warnings from some namespaces. */
  Snapshot warned(Map<String, Answer<Notes>> warnings) {
    return new Snapshot(
        owner,
        now,
        nodes,
        namespaces.entrySet().stream()
            .collect(toMap(
                Map.Entry::getKey,
                e -> warnings.containsKey(e.getKey())
                    ? e.getValue().warned(warnings.get(e.getKey()))
                    : e.getValue())));
  }
}
