package dev.tocsin.k8s.act;

import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import java.util.Map;

/** Repairs workloads, and writes Events about them; telling people is somebody else's. */
public final class ClusterEffects implements Effects {

  private final Kubernetes kubernetes;
  private final Chronicle chronicle;
  private final Map<String, Watched> watched;
  private final Effects beside;

  /**
   * Effects.
   *
   * @param chronicle what the cluster remembers of our deeds, shared with the observer
   * @param watched by target name
   * @param beside tells, and makes the attempts that are not the cluster's
   */
  public ClusterEffects(
      Kubernetes kubernetes, Chronicle chronicle, Map<String, Watched> watched, Effects beside) {
    this.kubernetes = kubernetes;
    this.chronicle = chronicle;
    this.watched = Map.copyOf(watched);
    this.beside = beside;
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    throw new IllegalStateException(kubernetes + " " + chronicle + " " + watched + " " + beside);
  }

  /** Writes Events about what a round decided: what holds a repair, once for every change. */
  public void publish(RoundReport report, Deadline deadline) {
    throw new IllegalStateException(report.toString() + deadline);
  }
}
