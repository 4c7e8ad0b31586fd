package dev.tocsin.k8s.act;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.witness.Became;
import dev.tocsin.k8s.witness.Entry;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Optional;

/**
 * An attempt's Event, which exists before the attempt is made and binds its key to what it may be
 * made on: whoever makes the attempt again finds it, and touches nothing else.
 *
 * @param entry the Event
 * @param since whether the attempt may have been made before
 */
record Binding(Entry entry, Since since) {

  /** Since when an attempt is bound. */
  enum Since {
    /** Nobody can have made it yet. */
    NOW,
    /** An earlier try may have made it. */
    EARLIER
  }

  private static final int EXISTS = 409;

  /** Binds an attempt to a victim, or finds what it is bound to already. */
  static Answer<Binding> of(Gazette gazette, Entry wanted, Deadline deadline) {
    Answer<Event> made = gazette.create(wanted, deadline);
    boolean mayExist = made instanceof Answer.Unclear
        || made instanceof Answer.Refused<Event> no && no.status() == EXISTS;
    return mayExist
        ? earlier(gazette, wanted, deadline)
        : made.map(event -> new Binding(wanted, Since.NOW));
  }

  private static Answer<Binding> earlier(Gazette gazette, Entry wanted, Deadline deadline) {
    Answer<Event> read = gazette.read(wanted.namespace(), wanted.name(), deadline);
    if (!(read instanceof Answer.Ok<Event> ok)) {
      return new Answer.Unreached<>("the attempt could not be bound: " + read.words());
    }
    Optional<Entry> bound = Entry.read(ok.of())
        .filter(e -> e.victim().isPresent() == wanted.victim().isPresent());
    if (bound.isEmpty()) {
      return new Answer.Unreached<>("event " + wanted.name() + " is damaged, or not ours");
    }
    return reopened(gazette, bound.get(), deadline).map(e -> new Binding(e, Since.EARLIER));
  }

  /** What is tried again may take effect after all: until that is known, nothing is said of it. */
  private static Answer<Entry> reopened(Gazette gazette, Entry bound, Deadline deadline) {
    return bound.became() == Became.NOT_DONE || bound.became() == Became.REFUSED
        ? gazette.became(bound, Became.OPEN, deadline).map(e -> Entry.read(e).orElse(bound))
        : new Answer.Ok<>(bound);
  }
}
