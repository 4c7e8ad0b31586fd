package dev.tocsin.k8s.look;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.look.Watched.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges targets by what a snapshot says of them.
 *
 * @param remembered where targets ran, as far as that is not to be seen any more
 */
record Judge(Snapshot snapshot, Ledger remembered, Duration drainGrace, Deeds deeds) {

  /** The same, who knows of some namespaces what the cluster warns of. */
  Judge with(Map<String, Answer<Notes>> warnings) {
    return new Judge(snapshot.warned(warnings), remembered, drainGrace, deeds);
  }

  Judgement of(String target, Watched watched) {
    try {
      return watched
          .workload()
          .map(workload -> ofWorkload(target, watched, workload))
          .orElseGet(() -> withoutWorkload(target, watched));
    } catch (RuntimeException e) {
      return Judgement.bug(target, watched.check(), e);
    }
  }

  private Judgement ofWorkload(String target, Watched watched, Workload workload) {
    Situation situation = new Situation(watched, workload, snapshot, place(target, remembered));
    Health health = watched.check() instanceof Check.OfNode node
        ? health(node)
        : WorkloadHealth.of(situation, drainGrace);
    return new Judgement(
        watched.check(),
        health,
        Preconditions.of(situation),
        deeds.witness().apply(target, situation.marked()),
        watched.check() instanceof Check.OfNode node
            ? Optional.of(node.node())
            : situation.place());
  }

  private Judgement withoutWorkload(String target, Watched watched) {
    Optional<String> checked =
        watched.check() instanceof Check.OfNode node ? Optional.of(node.node()) : Optional.empty();
    Health health = watched.check() instanceof Check.OfNode node
        ? health(node)
        : Health.unseen(Cause.OURS_MISSING, "no workload is configured");
    return new Judgement(
        watched.check(),
        health,
        watched.asked().node().map(node -> preconditions(node, watched.asked())).orElse(List.of()),
        checked.isPresent() ? deeds.witness().apply(target, List.of()) : Witness.NONE,
        checked.or(() -> watched.asked().node()));
  }

  private Health health(Check.OfNode check) {
    return new NodeHealth(check.node(), snapshot.nodes(), snapshot.now(), drainGrace).health();
  }

  private List<Precondition> preconditions(String node, Asked asked) {
    return Preconditions.of(
        node, asked, new Ground(snapshot.nodes(), asked.readyFor(), snapshot.now()));
  }

  /** Where a target was last seen to run. */
  static Optional<String> place(String target, Ledger remembered) {
    return remembered.of(target).incident().flatMap(Incident::place);
  }
}
