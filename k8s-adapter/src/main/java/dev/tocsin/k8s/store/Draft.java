package dev.tocsin.k8s.store;

import dev.tocsin.round.IncidentStore.Version;
import dev.tocsin.round.IncidentStore.Written;
import java.util.Optional;

/**
 * One write that is to be made. Its writer is named in it as nobody else is, so that it is found
 * again when its answer was lost.
 *
 * @param map what is to be written
 * @param base the version that it replaces
 */
record Draft(LedgerMap map, Version base) {

  boolean isFirst() {
    return base.equals(Version.ABSENT);
  }

  /**
   * What became of it, judged by what is there now; empty if all is as it was before. What somebody
   * changed in it since must be read before it is written again, so its version is an old one then.
   */
  Optional<Written> in(LedgerMap now) {
    if (now.isOfOneWriteWith(map)) {
      return Optional.of(new Written.At(now.says(map) ? now.version() : base));
    }
    return now.version().equals(base) ? Optional.empty() : Optional.of(new Written.Superseded());
  }

  /** What became of it, if there is nothing now. */
  Optional<Written> gone() {
    return isFirst() ? Optional.empty() : Optional.of(new Written.Superseded());
  }
}
