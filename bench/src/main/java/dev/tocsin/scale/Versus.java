package dev.tocsin.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the rounds of one contender took. */
final class Versus {

  static final List<String> HEAD = List.of(
      "targets",
      "round",
      "by",
      "wall, min",
      "median",
      "ratio",
      "CPU, min",
      "median",
      "ratio",
      "peak");

  private final String name;
  private final List<Timed> rounds = new ArrayList<>();

  Versus(String name) {
    this.name = name;
  }

  void add(Timed round) {
    rounds.add(round);
  }

  /** Ratios are of medians, to another one's. */
  List<String> cells(int targets, String situation, Versus other) {
    ToDoubleFunction<Timed> wall = t -> t.wall().toMillis() / 1000.0;
    ToDoubleFunction<Timed> cpu = t -> t.cpu().toMillis() / 1000.0;
    return List.of(
        "" + targets,
        situation,
        name,
        shown("%.2f s", sorted(wall).get(0)),
        shown("%.2f s", median(wall)),
        shown("%.2f", median(wall) / other.median(wall)),
        shown("%.2f s", sorted(cpu).get(0)),
        shown("%.2f s", median(cpu)),
        shown("%.2f", median(cpu) / other.median(cpu)),
        shown("%.0f MiB", median(Timed::peak) / (1024 * 1024)));
  }

  private double median(ToDoubleFunction<Timed> of) {
    return sorted(of).get(rounds.size() / 2);
  }

  private List<Double> sorted(ToDoubleFunction<Timed> of) {
    return rounds.stream()
        .map(of::applyAsDouble)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static String shown(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
