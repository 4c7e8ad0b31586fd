package dev.tocsin.k8s.act;

import dev.tocsin.k8s.act.Candidates.Victim;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Known;
import dev.tocsin.k8s.look.PodSeen;
import dev.tocsin.k8s.look.Situation;
import dev.tocsin.k8s.look.Situations;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Deadline;

/**
 * Looks as the observer does: for bad pods on good nodes, the one to begin with first.
 *
 * @param owner which installation we are
 */
record FreshLook(Kubernetes kubernetes, String owner) implements Victims {

  @Override
  public Answer<Candidates> read(Watched watched, Deadline deadline) {
    return Situations.read(kubernetes, owner, watched, Known.NOTHING, deadline)
        .map(situation -> candidates(watched, situation));
  }

  private static Candidates candidates(Watched watched, Situation situation) {
    return new Candidates(
        situation.object().map(Subject::of).or(() -> Workloads.subject(watched)).orElseThrow(),
        situation.victims().stream().map(FreshLook::victim).toList(),
        why(situation),
        situation.youngest());
  }

  private static String why(Situation situation) {
    return situation.bad().isEmpty()
        ? situation + " has none"
        : "no bad one of " + situation + " is on a good node and would be made anew";
  }

  private static Victim victim(PodSeen pod) {
    return new Victim(
        Subject.of(pod.pod()),
        pod.pod().getMetadata().getResourceVersion(),
        pod.node().orElseThrow());
  }
}
