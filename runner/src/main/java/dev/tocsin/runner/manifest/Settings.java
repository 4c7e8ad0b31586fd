package dev.tocsin.runner.manifest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the configuration does not say.
 *
 * @param image what runs; its entry point is {@code tocsin}
 * @param name of the objects; absent: the ledger's
 * @param secret the Secret with what is secret; absent: it is named as the objects are
 * @param zone in which mails show times
 * @param memory what a round may use, for example {@code 256Mi}
 * @param grace how long a round that is told to end may take
 * @param shards how many pods share a round, at least 1
 * @param only what alone is printed; absent: everything
 * @param namespace whether the namespace is to be made
 */
public record Settings(
    String image,
    Optional<String> name,
    Optional<String> secret,
    ZoneId zone,
    String memory,
    Duration grace,
    int shards,
    Optional<Only> only,
    NamespaceIs namespace) {

  /** Whether a round is shared at all. */
  boolean isSharded() {
    return shards > 1;
  }

  /** What may be asked for by itself. */
  public enum Only {
    /** The Roles and their bindings. */
    RIGHTS
  }

  /** Whose the namespace of the ledger is. */
  public enum NamespaceIs {
    /** Nothing else is in it: it is made, and may run restricted pods only. */
    OURS,
    /** It is there, and left as it is. */
    OTHERS
  }
}
