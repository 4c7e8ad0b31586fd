package dev.tocsin.runner.check;

import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Judges answers by conditions, each compiled once. */
final class Conditions {

  private final ConcurrentMap<String, Condition> compiled = new ConcurrentHashMap<>();

  /** Why an answer does not satisfy them all: the first that is not true. */
  Optional<String> unmet(List<String> expressions, int status, Duration latency, byte[] body) {
    List<Condition> conditions = expressions.stream()
        .map(text -> compiled.computeIfAbsent(text, Condition::new))
        .toList();
    Map<String, Object> facts = new HashMap<>();
    facts.put("status", (double) status);
    facts.put("latency", latency.toNanos() / 1e9);
    if (conditions.stream().anyMatch(Condition::readsBody)) {
      Optional<Object> json = new Json(NullValue.NULL_VALUE).read(body);
      if (json.isEmpty()) {
        return Optional.of("the answer is not JSON");
      }
      facts.put("body", json.get());
    }
    return conditions.stream().flatMap(c -> c.unmet(facts).stream()).findFirst();
  }
}
