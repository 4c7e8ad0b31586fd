package dev.tocsin.k8s.act;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.k8s.witness.Entry;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.RoundReport;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says in Events what was told and what holds. Trouble with that is nobody else's: it changes no
 * outcome, and a namespace in which there was some is left alone for the rest of the round.
 */
final class Bulletin {

  /** An Event lives for an hour by default: it is confirmed about twice in that time. */
  private static final Duration FRESH = Duration.ofMinutes(25);

  private static final int EXISTS = 409;

  private final Kubernetes kubernetes;
  private final Gazette gazette;
  private final Chronicle chronicle;
  private final Map<String, Watched> watched;
  private final Set<String> closed = new TreeSet<>();
  private final Set<String> unread = new TreeSet<>();
  private final Set<String> troubles = new LinkedHashSet<>();
  private final Set<String> bugs = new LinkedHashSet<>();
  private final Set<String> vanishing = new TreeSet<>();
  private final Set<Saying> owed = new LinkedHashSet<>();

  Bulletin(
      Kubernetes kubernetes, Gazette gazette, Chronicle chronicle, Map<String, Watched> watched) {
    this.kubernetes = kubernetes;
    this.gazette = gazette;
    this.chronicle = chronicle;
    this.watched = watched;
  }

  /** Somebody was told: the cluster is to remember it, after the round if there is no time now. */
  void told(Notice notice, Deadline deadline) {
    for (Notice.Member member : notice.members()) {
      quietly(
          member.target(),
          () -> Saying.told(notice.kind(), member).ifPresent(saying -> told(saying, deadline)));
    }
  }

  /** Known already if it is told once more: its memory was reset by hand, or lost. */
  private void told(Saying saying, Deadline deadline) {
    if (subject(saying.incident().target()).isEmpty()) {
      return;
    }
    owed.add(saying);
    known(saying).ifPresentOrElse(e -> confirm(e, deadline), () -> say(saying, deadline));
    if (known(saying).isPresent()) {
      owed.remove(saying);
    }
  }

  /** What was left out, what the round decided, and what is to be remembered for longer. */
  List<String> publish(RoundReport report, Deadline deadline) {
    report
        .plan()
        .ifPresent(plan -> plan.decisions().stream()
            .filter(Bulletin::isVanishing)
            .flatMap(d -> subject(d.target()).stream())
            .forEach(subject -> vanishing.add(subject.eventsIn())));
    leftOut(deadline);
    report.outcomes().forEach((key, outcome) -> became(key, outcome, deadline));
    if (chronicle.listening()) {
      List<Decision> decisions = report.plan().map(p -> p.decisions()).orElse(List.of());
      decisions.forEach(d -> quietly(d.target(), () -> held(d, deadline)));
      report
          .ledger()
          .ifPresent(ledger -> ledger
              .memories()
              .values()
              .forEach(m -> quietly(m.target(), () -> keep(m, deadline))));
    }
    return Stream.concat(bugs.stream(), troubles.stream()).toList();
  }

  /** What was told is said once more, and only once: there may be time or an answer now. */
  private void leftOut(Deadline deadline) {
    if (owed.isEmpty()) {
      return;
    }
    List<Saying> again = List.copyOf(owed);
    closed.clear();
    troubles.clear();
    again.forEach(saying -> quietly(saying.incident().target(), () -> told(saying, deadline)));
    owed.clear();
  }

  /** An Event that says less of an attempt than is known would count against us. */
  private void became(String key, Outcome outcome, Deadline deadline) {
    chronicle
        .attempt(key)
        .filter(entry -> isOpen(entry.about(), deadline))
        .ifPresent(entry -> gazette.became(entry, outcome, deadline));
  }

  private void quietly(String target, Runnable saying) {
    try {
      saying.run();
    } catch (RuntimeException e) {
      bugs.add("a bug of ours: Events about " + target + ": " + e);
    }
  }

  /** A namespace that is being deleted is not written to. */
  private static boolean isVanishing(Decision decision) {
    return decision.seen().preconditions().stream()
        .anyMatch(
            p -> p.name().equals(Fact.NAMESPACE_ACTIVE.word()) && p.verdict() == Verdict.NOT_MET);
  }

