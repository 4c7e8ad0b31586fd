package dev.tocsin.runner.check;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import dev.tocsin.runner.config.Configuration.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells a world that is down from us who are cut off, by a reference outside. If that fails, and
 * nothing that is looked at from here passes, what fails is Unknown. Nothing is repaired while the
 * reference does not pass, whatever else is seen.
 */
public final class Isolation implements Observer {

  private static final String NAME = "notIsolated";
  private static final String SUBJECT = "our own network";

  private final Probe reference;
  private final Set<String> fromHere;
  private final Observer observer;
  private final Supplier<BiFunction<Probe, Deadline, Observation>> prober;

  /**
   * An observer.
   *
   * @param reference what answers whenever we are not cut off
   * @param watches what is watched
   * @param observer looks at them
   */
  public Isolation(Probe reference, Collection<Watch> watches, Observer observer) {
    this(reference, watches, observer, () -> new Prober()::look);
  }

  Isolation(
      Probe reference,
      Collection<Watch> watches,
      Observer observer,
      Supplier<BiFunction<Probe, Deadline, Observation>> prober) {
    this.reference = reference;
    this.fromHere = watches.stream()
        .filter(watch -> watch.check().isPresent())
        .map(watch -> watch.target().name())
        .collect(Collectors.toSet());
    this.observer = observer;
    this.prober = prober;
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    return look(targets, Ledger.EMPTY, deadline);
  }

  /** {@inheritDoc} The reference is looked at meanwhile: it takes no time from the others. */
  @Override
  public Map<String, Sighting> look(
      Collection<Target> targets, Ledger remembered, Deadline deadline) {
    FutureTask<Observation> asking = new FutureTask<>(() -> reference(deadline));
    Thread thread = new Thread(asking, "tocsin-reference");
    thread.setDaemon(true);
    thread.start();
    try {
      Map<String, Sighting> seen = observer.look(targets, remembered, deadline);
      return judged(targets, seen, answer(asking));
    } finally {
      asking.cancel(true);
    }
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return recheck(target, Ledger.EMPTY, deadline);
  }

  @Override
  public List<Precondition> recheck(Target target, Ledger remembered, Deadline deadline) {
    return with(notIsolated(reference(deadline)), observer.recheck(target, remembered, deadline));
  }

  private Observation reference(Deadline deadline) {
    return new SideBySide(prober.get(), 1).look(List.of(reference), deadline).get(reference);
  }

  private static Observation answer(FutureTask<Observation> asking) {
    try {
      return asking.get();
    } catch (ExecutionException e) {
      return new Observation.Unknown(
          Cause.BUG, "looking at it failed: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Observation.Unknown(Cause.NO_TIME, "we were stopped while looking");
    }
  }

  private Map<String, Sighting> judged(
      Collection<Target> targets, Map<String, Sighting> seen, Observation answer) {
    boolean cutOff = answer instanceof Observation.Failing && nothingPasses(seen);
    Map<String, Sighting> judged = new LinkedHashMap<>();
    for (Target target : targets) {
      Optional.ofNullable(seen.get(target.name()))
          .ifPresent(one -> judged.put(
              target.name(),
              new Sighting(
                  cutOff && fromHere.contains(target.name())
                      ? unknown(one.observation(), answer)
                      : one.observation(),
                  target.policy().remediation().isPresent()
                      ? with(notIsolated(answer), one.preconditions())
                      : one.preconditions(),
                  one.witness(),
                  one.place())));
    }
    return judged;
  }

  /** Who could not be looked at says nothing. */
  private boolean nothingPasses(Map<String, Sighting> seen) {
    return seen.entrySet().stream()
        .filter(one -> fromHere.contains(one.getKey()))
        .noneMatch(one -> one.getValue().observation() instanceof Observation.Passing);
  }

  private Observation unknown(Observation seen, Observation answer) {
    return seen instanceof Observation.Failing
        ? new Observation.Unknown(
            Cause.ISOLATED,
            "the reference " + reference.subject() + " fails too: " + answer.words())
        : seen;
  }

  private Precondition notIsolated(Observation answer) {
    Verdict verdict = ProbeObserver.verdict(answer);
    String it = "the reference " + reference.subject();
    String detail = answer.words();
    String words = switch (verdict) {
      case MET -> it + " passes: " + detail;
      case NOT_MET -> "we may be cut off ourselves: " + it + " fails: " + detail;
      case UNKNOWN ->
        "it is not known whether we are cut off ourselves: " + it + " was not seen: " + detail;
    };
    return new Precondition(NAME, SUBJECT, verdict, words);
  }

  /** First: where we are cut off, nothing else that does not hold is the cause. */
  private static List<Precondition> with(Precondition first, List<Precondition> others) {
    List<Precondition> all = new ArrayList<>(others);
    all.add(0, first);
    return all;
  }
}
