package dev.tocsin.simulation.world;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the watched world remembers of what was done to it. */
final class Deeds {

  /** More than that no cluster keeps, and nothing asks for. */
  private static final int RESTARTS = 64;

  private final Map<String, List<Restart>> restarts = new HashMap<>();
  private final Map<String, IncidentId> told = new HashMap<>();
  private final Map<String, IncidentId> over = new HashMap<>();
  private final Set<IncidentId> gaveUp = new HashSet<>();

  Deeds() {}

  Deeds copy() {
    Deeds copy = new Deeds();
    restarts.forEach((target, all) -> copy.restarts.put(target, new ArrayList<>(all)));
    copy.told.putAll(told);
    copy.over.putAll(over);
    copy.gaveUp.addAll(gaveUp);
    return copy;
  }

  void add(Restart restart) {
    List<Restart> all = restarts.computeIfAbsent(restart.target(), t -> new ArrayList<>());
    if (all.size() == RESTARTS) {
      all.remove(0);
    }
    all.add(restart);
  }

  void add(Notice notice) {
    for (Notice.Member member : notice.members()) {
      String target = member.target();
      switch (notice.kind()) {
        case ALERT -> {
          IncidentId newest = told.merge(target, member.about(), Deeds::newer);
          gaveUp.removeIf(id -> id.target().equals(target) && !id.equals(newest));
        }
        case GAVE_UP -> gaveUp.add(member.about());
        case RECOVERY -> over.merge(target, member.about(), Deeds::newer);
        case REMINDER, BLIND, SIGHT_BACK -> {}
      }
    }
  }

  /** Mails arrive in any order. */
  private static IncidentId newer(IncidentId one, IncidentId other) {
    return other.openedAt().isBefore(one.openedAt()) ? one : other;
  }

  boolean made(String target, String key) {
    for (Restart restart : restarts.getOrDefault(target, List.of())) {
      if (restart.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  Sighting.Witness of(String target, Duration skew) {
    List<Restart> all = restarts.getOrDefault(target, List.of());
    Optional<IncidentId> open =
        Optional.ofNullable(told.get(target)).filter(newest -> !newest.equals(over.get(target)));
    if (all.isEmpty() && open.isEmpty()) {
      return Sighting.Witness.NONE;
    }
    List<Sighting.PastAttempt> past = new ArrayList<>(all.size());
    for (int i = all.size() - 1; i >= 0; i--) {
      past.add(new Sighting.PastAttempt(all.get(i).key(), all.get(i).at().plus(skew)));
    }
    return new Sighting.Witness(past, open.map(this::alert));
  }

  private Sighting.PastAlert alert(IncidentId open) {
    Telling givenUp = gaveUp.contains(open) ? Telling.TOLD : Telling.NOT_DUE;
    return new Sighting.PastAlert(open, givenUp);
  }
}
