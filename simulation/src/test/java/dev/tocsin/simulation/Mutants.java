package dev.tocsin.simulation;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Attempts;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Samples;
import dev.tocsin.incident.Schedule;
import dev.tocsin.incident.Sight;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.incident.Trust;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.StopSignal;
import dev.tocsin.simulation.world.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Wrappers around the ports that forget, repeat or reorder: each must be caught. */
final class Mutants {

  private Mutants() {}

  /** When it reads, something is forgotten. */
  static UnaryOperator<Ports> forgetting(UnaryOperator<Memory> lapse) {
    return ports -> ports.store(new ChangedStore(ports.store(), l -> each(l, lapse), (b, l) -> l));
  }

  /** What it writes is not what it decided; given what it read last. */
  static UnaryOperator<Ports> writing(BinaryOperator<Ledger> change) {
    return ports -> ports.store(new ChangedStore(ports.store(), l -> l, change));
  }

  /** It is shown something else than what there is. */
  static UnaryOperator<Ports> seeing(UnaryOperator<Sighting> illusion) {
    return ports -> ports.observer(new Observer() {
      @Override
      public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
        Map<String, Sighting> all = new HashMap<>();
        ports
            .observer()
            .look(targets, deadline)
            .forEach((name, sighting) -> all.put(name, illusion.apply(sighting)));
        return all;
      }

      @Override
      public List<Precondition> recheck(Target target, Deadline deadline) {
        List<Precondition> read = ports.observer().recheck(target, deadline);
        return illusion.apply(with(read)).preconditions();
      }
    });
  }

  private static Sighting with(List<Precondition> read) {
    return new Sighting(new Observation.Failing(""), read, Sighting.Witness.NONE);
  }

  /** It does not read the preconditions once more. */
  static UnaryOperator<Ports> withoutRecheck() {
    return ports -> ports.observer(new Observer() {
      @Override
      public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
        return ports.observer().look(targets, deadline);
      }

      @Override
      public List<Precondition> recheck(Target target, Deadline deadline) {
        ports.observer().recheck(target, deadline);
        return List.of();
      }
    });
  }

  /** It says that it tells notices of this kind, and does not. */
  static UnaryOperator<Ports> silentAbout(Notice.Kind kind) {
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        return notice.intent().kind() == kind
            ? new Outcome.Done("not at all")
            : super.tell(notice, deadline);
      }
    });
  }

  /** A queue that delivers its first mail when the next but one comes. */
  static UnaryOperator<Ports> late() {
    List<Recorded<Notice>> queue = new ArrayList<>();
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        if (notice.intent().kind() == Notice.Kind.ALERT) {
          queue.add(notice);
          return new Outcome.Unclear("queued");
        }
        Outcome told = super.tell(notice, deadline);
        queue.forEach(late -> super.tell(late, deadline));
        queue.clear();
        return told;
      }
    });
  }

  /** It answers that nothing is found, whatever was done. */
  static UnaryOperator<Ports> findingNothing() {
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
        super.find(attempt, deadline);
        return new Outcome.NotDone("not found");
      }
    });
  }

  /** It says that it restarts, and does not. */
  static UnaryOperator<Ports> neverActing() {
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
        return new Outcome.NotDone("not at all");
      }
    });
  }

  /** It has no notice that was tried before. */
  static UnaryOperator<Ports> leaving() {
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        return notice.intent().tries() > 1
            ? new Outcome.NotDone("left")
            : super.tell(notice, deadline);
      }
    });
  }

  /** A ledger that cannot be read is no answer to it. */
  static UnaryOperator<Ports> dyingOfDamage() {
    return ports -> ports.store(new IncidentStore() {
      @Override
      public Loaded load() {
        Loaded loaded = ports.store().load();
        return loaded instanceof Loaded.Found found && !found.damages().isEmpty()
            ? new Loaded.Unusable("damaged")
            : loaded;
      }

      @Override
      public Written write(Ledger next, Version base) {
        return ports.store().write(next, base);
      }
    });
  }

  /** It overwrites what somebody else wrote meanwhile. */
  static UnaryOperator<Ports> overwriting() {
    return ports -> ports.store(new IncidentStore() {
      @Override
      public Loaded load() {
        return ports.store().load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        Written written = ports.store().write(next, base);
        if (written instanceof Written.Superseded
            && ports.store().load() instanceof Loaded.Found found) {
          return ports.store().write(next, found.version());
        }
        return written;
      }
    });
  }

  /** It counts in the store how often it has read. */
  static UnaryOperator<Ports> writingWhenItReads() {
    return ports -> ports.store(new IncidentStore() {
      @Override
      public Loaded load() {
        if (ports.store().load() instanceof Loaded.Found found) {
          ports.store().write(found.ledger(), found.version());
        }
        return ports.store().load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        return ports.store().write(next, base);
      }
    });
  }

  /** It goes on when its plan could not be written. */
  static UnaryOperator<Ports> goingOnUnwritten() {
    return ports -> ports.store(new IncidentStore() {
      @Override
      public Loaded load() {
        return ports.store().load();
      }

      @Override
      public Written write(Ledger next, Version base) {
        Written written = ports.store().write(next, base);
        return written instanceof Written.At ? written : new Written.At(base);
      }
    });
  }

  /** Where it gets no answer, it takes the last one that it had. */
  static UnaryOperator<Ports> believingItsCopy() {
    AtomicReference<IncidentStore.Loaded> copy = new AtomicReference<>();
    return ports -> ports.store(new IncidentStore() {
      @Override
      public Loaded load() {
        Loaded loaded = ports.store().load();
        if (loaded instanceof Loaded.Found) {
          copy.set(loaded);
        }
        return copy.get();
      }

      @Override
      public Written write(Ledger next, Version base) {
        Written written = ports.store().write(next, base);
        if (written instanceof Written.At at) {
          copy.set(new Loaded.Found(next, at.version()));
        }
        return written;
      }
    });
  }

  /** It does not hear that it is to stop. */
  static UnaryOperator<Ports> deaf() {
    return ports -> new Ports(
        ports.store(),
        ports.observer(),
        ports.effects(),
        ports.time(),
        StopSignal.NEVER,
        ports.targets(),
        ports.outside());
  }

  /** It waits for a mail server as long as that likes. */
  static UnaryOperator<Ports> patient() {
    return ports -> ports.effects(new ChangedEffects(ports.effects()) {
      @Override
      public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
        return super.tell(notice, Deadline.in(Duration.ofDays(1), ports.time()));
      }
    });
  }

  private record ChangedStore(
      IncidentStore store,
      UnaryOperator<Ledger> reading,
      BinaryOperator<Ledger> writing,
      AtomicReference<Ledger> read)
      implements IncidentStore {

    ChangedStore(
        IncidentStore store, UnaryOperator<Ledger> reading, BinaryOperator<Ledger> writing) {
      this(store, reading, writing, new AtomicReference<>(Ledger.EMPTY));
    }

    @Override
    public Loaded load() {
      Loaded loaded = store.load();
      if (loaded instanceof Loaded.Found found) {
        read.set(found.ledger());
        return new Loaded.Found(
            reading.apply(found.ledger()), found.version(), found.damages(), found.remarks());
      }
      return loaded;
    }

    @Override
    public Written write(Ledger next, Version base) {
      return store.write(writing.apply(read.get(), next), base);
    }
  }

  private static class ChangedEffects implements Effects {
    private final Effects effects;

    ChangedEffects(Effects effects) {
      this.effects = effects;
    }

    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      return effects.tell(notice, deadline);
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      return effects.remediate(attempt, deadline);
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      return effects.find(attempt, deadline);
    }
  }

  // What can be forgotten

  static Memory withoutCharges(Memory m) {
    Attempts a = m.attempts();
    return with(m, new Attempts(List.of(), Optional.empty(), a.unsettled(), a.locked(), a.storm()));
  }

  static Memory withoutSettle(Memory m) {
    Attempts a = m.attempts();
    return with(
        m, new Attempts(a.charges(), Optional.empty(), a.unsettled(), a.locked(), a.storm()));
  }

  static Memory withoutTelling(Memory m) {
    return with(m, m.incident().map(i -> i.alert() == Telling.TOLD ? with(i, Telling.OWED, 0) : i));
  }

  static Memory withoutAttempts(Memory m) {
    return with(m, m.incident().map(i -> with(i, i.alert(), i.alertsTold(), 0)));
  }

  /** The incident, remembered with another alert. */
  private static Incident with(Incident i, Telling alert, int alertsTold) {
    return with(i, alert, alertsTold, i.attempts());
  }

  private static Incident with(Incident i, Telling alert, int alertsTold, int attempts) {
    return new Incident(
        i.id(),
        i.opened(),
        i.symptom(),
        i.cause(),
        alert,
        alertsTold,
        i.gaveUp(),
        i.reminder(),
        i.reminders(),
        i.lastTold(),
        attempts,
        i.ordered(),
        i.trials(),
        i.relapses(),
        i.held(),
        i.earlier(),
        i.place());
  }

  static Memory withRenumberedAlerts(Memory m) {
    int weather = m.samples().failures();
    return with(m, m.incident().map(i -> with(i, i.alert(), weather)));
  }

  static Memory withoutTrust(Memory m) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        m.incident(),
        m.attempts(),
        Trust.FULL,
        new Sight(m.sight().unknowns(), m.sight().blindness(), m.sight().since(), Trust.FULL),
        m.recovery(),
        List.of(),
        m.pausedUntil());
  }

  static Memory withoutPause(Memory m) {
    return m.pausedUntil(Optional.empty());
  }

  static Memory neverLapsed(Memory memory) {
    Attempts all = memory.attempts();
    Optional<Attempt> unsettled = all.unsettled()
        .map(a -> new Attempt(
            a.incident(),
            a.number(),
            a.step(),
            a.settle(),
            a.ordered(),
            a.looks(),
            false,
            a.claimed()));
    return with(
        memory,
        memory.samples(),
        new Attempts(all.charges(), all.settling(), unsettled, all.locked(), all.storm()));
  }

  static Memory alwaysFresh(Memory m) {
    Samples s = m.samples();
    return with(
        m, new Samples(s.lately(), s.failures(), s.passes(), 9, s.passingSince()), m.attempts());
  }

  private static Memory with(Memory m, Samples samples, Attempts attempts) {
    return new Memory(
        m.target(),
        m.state(),
        samples,
        m.incident(),
        attempts,
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  static Memory rememberingItTold(Memory m) {
    return with(m, m.incident().map(i -> i.alert() == Telling.OWED ? with(i, Telling.TOLD, 1) : i));
  }

  static Sighting withoutNode(Sighting s) {
    return new Sighting(
        s.observation(),
        s.preconditions().stream()
            .map(p -> new Precondition(p.name(), p.subject(), Precondition.Verdict.MET, p.detail()))
            .toList(),
        s.witness());
  }

  static Sighting alwaysFailing(Sighting s) {
    return new Sighting(new Observation.Failing("down"), s.preconditions(), s.witness());
  }

  // What can be written wrongly

  static Ledger unwritten(Ledger next) {
    return with(next, next.schedule(), List.of());
  }

  /** Elsewhere than by its path. */
  static Ledger displaced(Ledger next) {
    return each(
        next,
        m -> m.state() == State.ALERTED
            ? new Memory(
                m.target(),
                State.RECOVERED,
                m.samples(),
                m.incident(),
                m.attempts(),
                m.trust(),
                m.sight(),
                m.recovery(),
                m.notices(),
                m.pausedUntil())
            : m);
  }

  static Ledger repeatedlyKept(Ledger read, Ledger next) {
    List<Notice> all = new ArrayList<>(next.notices());
    all.addAll(next.notices());
    return all.size() > 200 ? next : with(next, next.schedule(), all);
  }

  static Ledger standing(Ledger read, Ledger next) {
    return with(next, read.schedule(), next.notices());
  }

  static Ledger triesForgotten(Ledger ledger) {
    return with(
        ledger,
        ledger.schedule(),
        ledger.notices().stream()
            .map(n -> new Notice(
                n.kind(),
                n.members(),
                n.cause(),
                n.number(),
                n.planned(),
                Math.min(n.tries(), 1),
                n.lastTry(),
                n.claimed(),
                n.reached()))
            .toList());
  }

  static Ledger with(Ledger ledger, Schedule schedule, List<Notice> notices) {
    return new Ledger(schedule, ledger.memories(), notices, ledger.locked());
  }

  private static Ledger each(Ledger ledger, UnaryOperator<Memory> change) {
    TreeMap<String, Memory> all = new TreeMap<>();
    ledger.memories().forEach((name, memory) -> all.put(name, change.apply(memory)));
    return new Ledger(ledger.schedule(), all, ledger.notices(), ledger.locked());
  }

  private static Memory with(Memory m, Attempts attempts) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        m.incident(),
        attempts,
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
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
}
