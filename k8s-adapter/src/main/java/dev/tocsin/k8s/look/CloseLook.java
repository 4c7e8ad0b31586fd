package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads afresh what belongs to one target, right before it is acted on. */
final class CloseLook implements AutoCloseable {

  /** Of more nodes than that a list is quicker. */
  private static final int FEW = 5;

  /** What is remembered may be no name at all. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][-.a-z0-9]{0,252}");

  private static final Answer<Nodes> NONE = new Answer.Ok<>(new Nodes(List.of()));

  private final Kubernetes kubernetes;
  private final String owner;
  private final AtOnce atOnce;

  private CloseLook(Kubernetes kubernetes, String owner, Deadline deadline) {
    this.kubernetes = kubernetes;
    this.owner = owner;
    this.atOnce = new AtOnce(deadline);
  }

  /** The situation of a target's workload. */
  static Situation situation(
      Kubernetes kubernetes,
      String owner,
      Watched watched,
      Needs needs,
      Known known,
      Deadline deadline) {
    try (CloseLook look = new CloseLook(kubernetes, owner, deadline)) {
      Workload workload = watched.workload().orElseThrow();
      Map<String, NamespaceSeen> seen =
          Map.of(workload.namespace(), look.namespace(workload, needs));
      Situation blind = new Situation(watched, workload, look.snapshot(NONE, seen), known);
      Answer<Nodes> nodes = look.nodes(blind.whereabouts().all());
      return new Situation(watched, workload, look.snapshot(nodes, seen), known);
    }
  }

  /** A node alone. */
  static Ground ground(Kubernetes kubernetes, String node, Asked asked, Deadline deadline) {
    try (CloseLook look = new CloseLook(kubernetes, "", deadline)) {
      Answer<Nodes> nodes = look.nodes(Set.of(node));
      return new Ground(nodes, asked.readyFor(), kubernetes.time().now());
    }
  }

  private Snapshot snapshot(Answer<Nodes> nodes, Map<String, NamespaceSeen> seen) {
    return new Snapshot(owner, kubernetes.time().now(), nodes, seen);
  }

  /** Of the warnings only those that are a precondition. */
  private NamespaceSeen namespace(Workload workload, Needs needs) {
    WideQuestions wide = new WideQuestions(kubernetes, workload.namespace(), atOnce.deadline());
    Questions close = new CloseQuestions(workload, wide, atOnce);
    NamespaceReading reading =
        new NamespaceReading(workload.namespace(), needs.kinds(), close, kubernetes, atOnce);
    Supplier<Answer<Notes>> warnings = needs.kinds().contains(Kind.EVENTS)
        ? atOnce.ask(() -> wide.warnings("type=Warning,reason=FailedCreate"))
        : () -> new Answer.Ok<>(Notes.NONE);
    return reading.seen(warnings.get());
  }

  /** One that is not there under its name may be there under its host name. */
  private Answer<Nodes> nodes(Set<String> names) {
    if (names.size() > FEW || !names.stream().allMatch(NAME.asMatchPredicate())) {
      return all();
    }
    List<Supplier<Answer<Node>>> coming = names.stream().map(this::node).toList();
    List<Node> found = new ArrayList<>();
    for (Supplier<Answer<Node>> one : coming) {
      Answer<Node> answer = one.get();
      if (answer.value().isEmpty()) {
        return answer instanceof Answer.Absent<Node>
            ? all()
            : answer.map(node -> new Nodes(List.of()));
      }
      found.add(answer.value().get());
    }
    return new Answer.Ok<>(new Nodes(found));
  }

  private Supplier<Answer<Node>> node(String name) {
    return atOnce.ask(() -> kubernetes.get(Ref.to(Kind.NODES, name), atOnce.deadline()));
  }

  private Answer<Nodes> all() {
    return kubernetes.list(Kind.NODES, atOnce.deadline()).map(Nodes::new);
  }

  @Override
  public void close() {
    atOnce.close();
  }
}