  // What holds

  /** The last Event that said so is the memory of what held before. */
  private void held(Decision decision, Deadline deadline) {
    Optional<Saying> saying = Saying.held(decision);
    if (saying.isPresent() && !saying.map(Saying::part).equals(lastHeld(saying.get()))) {
      known(saying.get())
          .ifPresentOrElse(e -> confirm(e, deadline), () -> sayWhereRead(saying.get(), deadline));
    }
  }

  private Optional<String> lastHeld(Saying saying) {
    return chronicle.lastHeld(saying.incident()).map(Entry::part);
  }

  // What lasts

  /** What was told of an incident, while it lasts, and every attempt that counts for a budget. */
  private void keep(Memory memory, Deadline deadline) {
    Told.of(memory)
        .ifPresent(told -> told.deeds().forEach(deed -> keep(Saying.still(told, deed), deadline)));
    memory
        .attempts()
        .charges()
        .forEach(charge -> chronicle.attempt(charge.key()).ifPresent(e -> refresh(e, deadline)));
  }

  private void keep(Saying saying, Deadline deadline) {
    known(saying).ifPresentOrElse(e -> refresh(e, deadline), () -> sayWhereRead(saying, deadline));
  }

  private void refresh(Entry entry, Deadline deadline) {
    if (!entry.seen().plus(FRESH).isAfter(gazette.now())) {
      confirm(entry, deadline);
    }
  }

  // Events

  private Optional<Entry> known(Saying saying) {
    return chronicle.entry(saying.incident(), saying.part());
  }

  private Optional<Subject> subject(String target) {
    return Optional.ofNullable(watched.get(target)).flatMap(Workloads::subject);
  }

  private void confirm(Entry entry, Deadline deadline) {
    if (isOpen(entry.about(), deadline)) {
      answered(entry.about(), gazette.keep(entry, deadline));
    }
  }

  /** Where something exists that was not read, nothing follows from what was not read. */
  private void sayWhereRead(Saying saying, Deadline deadline) {
    boolean read = subject(saying.incident().target())
        .filter(subject -> !unread.contains(subject.eventsIn()))
        .isPresent();
    if (read) {
      say(saying, deadline);
    }
  }

  private void say(Saying saying, Deadline deadline) {
    String target = saying.incident().target();
    subject(target)
        .filter(subject -> isOpen(subject, deadline))
        .flatMap(subject -> identified(target, subject, deadline))
        .ifPresent(subject -> answered(subject, gazette.create(entry(saying, subject), deadline)));
  }

  private boolean isOpen(Subject subject, Deadline deadline) {
    String namespace = subject.eventsIn();
    return !closed.contains(namespace) && !vanishing.contains(namespace) && !deadline.passed();
  }

  private Entry entry(Saying saying, Subject subject) {
    return new Entry(
        saying.deed(),
        chronicle.owner(),
        saying.incident(),
        saying.part(),
        subject,
        Optional.empty(),
        saying.note(),
        gazette.now());
  }

  /** With its uid, by which {@code kubectl describe} finds its Events; what is gone has none. */
  private Optional<Subject> identified(String target, Subject subject, Deadline deadline) {
    Optional<Ref<? extends HasMetadata>> ref = Workloads.ref(watched.get(target));
    if (ref.isEmpty()) {
      return Optional.of(subject);
    }
    Answer<? extends HasMetadata> read = kubernetes.get(ref.get(), deadline);
    if (read instanceof Answer.Unreached || read instanceof Answer.Unclear) {
      close(subject, read);
      return Optional.empty();
    }
    return Optional.of(read.value().map(o -> Subject.of(o)).orElse(subject));
  }

  private void answered(Subject subject, Answer<Event> answer) {
    if (answer instanceof Answer.Refused<Event> no && no.status() == EXISTS) {
      unread.add(subject.eventsIn());
    } else if (!(answer instanceof Answer.Ok)) {
      close(subject, answer);
    }
  }

  private void close(Subject subject, Answer<?> why) {
    closed.add(subject.eventsIn());
    if (!Upshot.isVanishing(why)) {
      troubles.add("no Event about " + subject.name() + ": " + why.words());
    }
  }
}
