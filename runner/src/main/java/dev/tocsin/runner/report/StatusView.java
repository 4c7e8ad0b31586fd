package dev.tocsin.runner.report;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Telling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the ledger remembers, as shown.
 *
 * @param at when it was read
 * @param rounds how many there have been; absent: nobody knows, since the ledger was damaged
 * @param lastRound when the last one that counted was; absent before the first
 * @param targets by name: those of the configuration, and those that left it and are remembered
 * @param remarks what a human should know
 */
public record StatusView(
    Instant at,
    Optional<Long> rounds,
    Optional<Instant> lastRound,
    List<Line> targets,
    List<String> remarks) {

  /**
   * One target.
   *
   * @param target its name
   * @param configured false: it left the configuration
   * @param state where it stands
   * @param incident the open one
   * @param since when that began
   * @param symptom what was seen last of it
   * @param alert how it stands with its Alert
   * @param attempts charged to the open incident
   * @param pausedUntil until when a human keeps it quiet
   * @param blindSince since when we cannot see it
   * @param owed what is to be told of it
   */
  public record Line(
      String target,
      boolean configured,
      State state,
      Optional<String> incident,
      Optional<Instant> since,
      Optional<String> symptom,
      Telling alert,
      int attempts,
      Optional<Instant> pausedUntil,
      Optional<Instant> blindSince,
      List<OwedView> owed) {}

  /**
   * The view of a ledger.
   *
   * @param configured names of the targets in the configuration
   * @param recipients who is told of what
   */
  public static StatusView of(
      Ledger ledger,
      List<String> configured,
      Recipients recipients,
      List<String> remarks,
      Instant at) {
    SortedSet<String> names = new TreeSet<>(configured);
    names.addAll(ledger.memories().keySet());
    return new StatusView(
        at,
        Optional.of(ledger.schedule().rounds())
            .filter(n -> n > 0 || ledger.locked().isEmpty()),
        Optional.of(ledger.schedule().lastCounted())
            .filter(t -> ledger.schedule().counted() > 0),
        names.stream()
            .map(n -> line(ledger.of(n), configured.contains(n), ledger, recipients, at))
            .toList(),
        remarks);
  }

  private static Line line(
      Memory memory, boolean configured, Ledger ledger, Recipients recipients, Instant at) {
    Optional<Incident> incident = memory.incident();
    return new Line(
        memory.target(),
        configured,
        memory.state(),
        incident.map(Incident::id).map(IncidentId::toString),
        incident.map(i -> i.opened().at()),
        incident.map(Incident::symptom),
        incident.map(Incident::alert).orElse(Telling.NOT_DUE),
        incident.map(Incident::attempts).orElse(0),
        memory.pausedUntil().filter(at::isBefore),
        blindSince(memory),
        OwedView.of(memory, ledger, recipients));
  }

  static Optional<Instant> blindSince(Memory memory) {
    return memory
        .sight()
        .blindness()
        .filter(b -> memory.sight().blind())
        .map(Sight.Blindness::id)
        .map(IncidentId::openedAt);
  }
}
