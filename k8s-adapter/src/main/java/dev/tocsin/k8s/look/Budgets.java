package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The disruption budgets of a namespace, found by a label that they ask for: every target looks for
 * its own among all.
 */
final class Budgets {

  private final Map<Map.Entry<String, String>, List<Budget>> byLabel = new HashMap<>();
  private final List<Budget> others = new ArrayList<>();

  Budgets(List<PodDisruptionBudget> all) {
    all.stream().map(Budget::new).forEach(this::put);
  }

  private void put(Budget budget) {
    budget
        .label()
        .map(label -> byLabel.computeIfAbsent(label, none -> new ArrayList<>()))
        .orElse(others)
        .add(budget);
  }

  /** Those that cover a pod with these labels, in the order of their names. */
  List<Budget> covering(Map<String, String> labels) {
    Stream<Budget> likely =
        labels.entrySet().stream().flatMap(l -> byLabel.getOrDefault(l, List.of()).stream());
    return Stream.concat(likely, others.stream())
        .filter(budget -> budget.covers(labels))
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }
}
