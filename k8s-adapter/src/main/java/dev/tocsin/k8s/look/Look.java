package dev.tocsin.k8s.look;

import static java.util.stream.Collectors.toMap;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** A look at a cluster that is under way: lists were asked for, and their answers are coming. */
final class Look implements AutoCloseable {

  private final Kubernetes kubernetes;
  private final AtOnce atOnce;
  private final Map<String, NamespaceReading> namespaces = new TreeMap<>();
  private final Supplier<Answer<List<Node>>> nodes;

  private Look(Kubernetes kubernetes, Collection<Watched> watched, Deadline deadline) {
    this.kubernetes = kubernetes;
    this.atOnce = new AtOnce(deadline);
    List<Needs> needs = watched.stream().map(Needs::of).toList();
    this.nodes = needs.stream().anyMatch(need -> need.kinds().contains(Kind.NODES))
        ? atOnce.ask(() -> kubernetes.list(Kind.NODES, deadline))
        : () -> new Answer.Ok<>(List.of());
    Map<String, Set<Kind<?>>> kinds = new TreeMap<>();
    needs.forEach(need -> need.namespace()
        .ifPresent(
            name -> kinds.computeIfAbsent(name, none -> new HashSet<>()).addAll(need.kinds())));
    kinds.forEach((name, needed) -> namespaces.put(name, reading(name, needed)));
  }

  private NamespaceReading reading(String name, Set<Kind<?>> needed) {
    return new NamespaceReading(name, needed, questions(name), kubernetes, atOnce);
  }

  private WideQuestions questions(String namespace) {
    return new WideQuestions(kubernetes, namespace, atOnce.deadline());
  }

  /** Begins to look: a constant number of lists for each namespace. */
  static Look begin(Kubernetes kubernetes, Collection<Watched> watched, Deadline deadline) {
    return new Look(kubernetes, watched, deadline);
  }

  /** Waits for what was asked. */
  Snapshot snapshot(String owner) {
    Answer<Nodes> cluster = nodes.get().map(Nodes::new);
    Map<String, NamespaceSeen> seen = namespaces.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue().seen(new Answer.Ok<>(Notes.NONE))));
    return new Snapshot(owner, kubernetes.time().now(), cluster, seen);
  }

  /** Asks what the cluster warns of, where something is not well. */
  Map<String, Answer<Notes>> warnings(Collection<String> unwell) {
    Map<String, Supplier<Answer<Notes>>> coming = new TreeSet<>(unwell)
        .stream()
            .collect(toMap(
                Function.identity(),
                name -> atOnce.ask(() -> questions(name).warnings("type=Warning"))));
    return coming.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue().get()));
  }

  @Override
  public void close() {
    atOnce.close();
  }
}
