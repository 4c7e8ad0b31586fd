package dev.tocsin.round;

import dev.tocsin.incident.Act;
import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what is written down: notices first, each by itself; one failure never drops another. */
final class Performance {

  private static final Duration NOTICE = Duration.ofSeconds(30);
  private static final Duration ATTEMPT = Duration.ofMinutes(2);

  private final Observer observer;
  private final Effects effects;
  private final Planner planner;
  private final Saved saved;
  private final Deadline deadline;
  private final StopSignal stop;
  private final Journal journal;

  Performance(
      Observer observer,
      Effects effects,
      Planner planner,
      Saved saved,
      Deadline deadline,
      StopSignal stop,
      Journal journal) {
    this.observer = observer;
    this.effects = effects;
    this.planner = planner;
    this.saved = saved;
    this.deadline = deadline;
    this.stop = stop;
    this.journal = journal;
  }

  void perform() {
    List<Saved.Order> orders = saved.orders();
    Deadline telling = orders.isEmpty() ? deadline : half(deadline);
    for (Recorded<Notice> notice : saved.notices()) {
      journal.outcome(notice.key(), tell(notice, telling));
    }
    for (Saved.Order order : orders) {
      journal.outcome(order.attempt().key(), act(order));
    }
  }

  private Outcome tell(Recorded<Notice> notice, Deadline telling) {
    return begin(
        notice.key(),
        telling,
        () -> effects.tell(notice, telling.within(NOTICE)),
        Outcome.NotDone::new);
  }

  /** A mail server that keeps us waiting must not cost the repair its time. */
  private static Deadline half(Deadline deadline) {
    return deadline.within(deadline.remaining().dividedBy(2));
  }

  /** A leftover that was not looked for may have been made: nothing is known of it. */
  private Outcome act(Saved.Order order) {
    Recorded<Attempt> attempt = order.attempt();
    if (order.mode() == Act.Mode.PERFORM) {
      return begin(attempt.key(), () -> remediate(attempt));
    }
    Outcome found = begin(
        attempt.key(),
        deadline,
        () -> effects.find(attempt, deadline.within(ATTEMPT)),
        Outcome.Unclear::new);
    boolean resume = order.mode() == Act.Mode.RESUME && found instanceof Outcome.NotDone;
    return resume ? begin(attempt.key(), () -> remediate(attempt)) : found;
  }

  private Outcome remediate(Recorded<Attempt> attempt) {
    Target target = target(attempt);
    Optional<String> held = firstNotMet(target);
    if (held.isPresent()) {
      return new Outcome.NotDone("right before acting: " + held.get());
    }
    return begin(attempt.key(), () -> effects.remediate(attempt, deadline.within(ATTEMPT)));
  }

  /** What could not be read does not hold. */
  private Optional<String> firstNotMet(Target target) {
    try {
      return recheck(target);
    } catch (RuntimeException e) {
      journal.bug("reading the preconditions of " + target.name() + " once more", e);
      return Optional.of("a bug of ours: " + e);
    }
  }

  /** Reads every precondition once more. */
  private Optional<String> recheck(Target target) {
    Optional<String> own = observer.recheck(target, remembered(), deadline.within(ATTEMPT)).stream()
        .filter(p -> !p.met())
        .map(Precondition::detail)
        .findFirst();
    return own.isPresent() || target.after().isEmpty() ? own : firstNotPassing(target);
  }

  private Optional<String> firstNotPassing(Target target) {
    List<Target> others = planner.targets().stream()
        .filter(t -> target.after().contains(t.name()))
        .toList();
    Map<String, Sighting> seen = observer.look(others, remembered(), deadline.within(ATTEMPT));
    return others.stream()
        .map(Target::name)
        .filter(name -> !isPassing(Optional.ofNullable(seen.get(name))))
        .map(name -> "target " + name + " is not passing")
        .findFirst();
  }

  private Ledger remembered() {
    return saved.plan().next();
  }

  private static boolean isPassing(Optional<Sighting> sighting) {
    return sighting.filter(s -> s.observation() instanceof Observation.Passing).isPresent();
  }

  private Target target(Recorded<Attempt> attempt) {
    return planner.targets().stream()
        .filter(t -> t.name().equals(attempt.intent().target()))
        .findFirst()
        .orElseThrow();
  }

  private Outcome begin(String key, Supplier<Outcome> effect) {
    return begin(key, deadline, effect, Outcome.NotDone::new);
  }

  /** Nothing begins after its deadline or after we were told to stop. */
  private Outcome begin(
      String key, Deadline latest, Supplier<Outcome> effect, Function<String, Outcome> notBegun) {
    if (stop.requested()) {
      return notBegun.apply("stopped before it began");
    }
    if (latest.passed()) {
      return notBegun.apply("no time was left for it in this round");
    }
    try {
      return effect.get();
    } catch (RuntimeException e) {
      journal.bug("performing " + key, e);
      return new Outcome.Unclear("a bug of ours: " + e);
    }
  }
}
