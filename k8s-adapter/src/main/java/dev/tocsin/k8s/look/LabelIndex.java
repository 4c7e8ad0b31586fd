package dev.tocsin.k8s.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds by labels without asking everyone: thousands of targets may look in one namespace. */
final class LabelIndex<T> {

  private final List<T> all;
  private final Function<T, Map<String, String>> labels;
  private final Map<Map.Entry<String, String>, List<T>> by = new HashMap<>();

  LabelIndex(List<T> all, Function<T, Map<String, String>> labels) {
    this.all = all;
    this.labels = labels;
    for (T one : all) {
      labels.apply(one).forEach((label, value) -> add(label, value, one));
    }
  }

  private void add(String label, String value, T one) {
    by.computeIfAbsent(Map.entry(label, Filled.text(value)), none -> new ArrayList<>())
        .add(one);
  }

  List<T> chosenBy(Selector selector) {
    return fewest(selector).stream()
        .filter(one -> selector.matches(labels.apply(one)))
        .toList();
  }

  private List<T> fewest(Selector selector) {
    return selector.equal().entrySet().stream()
        .map(wanted -> by.getOrDefault(Map.entry(wanted.getKey(), wanted.getValue()), List.of()))
        .min(Comparator.comparing(List::size))
        .orElse(all);
  }
}
