package dev.tocsin.k8s.look;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Sighting.Witness;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.look.Watched.Check;
import java.time.Duration;
import java.util.ArrayList;
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

  /**
   * What may be concluded from a sighting. As long as the ledger is new and has seen nothing of a
   * target, our Events are all the memory that there is, and whoever cannot read them now waits:
   * somebody may have been told, and of what nobody would tell the end (F39).
   */
  Sighting believed(String target, Watched watched, Sighting seen) {
    if (seen.observation() instanceof Unknown || !isNew(target)) {
      return seen;
    }
    Needs needs = Needs.of(watched);
    Optional<Answer<Notes>> ours = needs
        .namespace()
        .filter(name -> needs.kinds().contains(Kind.EVENTS))
        .map(name -> snapshot.namespace(name).ours());
    return ours.filter(Judge::mayBeReadLater)
        .map(unread -> new Sighting(
            new Unknown(
                Cause.NO_ANSWER,
                "the ledger is new and knows nothing of it, and Events: " + unread.words()),
            seen.preconditions(),
            Witness.NONE,
            seen.place()))
        .orElse(seen);
  }

  /** No counted round of this ledger has seen it. */
  private boolean isNew(String target) {
    Memory memory = remembered.of(target);
    return memory.knowsNothing()
        && memory.sight().unknowns() >= remembered.schedule().counted();
  }

  private static boolean mayBeReadLater(Answer<Notes> ours) {
    boolean never = ours instanceof Answer.Refused<Notes> no && Health.isAccess(no);
    return ours.value().isEmpty() && !never;
  }

  private Judgement ofWorkload(String target, Watched watched, Workload workload) {
    Situation situation = new Situation(watched, workload, snapshot, Known.of(target, remembered));
    Health health = health(situation, drainGrace);
    List<Precondition> preconditions = new ArrayList<>(Preconditions.of(situation));
    new Trouble(situation, health).hold().ifPresent(preconditions::add);
    return new Judgement(
        watched.check(),
        health,
        preconditions,
        deeds.witness().apply(target, Optional.of(situation)),
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
        checked.isPresent() ? deeds.witness().apply(target, Optional.empty()) : Witness.NONE,
        checked.or(() -> watched.asked().node()));
  }

  /** How well a target with a workload is, as far as the cluster says. */
  static Health health(Situation situation, Duration drainGrace) {
    return situation.check() instanceof Check.OfNode node
        ? new NodeHealth(node.node(), situation.nodes(), situation.now(), drainGrace).health()
        : WorkloadHealth.of(situation, drainGrace);
  }

  private Health health(Check.OfNode check) {
    return new NodeHealth(check.node(), snapshot.nodes(), snapshot.now(), drainGrace).health();
  }

  private List<Precondition> preconditions(String node, Asked asked) {
    return Preconditions.of(
        node, asked, new Ground(snapshot.nodes(), asked.readyFor(), snapshot.now()));
  }
}
