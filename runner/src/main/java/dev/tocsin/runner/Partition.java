package dev.tocsin.runner;

import dev.tocsin.incident.Target;
import dev.tocsin.runner.config.Sha256;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which part of the ledger remembers which target. It depends on names alone, so that a target
 * stays where it is when others come and go; those that wait for each other stay together.
 */
final class Partition {

  private static final int DIGITS = 8;
  private static final int HEXADECIMAL = 16;

  /** By name: another of the same company, nearer to the smallest of it. */
  private final Map<String, String> nearer = new TreeMap<>();

  private final List<List<Target>> parts = new ArrayList<>();

  /**
   * A partition.
   *
   * @param targets all of them, with those that they wait for
   * @param count how many parts, at least 1
   */
  Partition(Collection<Target> targets, int count) {
    targets.forEach(target -> target.after().forEach(other -> join(target.name(), other)));
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    targets.forEach(target -> parts.get(partOf(target.name())).add(target));
  }

  /** The targets of each part, which may have none. */
  List<List<Target>> parts() {
    return parts;
  }

  int partOf(String target) {
    String digits = Sha256.digits(smallest(target), DIGITS);
    return (int) (Long.parseLong(digits, HEXADECIMAL) % parts.size());
  }

  private void join(String one, String other) {
    String a = smallest(one);
    String b = smallest(other);
    if (a.compareTo(b) < 0) {
      nearer.put(b, a);
    } else if (b.compareTo(a) < 0) {
      nearer.put(a, b);
    }
  }

  private String smallest(String name) {
    String at = name;
    while (nearer.containsKey(at)) {
      at = nearer.get(at);
    }
    return at;
  }
}
