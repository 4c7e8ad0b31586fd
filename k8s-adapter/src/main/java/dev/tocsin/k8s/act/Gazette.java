package dev.tocsin.k8s.act;

import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.witness.Became;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.k8s.witness.Entry;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Instant;

/** Writes our Events, and reads one again. */
final class Gazette {

  private final Kubernetes kubernetes;
  private final Chronicle chronicle;

  Gazette(Kubernetes kubernetes, Chronicle chronicle) {
    this.kubernetes = kubernetes;
    this.chronicle = chronicle;
  }

  String owner() {
    return chronicle.owner();
  }

  Instant now() {
    return kubernetes.time().now();
  }

  Answer<Event> create(Entry entry, Deadline deadline) {
    return heard(kubernetes.create(Kind.EVENTS, entry.namespace(), entry.event(), deadline));
  }

  Answer<Event> read(String namespace, String name, Deadline deadline) {
    return kubernetes.get(new Ref<>(Kind.EVENTS, namespace, name), deadline);
  }

  /** Says what became of an attempt, unless that is said already. */
  void became(Entry entry, Outcome outcome, Deadline deadline) {
    Became became = Became.of(outcome);
    if (became != entry.became()) {
      became(entry, became, deadline);
    }
  }

  /** Says what became of an attempt. */
  Answer<Event> became(Entry entry, Became became, Deadline deadline) {
    return heard(kubernetes.patch(ref(entry), Entry.patch(became), deadline));
  }

  /** Lets an Event live on. */
  Answer<Event> keep(Entry entry, Deadline deadline) {
    return heard(kubernetes.patch(ref(entry), entry.kept(now()), deadline));
  }

  private static Ref<Event> ref(Entry entry) {
    return new Ref<>(Kind.EVENTS, entry.namespace(), entry.name());
  }

  private Answer<Event> heard(Answer<Event> written) {
    written.value().ifPresent(chronicle::wrote);
    return written;
  }
}
