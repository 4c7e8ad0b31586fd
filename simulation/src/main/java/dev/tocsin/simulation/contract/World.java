package dev.tocsin.simulation.contract;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is outside: targets that all fail or all pass, a mailbox, and repairs that are remembered by
 * their key. Its history is what a round is judged by.
 */
final class World implements Observer, Effects {

  private final Map<String, Integer> mailbox = new LinkedHashMap<>();
  private final Map<String, Integer> repairs = new LinkedHashMap<>();
  private final List<String> told = new ArrayList<>();
  private Observation health = new Observation.Passing("ok");
  private Supplier<Outcome> mailAnswer = () -> new Outcome.Done("accepted");
  private Runnable duringLook = () -> {};
  private Runnable duringTell = () -> {};
  private int looks;

  void fails() {
    health = new Observation.Failing("connection refused");
  }

  void passes() {
    health = new Observation.Passing("ok");
  }

  void mailAnswers(Supplier<Outcome> answer) {
    mailAnswer = answer;
  }

  /** Happens once, while a round looks. */
  void duringLook(Runnable event) {
    duringLook = event;
  }

  /** Happens once, while a round tells. */
  void duringTell(Runnable event) {
    duringTell = event;
  }

  /** How often each notice reached the mailbox, by key. */
  Map<String, Integer> mailbox() {
    return mailbox;
  }

  /** How often each attempt took effect, by key. */
  Map<String, Integer> repairs() {
    return repairs;
  }

  /** Every notice that was tried, in order, by key. */
  List<String> told() {
    return told;
  }

  int looks() {
    return looks;
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    looks++;
    Map<String, Sighting> seen = new LinkedHashMap<>();
    targets.forEach(target -> seen.put(target.name(), Sighting.of(health)));
    Runnable event = duringLook;
    duringLook = () -> {};
    event.run();
    return seen;
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    return List.of(
        new Precondition("nodeReady", "node a", Precondition.Verdict.MET, "node a is Ready"));
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    told.add(notice.key());
    Runnable event = duringTell;
    duringTell = () -> {};
    event.run();
    Outcome answer = mailAnswer.get();
    if (answer instanceof Outcome.Done) {
      mailbox.merge(notice.key(), 1, Integer::sum);
    }
    return answer;
  }

  /** Not idempotent by itself, so that a second call under one key shows. */
  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    repairs.merge(attempt.key(), 1, Integer::sum);
    return new Outcome.Done("restarted");
  }

  @Override
  public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
    return repairs.containsKey(attempt.key())
        ? new Outcome.Done("found")
        : new Outcome.NotDone("not found");
  }
}
