package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Chooses objects by their labels.
 *
 * @param equal labels with the values they must have
 * @param terms what else must hold
 */
record Selector(Map<String, String> equal, List<LabelSelectorRequirement> terms) {

  /** Reads {@code app=frigate,tier==backend}. */
  static Selector parse(String text) {
    Map<String, String> equal = new TreeMap<>();
    for (String term : text.split(",")) {
      String[] sides = term.split("==?", 2);
      equal.put(sides[0], sides[1]);
    }
    return new Selector(equal, List.of());
  }

  static Selector of(LabelSelector selector) {
    Map<String, String> equal = new TreeMap<>();
    Filled.map(selector.getMatchLabels()).forEach((k, v) -> equal.put(k, Filled.text(v)));
    return new Selector(equal, Filled.list(selector.getMatchExpressions()));
  }

  boolean matches(Map<String, String> labels) {
    return equal.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
        && terms.stream().allMatch(term -> holds(term, labels));
  }

  /** A term that we do not know chooses: better one budget too many than one overlooked. */
  private static boolean holds(LabelSelectorRequirement term, Map<String, String> labels) {
    Optional<String> value = Optional.ofNullable(labels.get(Filled.text(term.getKey())));
    boolean among = value.filter(Filled.list(term.getValues())::contains).isPresent();
    return switch (Filled.text(term.getOperator())) {
      case "In" -> among;
      case "NotIn" -> !among;
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
      default -> true;
    };
  }

  /** As a query to the API server. */
  String query() {
    List<String> parts = new ArrayList<>();
    equal.forEach((label, value) -> parts.add(label + "=" + value));
    terms.forEach(term -> parts.addAll(query(term)));
    return String.join(",", parts);
  }

  private static List<String> query(LabelSelectorRequirement term) {
    String values = " (" + String.join(",", Filled.list(term.getValues())) + ")";
    return switch (Filled.text(term.getOperator())) {
      case "In" -> List.of(term.getKey() + " in" + values);
      case "NotIn" -> List.of(term.getKey() + " notin" + values);
      case "Exists" -> List.of(term.getKey());
      case "DoesNotExist" -> List.of("!" + term.getKey());
      default -> List.of();
    };
  }
}
