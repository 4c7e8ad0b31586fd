package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one real round, in which all targets fail, would have told and made. */
final class Errands implements Observer, Effects {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Outcome LATER = new Outcome.NotDone("it is only noted");

  private final List<Recorded<Notice>> notices = new ArrayList<>();
  private final List<Recorded<Attempt>> attempts = new ArrayList<>();
  private final Planner planner;
  private final Time time;

  private Errands(List<String> targets, String step, Time time) {
    Policy policy = Policy.DEFAULT.failuresToAlert(1).remediation(Remediation.by(step));
    this.planner = new Planner(targets.stream().map(t -> Target.of(t, policy)).toList(), INTERVAL);
    this.time = time;
  }

  /** One notice and one attempt for each of these targets. */
  static Errands of(List<String> targets, String step, Time time) {
    Errands errands = new Errands(targets, step, time);
    errands.round(errands);
    return errands;
  }

  /** A whole round in which all of them fail, with other effects. */
  RoundReport round(Effects effects) {
    return new Round(new MemoryStore(), this, effects, planner, time, StopSignal.NEVER).run();
  }

  Recorded<Notice> notice(String target) {
    return notices.stream()
        .filter(n -> n.intent().members().stream().anyMatch(m -> m.target().equals(target)))
        .findFirst()
        .orElseThrow();
  }

  Recorded<Attempt> attempt(String target) {
    return attempts.stream()
        .filter(a -> a.intent().target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  /** Of all of them. */
  List<String> keys() {
    return Stream.concat(notices.stream(), attempts.stream())
        .map(Recorded::key)
        .sorted()
        .toList();
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    Map<String, Sighting> seen = new LinkedHashMap<>();
    targets.forEach(target ->
        seen.put(target.name(), Sighting.of(new Observation.Failing("connection refused"))));
    return seen;
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return List.of();
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    notices.add(notice);
    return LATER;
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    attempts.add(attempt);
    return LATER;
  }
}
