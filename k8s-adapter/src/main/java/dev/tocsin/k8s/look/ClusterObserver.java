package dev.tocsin.k8s.look;

import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Observer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Looks at a cluster, and has somebody else look at what a cluster does not see. */
public final class ClusterObserver implements Observer {

  private final Kubernetes kubernetes;
  private final Chronicle chronicle;
  private final Map<String, Watched> watched;
  private final Duration drainGrace;
  private final Observer beside;

  /**
   * An observer.
   *
   * @param chronicle what the cluster remembers of our deeds, shared with the effects
   * @param watched by target name; a target that is not in it is only looked at by {@code beside}
   * @param drainGrace how long a target that was drained away is switched off on purpose rather
   *     than failing
   * @param beside looks at what is checked elsewhere, and adds preconditions of its own
   */
  public ClusterObserver(
      Kubernetes kubernetes,
      Chronicle chronicle,
      Map<String, Watched> watched,
      Duration drainGrace,
      Observer beside) {
    this.kubernetes = kubernetes;
    this.chronicle = chronicle;
    this.watched = Map.copyOf(watched);
    this.drainGrace = drainGrace;
    this.beside = beside;
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    throw new IllegalStateException(
        kubernetes + " " + chronicle + " " + watched + " " + drainGrace + " " + beside);
  }
}
