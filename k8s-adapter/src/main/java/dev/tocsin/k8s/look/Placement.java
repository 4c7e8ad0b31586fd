package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a pod may run, as its specification says. */
record Placement(PodSpec spec) {

  static final String HOSTNAME = "kubernetes.io/hostname";

  static Placement of(@Nullable PodSpec spec) {
    return new Placement(Optional.ofNullable(spec).orElseGet(PodSpec::new));
  }

  /** The one node that its node selector or required affinity leaves, by name or host name. */
  Optional<String> pin() {
    return Filled.word(Filled.map(spec.getNodeSelector()).get(HOSTNAME)).or(this::affinity);
  }

  /** Of several terms any may hold: all must name the same node. */
  private Optional<String> affinity() {
    List<NodeSelectorTerm> terms = Optional.ofNullable(spec.getAffinity())
        .map(Affinity::getNodeAffinity)
        .map(NodeAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)
        .map(NodeSelector::getNodeSelectorTerms)
        .map(Filled::list)
        .orElse(List.of());
    List<Optional<String>> named =
        terms.stream().map(Placement::only).distinct().toList();
    return named.size() == 1 ? named.get(0) : Optional.empty();
  }

  private static Optional<String> only(NodeSelectorTerm term) {
    Stream<NodeSelectorRequirement> labels =
        Filled.list(term.getMatchExpressions()).stream().filter(t -> HOSTNAME.equals(t.getKey()));
    Stream<NodeSelectorRequirement> fields =
        Filled.list(term.getMatchFields()).stream().filter(t -> "metadata.name".equals(t.getKey()));
    return Stream.concat(fields, labels)
        .filter(t -> "In".equals(t.getOperator()))
        .map(t -> Filled.list(t.getValues()))
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0))
        .findFirst();
  }

  boolean tolerates(Taint taint) {
    return Filled.list(spec.getTolerations()).stream().anyMatch(t -> tolerates(t, taint));
  }

  private static boolean tolerates(Toleration toleration, Taint taint) {
    String key = Filled.text(toleration.getKey());
    String effect = Filled.text(toleration.getEffect());
    return (effect.isEmpty() || effect.equals(taint.getEffect()))
        && (key.isEmpty() || key.equals(taint.getKey()))
        && valueTolerated(toleration, taint);
  }

  private static boolean valueTolerated(Toleration toleration, Taint taint) {
    String operator = Filled.text(toleration.getOperator());
    boolean equal = Filled.text(toleration.getValue()).equals(Filled.text(taint.getValue()));
    return operator.equals("Exists")
        || (operator.isEmpty() || operator.equals("Equal"))
            && equal
            && Filled.word(toleration.getKey()).isPresent();
  }
}
