package dev.tocsin.simulation.world;

import dev.tocsin.incident.Precondition.Verdict;

/** What a node can be. */
public enum NodeState {
  /** Ready; what is on it can run. */
  UP("up", Verdict.MET, "is Ready"),
  /** Not ready; what is on it is down, and a restart stays Pending. */
  DOWN("down", Verdict.NOT_MET, "is not Ready"),
  /** Its object is deleted: nobody can say whether it is ready. */
  GONE("gone", Verdict.UNKNOWN, "is not known to the API server"),
  /** Ready, and closed for new pods: what runs goes on, a restart stays Pending. */
  CORDONED("cordoned", Verdict.NOT_MET, "is cordoned");

  private final String word;
  private final Verdict verdict;
  private final String detail;

  NodeState(String word, Verdict verdict, String detail) {
    this.word = word;
    this.verdict = verdict;
    this.detail = detail;
  }

  /** In a story. */
  public String word() {
    return word;
  }

  Verdict verdict() {
    return verdict;
  }

  String detail() {
    return detail;
  }

  /** Whether what is on it goes on running. */
  boolean runs() {
    return this == UP || this == CORDONED;
  }
}
