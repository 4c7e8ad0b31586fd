package dev.tocsin.ledger;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Samples;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Trust;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The written form of one target's memory: what people look at, and edit, comes first. */
final class TargetDocument {

  private static final int NOTICES_AT_MOST = 50;

  private TargetDocument() {}

  static JsonNode write(Memory memory) {
    return new Sheet()
        .text("state", memory.state().name())
        .flag("alert_sent_for_incident", memory.incident().map(HandEdit::alertSent))
        .text("paused_until", memory.pausedUntil())
        .sheet("incident", memory.incident().map(IncidentDocument::write))
        .sheet("samples", SightDocument.write(memory.samples()))
        .sheet("attempts", AttemptsDocument.write(memory.attempts()))
        .moments("setbacks", memory.trust().setbacks())
        .sheet("sight", SightDocument.write(memory.sight()))
        .sheet("recovery_owed", memory.recovery().map(IncidentDocument::write))
        .moments("notices_lately", memory.notices())
        .json();
  }

  /**
   * Reads it back, with what a human changed in it.
   *
   * @throws Damage if it is impossible
   */
  static Memory read(String target, JsonNode json, Findings findings) {
    Memory memory = Fields.of(target, json).checked(fields -> memory(target, fields, findings));
    requireOrdered(memory);
    requireOwn(target, memory.incident().map(Incident::id));
    requireOwn(target, memory.attempts().unsettled().map(a -> a.incident()));
    requireOwn(target, memory.recovery().map(r -> r.id()));
    return memory;
  }

  private static Memory memory(String target, Fields fields, Findings findings) {
    State state = fields.word("state", State.HEALTHY);
    Optional<Incident> incident =
        fields.object("incident").map(f -> f.checked(IncidentDocument::read));
    incident.ifPresent(i -> requirePossible(target, state, i));
    Attempts attempts = fields.object("attempts").map(AttemptsDocument::read).orElse(Attempts.NONE);
    Optional<Boolean> sent = fields.flag("alert_sent_for_incident");
    Memory memory = new Memory(
        target,
        state,
        fields.object("samples").map(SightDocument::samples).orElse(Samples.NONE),
        incident.map(i -> HandEdit.of(sent, state, i, findings)),
        attempts,
        new Trust(fields.moments("setbacks", SightDocument.SETBACKS_AT_MOST)),
        fields.object("sight").map(SightDocument::read).orElse(Sight.CLEAR),
        fields.object("recovery_owed").map(IncidentDocument::recovery),
        fields.moments("notices_lately", NOTICES_AT_MOST),
        Optional.empty());
    return paused(memory, fields, findings);
  }

  /**
   * A pause that nobody can read costs neither the incident nor what was told of it; but somebody
   * wanted quiet, so no attempt is made for one window.
   */
  private static Memory paused(Memory memory, Fields fields, Findings findings) {
    try {
      Optional<Instant> until = fields.instant("paused_until");
      return memory.pausedUntil(until);
    } catch (Damage e) {
      findings.damage(e.getMessage() + "; it is not paused, and not repaired for one window");
      return locked(memory);
    }
  }

  private static Memory locked(Memory memory) {
    Attempts attempts = memory.attempts();
    return new Memory(
        memory.target(),
        memory.state(),
        memory.samples(),
        memory.incident(),
        new Attempts(
            attempts.charges(),
            attempts.settling(),
            attempts.unsettled(),
            Optional.of(Moment.LATEST),
            attempts.storm()),
        memory.trust(),
        memory.sight(),
        memory.recovery(),
        memory.notices(),
        memory.pausedUntil());
  }

  /** An alert comes due when the failure is confirmed, and not before. */
  private static void requirePossible(String target, State state, Incident incident) {
    Telling alert = incident.alert();
    boolean possible = state == State.DEGRADED
        ? alert == Telling.NOT_DUE || alert == Telling.SILENCED
        : alert != Telling.NOT_DUE;
    if (!possible) {
      throw new Damage(target + " is " + state + ", but its alert is " + Words.of(alert));
    }
  }

  /** An attempt under way was ordered and is not charged: its incident has room for its charge. */
  private static void requireOrdered(Memory memory) {
    Optional<Attempt> unsettled = memory.attempts().unsettled();
    Optional<Incident> incident = memory
        .incident()
        .filter(i -> unsettled.filter(a -> a.incident().equals(i.id())).isPresent());
    if (incident.isPresent()
        && (incident.get().ordered() <= incident.get().attempts()
            || incident.get().ordered() < unsettled.get().number())) {
      throw new Damage(memory.target() + " has an unsettled attempt that was never ordered");
    }
  }

  /** What was copied from another target must not be told, or done, as if it were that one. */
  private static void requireOwn(String target, Optional<IncidentId> id) {
    if (id.filter(i -> !i.target().equals(target)).isPresent()) {
      throw new Damage(target + " holds " + id.get() + ", which belongs to another target");
    }
  }
}
