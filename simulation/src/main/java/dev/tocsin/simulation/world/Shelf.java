package dev.tocsin.simulation.world;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where the ledger is, with all that can happen to it. */
final class Shelf {

  private static final int COPIES = 10;

  private final Deque<Ledger> earlier = new ArrayDeque<>(COPIES);
  private Ledger ledger = Ledger.EMPTY;
  private long version;
  private boolean absent = true;
  private boolean damaged;
  private StoreAnswer answer = StoreAnswer.FINE;

  Shelf() {}

  private Shelf(Shelf other) {
    earlier.addAll(other.earlier);
    ledger = other.ledger;
    version = other.version;
    absent = other.absent;
    damaged = other.damaged;
    answer = other.answer;
  }

  Shelf copy() {
    return new Shelf(this);
  }

  /** What is in it, whoever may read it. */
  Ledger ledger() {
    return ledger;
  }

  void answers(StoreAnswer other) {
    answer = other;
  }

  boolean isFine() {
    return answer == StoreAnswer.FINE && !damaged;
  }

  void mend() {
    answer = StoreAnswer.FINE;
  }

  void harm(Harm harm) {
    switch (harm) {
      case DELETED -> put(Ledger.EMPTY, true, false);
      case DAMAGED -> put(Ledger.damaged(), false, true);
      case RESTORED -> put(earlier.isEmpty() ? ledger : earlier.getFirst(), absent, false);
      case TOUCHED -> version++;
    }
  }

  private void put(Ledger next, boolean nothing, boolean unreadable) {
    ledger = next;
    absent = nothing;
    damaged = unreadable;
    version++;
  }

  void pause(String target, Instant until) {
    put(ledger.paused(target, Optional.of(until)), false, damaged);
  }

  /** As the ledger's own document is edited by hand; nothing, where there is no incident. */
  void edit(String target, boolean told) {
    Memory memory = ledger.of(target);
    Optional<Incident> edited = memory
        .incident()
        .filter(i -> told || i.mayBeReset())
        .map(i -> told ? i.silencedByHand() : i.resetByHand(memory.state()));
    if (edited.isPresent()) {
      put(ledger.with(with(memory, edited)), false, damaged);
    }
  }

  private static Memory with(Memory m, Optional<Incident> incident) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        incident,
        m.attempts(),
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  Loaded load() {
    return switch (answer) {
      case DOWN -> new Loaded.Unusable("no answer from the store");
      case NEWER -> new Loaded.Unusable("the ledger's schema 9 is newer than ours, 1");
      default ->
        damaged
            ? new Loaded.Found(ledger, version(), List.of("the ledger is damaged"), List.of())
            : new Loaded.Found(ledger, version());
    };
  }

  /** Every answer but {@code At} may be wrong about what is in it now. */
  Written write(Ledger next, Version base) {
    if (answer == StoreAnswer.TOUCHED && base.equals(version())) {
      version++;
    }
    if (answer == StoreAnswer.DOWN || answer == StoreAnswer.LOSES_WRITES) {
      return new Written.Failed("no answer from the store");
    }
    if (answer == StoreAnswer.READ_ONLY) {
      return new Written.Failed("403 forbidden");
    }
    if (!base.equals(version())) {
      return new Written.Superseded();
    }
    replace(next);
    return answer == StoreAnswer.LOSES_ANSWERS
        ? new Written.Failed("the answer was lost")
        : new Written.At(version());
  }

  private void replace(Ledger next) {
    if (earlier.size() == COPIES) {
      earlier.removeFirst();
    }
    if (!damaged && !absent) {
      earlier.addLast(ledger);
    }
    put(next, false, false);
  }

  private Version version() {
    return absent ? Version.ABSENT : new Version(Long.toString(version));
  }
}
