package dev.tocsin.k8s.witness;

import dev.tocsin.incident.Sighting;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Collection;

/** What was read in this round of our own Events, and what follows from them. One for a round. */
public final class Chronicle {

  private final String owner;

  /**
   * Nothing is known yet.
   *
   * @param owner which installation we are: two of them may watch the same target
   */
  public Chronicle(String owner) {
    this.owner = owner;
  }

  /** Which installation we are. */
  public String owner() {
    return owner;
  }

  /** Events that carry our label were read, ours and those of other installations. */
  public void heard(Collection<Event> events) {
    throw new IllegalStateException(events.toString());
  }

  /**
   * What is remembered of our deeds about a target.
   *
   * @param marked what a restart may have left its mark on: ReplicaSets and pods of the workload
   */
  public Sighting.Witness witness(String target, Collection<? extends HasMetadata> marked) {
    throw new IllegalStateException(target + marked);
  }
}
