package dev.tocsin.email;

import dev.tocsin.email.Verdict.Fate;
import dev.tocsin.incident.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The verdicts on all copies of one notice, and the one outcome that they make. */
final class Verdicts {

  private final Map<String, Verdict> byRecipient = new LinkedHashMap<>();
  private final Set<String> before;

  /**
   * No verdict yet.
   *
   * @param before recipients settled in earlier rounds
   */
  Verdicts(Set<String> before) {
    this.before = before;
  }

  void add(String recipient, Verdict verdict) {
    byRecipient.put(recipient, verdict);
  }

  /** That on one of those for whom there is one. */
  Verdict of(String recipient) {
    return Objects.requireNonNull(byRecipient.get(recipient));
  }

  /** The outcome speaks of the worst that happened to anybody; the rest is in {@code reached}. */
  Outcome outcome() {
    if (any(Fate.UNCLEAR)) {
      return new Outcome.Unclear(detail(), reached());
    }
    if (any(Fate.NOT_DONE)) {
      return new Outcome.NotDone(detail(), reached());
    }
    if (any(Fate.REFUSED)) {
      return new Outcome.Refused(detail(), reached());
    }
    return anyDelivered() || !before.isEmpty()
        ? new Outcome.Done(detail())
        : new Outcome.Rejected(detail());
  }

  boolean anyDelivered() {
    return byRecipient.values().stream().anyMatch(Verdict::delivered);
  }

  private boolean any(Fate fate) {
    return byRecipient.values().stream().anyMatch(v -> v.fate() == fate);
  }

  private Set<String> reached() {
    return byRecipient.entrySet().stream()
        .filter(e -> e.getValue().settled())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** What went wrong first, and how many have it: details may be cut. */
  private String detail() {
    Map<String, List<String>> troubles = new LinkedHashMap<>();
    byRecipient.forEach((recipient, verdict) -> {
      if (verdict.fate() != Fate.DELIVERED) {
        troubles.computeIfAbsent(verdict.detail(), d -> new ArrayList<>()).add(recipient);
      }
    });
    long delivered = byRecipient.values().stream().filter(Verdict::delivered).count();
    List<String> parts = new ArrayList<>();
    troubles.forEach((detail, who) -> parts.add(String.join(", ", who) + ": " + detail));
    parts.add("mailed to " + delivered + " of " + byRecipient.size());
    return String.join("; ", parts);
  }
}
