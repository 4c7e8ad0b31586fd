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
  private static final int KEPT = 64;

  private final Map<String, List<Restart>> restarts = new HashMap<>();
  private final Map<String, IncidentId> told = new HashMap<>();
  private final Map<String, List<IncidentId>> over = new HashMap<>();
  private final Set<IncidentId> gaveUp = new HashSet<>();

  Deeds() {}

  Deeds copy() {
    Deeds copy = new Deeds();
    restarts.forEach((target, all) -> copy.restarts.put(target, new ArrayList<>(all)));
    copy.told.putAll(told);
    over.forEach((target, all) -> copy.over.put(target, new ArrayList<>(all)));
    copy.gaveUp.addAll(gaveUp);
    return copy;
  }

  void add(Restart restart) {
    add(restarts, restart.target(), restart);
  }

  void add(Notice notice) {
    for (Notice.Member member : notice.members()) {
      String target = member.target();
      switch (notice.kind()) {
        case ALERT -> {
          told.put(target, member.about());
          gaveUp.removeIf(id -> id.target().equals(target) && !id.equals(member.about()));
        }
        case GAVE_UP -> gaveUp.add(member.about());
        case RECOVERY -> add(over, target, member.about());
        case REMINDER, BLIND, SIGHT_BACK -> {}
      }
    }
  }

  private static <T> void add(Map<String, List<T>> lists, String target, T last) {
    List<T> all = lists.computeIfAbsent(target, t -> new ArrayList<>());
    if (all.size() == KEPT) {
      all.remove(0);
    }
    all.add(last);
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
    List<IncidentId> ended = over.getOrDefault(target, List.of());
    Optional<IncidentId> open =
        Optional.ofNullable(told.get(target)).filter(last -> !ended.contains(last));
    if (all.isEmpty() && open.isEmpty() && ended.isEmpty()) {
      return Sighting.Witness.NONE;
    }
    List<Sighting.PastAttempt> past = new ArrayList<>(all.size());
    for (int i = all.size() - 1; i >= 0; i--) {
      past.add(new Sighting.PastAttempt(all.get(i).key(), all.get(i).at().plus(skew)));
    }
    return new Sighting.Witness(past, open.map(this::alert), ended);
  }

  private Sighting.PastAlert alert(IncidentId open) {
    Telling givenUp = gaveUp.contains(open) ? Telling.TOLD : Telling.NOT_DUE;
    return new Sighting.PastAlert(open, givenUp);
  }
}
