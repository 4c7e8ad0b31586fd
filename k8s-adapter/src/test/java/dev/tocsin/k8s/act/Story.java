package dev.tocsin.k8s.act;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
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
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rounds over the target frigate, five minutes apart, which see what they are told to see. */
final class Story implements Observer, Effects, Time {

  static final String TARGET = "frigate";
  static final Duration INTERVAL = Duration.ofMinutes(5);

  private final List<Recorded<Attempt>> attempts = new ArrayList<>();
  private final List<Recorded<Notice>> notices = new ArrayList<>();
  private final Planner planner;
  private IncidentStore store = new MemoryStore();
  private Outcome mail = new Outcome.Done("accepted");
  private Outcome repair = new Outcome.Unclear("nobody looked");
  private Observation health = new Observation.Failing("HTTP 503 from /api/stats");
  private List<Precondition> preconditions = List.of();
  private Sighting.Witness witness = Sighting.Witness.NONE;
  private Instant now;
  private boolean begun;

  private Story(Instant begins, List<String> steps, int attempts) {
    this.now = begins;
    Remediation remediation = new Remediation(
        steps.stream()
            .map(s -> new Remediation.Step(s, 1, Duration.ofMinutes(10)))
            .toList(),
        attempts,
        2,
        Duration.ofHours(1),
        Duration.ofMinutes(10),
        Duration.ofHours(4),
        Duration.ofHours(1),
        Optional.empty());
    Policy policy = Policy.DEFAULT
        .failuresToAlert(1)
        .successesToClose(1)
        .quietLimit(Duration.ZERO)
        .remediation(remediation);
    this.planner = new Planner(List.of(Target.of(TARGET, policy)), INTERVAL);
  }

  /** It has just begun, or so long ago. */
  static Story of(Duration ago, String... steps) {
    return new Story(Instant.now().minus(ago), List.of(steps), steps.length);
  }

  static Story of(String... steps) {
    return of(Duration.ZERO, steps);
  }

  Story passes() {
    health = new Observation.Passing("HTTP 200");
    return this;
  }

  Story sees(Observation seen) {
    health = seen;
    return this;
  }

  /** What becomes of repairs that are not the cluster's. */
  Story repair(Outcome outcome) {
    repair = outcome;
    return this;
  }

  Story mail(Outcome answer) {
    mail = answer;
    return this;
  }

  Story preconditions(Precondition... seen) {
    preconditions = List.of(seen);
    return this;
  }

  Story witness(Sighting.Witness remembered) {
    witness = remembered;
    return this;
  }

  /** The ledger is deleted. */
  Story forgets() {
    store = new MemoryStore();
    return this;
  }

  Ledger ledger() {
    return ((Loaded.Found) store.load()).ledger();
  }

  /** The open incident. */
  IncidentId incident() {
    return ledger().of(TARGET).incident().orElseThrow().id();
  }

  /** One round with these effects, five minutes after the last. */
  RoundReport round(Effects effects) {
    now = now.plus(begun ? INTERVAL : Duration.ZERO);
    begun = true;
    return new Round(store, this, effects, planner, this, StopSignal.NEVER).run();
  }

  Story later(Duration span) {
    now = now.plus(span);
    return this;
  }

  /** The attempt that a first round orders, as it is written down. */
  Recorded<Attempt> attempt() {
    round(this);
    return attempts.get(attempts.size() - 1);
  }

  /** What was told in rounds with this story's own effects. */
  List<Recorded<Notice>> notices() {
    return notices;
  }

  List<Recorded<Attempt>> attempts() {
    return attempts;
  }

  // What the rounds see

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    Map<String, Sighting> seen = new HashMap<>();
    targets.forEach(t -> seen.put(t.name(), new Sighting(health, preconditions, witness)));
    return seen;
  }

  // What becomes of their orders

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    notices.add(notice);
    return mail;
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    attempts.add(attempt);
    return repair;
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return new Outcome.Unclear("nobody looked");
  }

  // Time

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
