package dev.tocsin.k8s.look;

import dev.tocsin.incident.Incident;
import dev.tocsin.incident.Ledger;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a target that the cluster does not say.
 *
 * @param target its name, by which its own attempts are told from those of others
 * @param place where it was last seen to run; believed only if nothing else tells
 */
public record Known(Optional<String> target, Optional<String> place) {

  /** For whoever only wants to see the workload. */
  public static final Known NOTHING = new Known(Optional.empty(), Optional.empty());

  public Known {
    Objects.requireNonNull(target);
    Objects.requireNonNull(place);
  }

  static Known of(String target, Ledger remembered) {
    Optional<String> place = remembered.of(target).incident().flatMap(Incident::place);
    return new Known(Optional.of(target), place);
  }
}
