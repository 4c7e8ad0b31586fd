package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.round.Deadline;

/** Reads how a workload stands, for whoever is about to act on it. */
public final class Situations {

  private Situations() {}

  /**
   * Reads a target's workload, its pods and their nodes, afresh.
   *
   * @param owner which installation we are
   * @param watched a target with a workload
   * @param known what is known of the target beside
   * @return absent if the workload is not there; no value if anything of it could not be read
   */
  public static Answer<Situation> read(
      Kubernetes kubernetes, String owner, Watched watched, Known known, Deadline deadline) {
    Workload workload = watched.workload().orElseThrow();
    Needs needs = Needs.ofSituation(workload);
    Situation situation = CloseLook.situation(kubernetes, owner, watched, needs, known, deadline);
    return situation
        .makers()
        .then(makers -> makers.isEmpty() && situation.isNamed()
            ? new Answer.Absent<>("there is no " + workload)
            : situation.group().then(pods -> situation.nodes().map(nodes -> situation)));
  }
}
