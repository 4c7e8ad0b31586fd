package dev.tocsin.k8s.store;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Schedule;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.ledger.LedgerDocument;
import dev.tocsin.ledger.Reading;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Notices that somebody put an older text back, from a backup or from Git. What such a text
 * remembers is not believed: it would open again what is closed, and repair again what was
 * repaired. What the cluster remembers of our deeds is believed instead. Pauses stay, for a human
 * wanted quiet, and nothing is repaired for one window.
 */
final class Restoration {

  private static final String THEREFORE =
      ": restored or re-applied? Nothing of it is believed but pauses, and nothing is repaired for"
          + " one window";

  private final LedgerMap map;
  private final Reading.Readable read;
  private final Authors authors;
  private final String ledger;

  private Restoration(LedgerMap map, Reading.Readable read, Ref<ConfigMap> place) {
    this.map = map;
    this.read = read;
    this.ledger = "the ledger " + place;
    this.authors = Authors.of(map.metadata());
  }

  /**
   * What may be believed of what was read.
   *
   * @param known the last round that we know of: it counts where nobody says who wrote this one
   */
  static Reading.Readable judged(
      LedgerMap map, Reading.Readable read, long known, Ref<ConfigMap> place) {
    return new Restoration(map, read, place).judged(known);
  }

  private Reading.Readable judged(long known) {
    long rounds = read.ledger().schedule().rounds();
    long seen = authors.wrote(LedgerDocument.ROUND) ? rounds : known;
    long highest = Math.max(rounds, Math.max(seen, map.rounds().orElse(0)));
    if (isDamagedAsAWhole()) {
      return new Reading.Readable(from(highest), read.damages(), read.remarks());
    }
    return why(rounds, highest).map(why -> restored(highest, why)).orElseGet(this::targets);
  }

  /** Whatever is to be said of edits in it concerns a ledger that nobody believes. */
  private Reading.Readable restored(long highest, String why) {
    String said = ledger + " went backwards, " + why + THEREFORE;
    return new Reading.Readable(from(highest), read.damages(), List.of(said));
  }

  private Optional<String> why(long rounds, long highest) {
    if (rounds < highest) {
      return Optional.of("round " + rounds + " after " + highest);
    }
    if (map.rounds().isEmpty()) {
      return Optional.of("its annotation " + LedgerMap.ROUNDS + " is missing");
    }
    if (map.isCopy()) {
      return Optional.of("it is a copy of a ConfigMap that was deleted");
    }
    return authors
        .stranger(LedgerDocument.ROUND)
        .map(who -> LedgerDocument.ROUND + " was written by " + who);
  }

  /** Then there is nothing to be believed anyway. */
  private boolean isDamagedAsAWhole() {
    return read.ledger().equals(Ledger.damaged()) && !read.damages().isEmpty();
  }

  /** Nothing but pauses; the rounds are counted on, so that no name of an incident comes twice. */
  private Ledger from(long rounds) {
    Schedule old = read.ledger().schedule();
    long counted = old.counted() + rounds - old.rounds();
    Instant last = authors
        .ourLastWrite()
        .filter(at -> at.isAfter(old.lastCounted()))
        .orElse(old.lastCounted());
    Ledger paused = Ledger.EMPTY;
    for (Memory memory : read.ledger().memories().values()) {
      paused = paused.paused(memory.target(), memory.pausedUntil());
    }
    return new Ledger(
        new Schedule(rounds, counted, last, old.gaps()),
        paused.memories(),
        List.of(),
        Optional.of(Moment.LATEST));
  }

  /** A human changes a target's text with an editor; whoever applies one puts an old one back. */
  private Reading.Readable targets() {
    SortedMap<String, Memory> memories = new TreeMap<>(read.ledger().memories());
    List<String> remarks = new ArrayList<>(read.remarks());
    memories.replaceAll((target, memory) -> authors
        .applier(target)
        .map(who -> {
          remarks.add(target + " in " + ledger + " was written by " + who + THEREFORE);
          return Memory.damaged(target).pausedUntil(memory.pausedUntil());
        })
        .orElse(memory));
    Ledger old = read.ledger();
    return new Reading.Readable(
        new Ledger(old.schedule(), memories, old.notices(), old.locked()), read.damages(), remarks);
  }
}
