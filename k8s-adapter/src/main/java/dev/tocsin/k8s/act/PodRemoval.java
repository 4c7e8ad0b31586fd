package dev.tocsin.k8s.act;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.act.Candidates.Victim;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.witness.Became;
import dev.tocsin.k8s.witness.Entry;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Replaces one bad pod. The attempt is bound to the pod by its Event before anything is done, and
 * what became of it is read from the pod.
 */
final class PodRemoval implements Remedy {

  /** An Event lives for an hour by default; nobody should rely on the last ten minutes. */
  private static final Duration EVENT_LIFE = Duration.ofMinutes(50);

  private final Kubernetes kubernetes;
  private final Gazette gazette;
  private final Victims victims;
  private final Watched watched;
  private final Removal removal;

  PodRemoval(
      Kubernetes kubernetes, Gazette gazette, Victims victims, Watched watched, Removal removal) {
    this.kubernetes = kubernetes;
    this.gazette = gazette;
    this.victims = victims;
    this.watched = watched;
    this.removal = removal;
  }

  /** Whether the pod that an attempt is bound to is still there. */
  private enum Presence {
    THERE,
    /** There is none, or another of its name, or it is on its way out. */
    GONE
  }

  // Making

  @Override
  public Outcome make(Attempt attempt, Deadline deadline) {
    Answer<Candidates> read = victims.read(watched, deadline);
    if (!(read instanceof Answer.Ok<Candidates> ok)) {
      return Upshot.nothingDone(read);
    }
    Candidates candidates = ok.of();
    if (candidates.victims().isEmpty()) {
      return new Outcome.NotDone("there is no pod to replace: " + candidates.why());
    }
    Entry wanted = entry(attempt, candidates, candidates.victims().get(0));
    Answer<Binding> bound = Binding.of(gazette, wanted, deadline);
    if (!(bound instanceof Answer.Ok<Binding> binding)) {
      return Upshot.nothingDone(bound);
    }
    Outcome outcome = remove(binding.of(), candidates, deadline);
    gazette.became(binding.of().entry(), outcome, deadline);
    return outcome;
  }

  private Entry entry(Attempt attempt, Candidates candidates, Victim victim) {
    String note = attempt.step() + " of pod " + victim.pod().name() + " on node " + victim.node()
        + ", attempt " + attempt.number() + " in incident " + attempt.incident();
    return Entry.attempt(
        attempt,
        gazette.owner(),
        candidates.workload(),
        Optional.of(victim.pod()),
        note,
        gazette.now());
  }

  /** Looks once more first: a deed whose effect could not be read is not done. */
  private Outcome remove(Binding binding, Candidates candidates, Deadline deadline) {
    Subject pod = binding.entry().victim().orElseThrow();
    boolean earlier = binding.since() == Binding.Since.EARLIER;
    Answer<Presence> before = presence(pod, deadline);
    if (!(before instanceof Answer.Ok<Presence> seen)) {
      return earlier && !(before instanceof Answer.Refused)
          ? Upshot.unknown(before)
          : Upshot.nothingDone(before);
    }
    if (seen.of() == Presence.GONE) {
      String gone = words(pod) + " is gone already";
      return earlier ? new Outcome.Done(gone) : new Outcome.NotDone(gone);
    }
    Optional<Victim> victim = candidates.victim(pod.uid());
    return victim.isPresent()
        ? remove(victim.get(), deadline)
        : new Outcome.NotDone(words(pod) + " is no pod to replace any more");
  }

  private Outcome remove(Victim victim, Deadline deadline) {
    String pod = words(victim.pod());
    Answer<String> answer = removal.remove(kubernetes, victim, deadline);
    if (answer instanceof Answer.Refused<String> no) {
      return Upshot.refused(no);
    }
    if (Upshot.certainlyNothing(answer)) {
      return new Outcome.NotDone(answer.words());
    }
    Answer<Presence> after = presence(victim.pod(), deadline);
    if (!(after instanceof Answer.Ok<Presence> seen)) {
      return Upshot.unknown(after);
    }
    return seen.of() == Presence.GONE
        ? new Outcome.Done(removal.done() + " " + pod + " on node " + victim.node())
        : Upshot.unseen(answer, pod + " is still there");
  }

  // Looking for it

  @Override
  public Outcome find(Attempt attempt, Deadline deadline) {
    String namespace = watched.workload().orElseThrow().namespace();
    String name = Entry.name(attempt, gazette.owner());
    Answer<Event> read = gazette.read(namespace, name, deadline);
    if (read instanceof Answer.Absent) {
      return withoutEvent(attempt, deadline);
    }
    if (!(read instanceof Answer.Ok<Event> event)) {
      return Upshot.unknown(read);
    }
    return Entry.read(event.of())
        .filter(entry -> entry.victim().isPresent())
        .map(entry -> found(entry, deadline))
        .orElseGet(() -> new Outcome.Unclear("event " + name + " is damaged, or not ours"));
  }

  private Outcome found(Entry entry, Deadline deadline) {
    Outcome outcome = find(entry, deadline);
    gazette.became(entry, outcome, deadline);
    return outcome;
  }

  private Outcome find(Entry entry, Deadline deadline) {
    Subject pod = entry.victim().orElseThrow();
    if (entry.became() == Became.DONE) {
      return new Outcome.Done(words(pod) + " was replaced");
    }
    Answer<Presence> read = presence(pod, deadline);
    if (!(read instanceof Answer.Ok<Presence> seen)) {
      return Upshot.unknown(read);
    }
    return seen.of() == Presence.GONE
        ? new Outcome.Done(words(pod) + " is gone")
        : new Outcome.NotDone(words(pod) + " is still there");
  }

  /** Never bound, or so long ago that its Event is gone: then a pod younger than that says so. */
  private Outcome withoutEvent(Attempt attempt, Deadline deadline) {
    Instant ordered = attempt.ordered().at();
    if (gazette.now().isBefore(ordered.plus(EVENT_LIFE))) {
      return new Outcome.NotDone("it was not begun");
    }
    Answer<Candidates> read = victims.read(watched, deadline);
    if (!(read instanceof Answer.Ok<Candidates> candidates)) {
      return Upshot.unknown(read);
    }
    return candidates.of().youngest().filter(ordered::isBefore).isPresent()
        ? new Outcome.Done("its Event has expired, and a pod is younger than the attempt")
        : new Outcome.NotDone("it was not begun: every pod is older than the attempt");
  }

  private Answer<Presence> presence(Subject pod, Deadline deadline) {
    Answer<Pod> read = kubernetes.get(new Ref<>(Kind.PODS, pod.namespace(), pod.name()), deadline);
    return read instanceof Answer.Absent
        ? new Answer.Ok<>(Presence.GONE)
        : read.map(p -> isThere(p, pod.uid()) ? Presence.THERE : Presence.GONE);
  }

  private static boolean isThere(Pod pod, String uid) {
    return uid.equals(pod.getMetadata().getUid())
        && pod.getMetadata().getDeletionTimestamp() == null;
  }

  private static String words(Subject pod) {
    return "pod " + pod.namespace() + "/" + pod.name();
  }
}
