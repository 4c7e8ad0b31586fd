package dev.tocsin.k8s.look;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.look.Watched.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the cluster says of one target, before it is put together with what somebody else saw.
 *
 * @param check how the target is looked at
 * @param health of its workload, or of the node that it is
 * @param preconditions that the cluster was asked for
 * @param witness what the cluster remembers of our deeds
 * @param place where it runs
 */
record Judgement(
    Check check,
    Health health,
    List<Precondition> preconditions,
    Witness witness,
    Optional<String> place) {

  /** A bug of ours with this one target: it blocks acting, and silences nobody else. */
  static Judgement bug(String target, Check check, RuntimeException bug) {
    String words = "a bug of ours: " + bug;
    return new Judgement(
        check,
        Health.unseen(Cause.BUG, words),
        List.of(new Precondition("sight", target, Verdict.UNKNOWN, words)),
        Witness.NONE,
        Optional.empty());
  }

  /**
   * What is seen of the target.
   *
   * @param theirs what somebody else saw of it
   * @return empty if somebody else had to look at it, and left it out
   */
  Optional<Sighting> with(Optional<Sighting> theirs) {
    List<Precondition> besides = theirs.map(Sighting::preconditions).orElse(List.of());
    Optional<Observation> seen = check instanceof Check.Elsewhere
        ? theirs.map(Sighting::observation).map(this::explained)
        : Optional.of(health.observation());
    return seen.map(observation -> new Sighting(
        observation,
        Stream.concat(preconditions.stream(), besides.stream()).toList(),
        witness,
        place));
  }

  /** What failed elsewhere may be switched off on purpose, or have its reason in the cluster. */
  private Observation explained(Observation seen) {
    if (!(seen instanceof Failing failing)) {
      return seen;
    }
    return health.isOff()
        ? health.observation()
        : new Failing(failing.symptom() + health.clause().map(c -> "; " + c).orElse(""));
  }
}
