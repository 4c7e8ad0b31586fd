package dev.tocsin.scale;

import dev.tocsin.scale.Installation.Measured;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One line of the table.
 *
 * @param namespaces over which the targets are spread
 * @param parts of the ledger
 * @param shards that a round is spread over
 * @param rounds of the same kind, at least one
 */
record Row(
    int targets, int namespaces, long parts, int shards, String situation, List<Measured> rounds) {

  static final List<String> HEAD = List.of(
      "targets",
      "namespaces",
      "parts",
      "shards",
      "round",
      "requests",
      "lists",
      "ledger",
      "Events",
      "KiB in",
      "KiB out",
      "wall",
      "CPU",
      "peak");

  List<String> cells() {
    Measured last = rounds.get(rounds.size() - 1);
    return List.of(
        "" + targets,
        "" + namespaces,
        "" + parts,
        "" + shards,
        situation,
        "" + last.all(),
        "" + last.asked("list", ".*"),
        "" + last.asked(".*", "configmaps"),
        "" + last.asked("create|patch", "events"),
        "" + (last.received() + 512) / 1024,
        "" + (last.sent() + 512) / 1024,
        seconds(Measured::wall),
        seconds(Measured::cpu),
        median(Measured::peak) / (1024 * 1024) + " MiB");
  }

  private String seconds(Function<Measured, Duration> of) {
    return String.format(Locale.ROOT, "%.1f s", median(of).toMillis() / 1000.0);
  }

  private <T extends Comparable<T>> T median(Function<Measured, T> of) {
    List<T> sorted = rounds.stream().map(of).sorted(Comparator.naturalOrder()).toList();
    return sorted.get(sorted.size() / 2);
  }
}
