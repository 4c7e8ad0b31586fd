package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a node is ready. */
record NodeHealth(String name, Answer<Nodes> nodes, Instant now, Duration drainGrace) {

  Health health() {
    return nodes.value().map(all -> health(all.find(name))).orElseGet(() -> Health.unseen(nodes));
  }

  private Health health(Optional<NodeSeen> found) {
    if (found.isEmpty()) {
      return bad("there is no node " + name);
    }
    Finding ready = found.get().ready(Duration.ZERO, now);
    if (ready.isMet()) {
      Finding open = found.get().open();
      String but = open.detail().replace(found.get() + " ", "");
      return Health.well(ready.detail() + (open.isMet() ? "" : ", but " + but));
    }
    return found
        .get()
        .drain()
        .filter(drain -> drain.excuses(drainGrace, now))
        .map(drain -> Health.off("node " + name + " was " + drain.deed() + drain.ago(now)))
        .orElseGet(() -> bad(ready.detail()));
  }

  private static Health bad(String words) {
    return Health.bad(words, words);
  }
}
