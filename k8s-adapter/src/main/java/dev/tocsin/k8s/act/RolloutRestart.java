package dev.tocsin.k8s.act;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.witness.Became;
import dev.tocsin.k8s.witness.Entry;
import dev.tocsin.k8s.witness.Mark;
import dev.tocsin.k8s.witness.Subject;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replaces all pods of a workload, a few at a time, by marking its pod template with the attempt's
 * key: to mark it again changes nothing.
 */
final class RolloutRestart implements Remedy {

  private final Kubernetes kubernetes;
  private final Gazette gazette;
  private final Ref<? extends HasMetadata> ref;

  RolloutRestart(Kubernetes kubernetes, Gazette gazette, Ref<? extends HasMetadata> ref) {
    this.kubernetes = kubernetes;
    this.gazette = gazette;
    this.ref = ref;
  }

  // Making

  @Override
  public Outcome make(Attempt attempt, Deadline deadline) {
    Answer<? extends HasMetadata> read = kubernetes.get(ref, deadline);
    if (!(read instanceof Answer.Ok<? extends HasMetadata> ok)) {
      return Upshot.nothingDone(read);
    }
    Mark mark = Mark.of(attempt, gazette.owner());
    if (carries(ok.of(), mark)) {
      return new Outcome.Done(ref + " carries this attempt's mark already");
    }
    if (restartsNothing(ok.of())) {
      return new Outcome.Refused(ref + " has the update strategy OnDelete: nothing would restart");
    }
    Subject workload = Subject.of(ok.of());
    Answer<Binding> bound = Binding.of(gazette, entry(attempt, workload), deadline);
    if (!(bound instanceof Answer.Ok<Binding> binding)) {
      return Upshot.nothingDone(bound);
    }
    Outcome outcome = restart(binding.of(), workload, mark, deadline);
    gazette.became(binding.of().entry(), outcome, deadline);
    return outcome;
  }

  private Entry entry(Attempt attempt, Subject workload) {
    String note = attempt.step() + " of " + ref + ", attempt " + attempt.number() + " in incident "
        + attempt.incident();
    return Entry.attempt(attempt, gazette.owner(), workload, Optional.empty(), note, gazette.now());
  }

  private Outcome restart(Binding binding, Subject workload, Mark mark, Deadline deadline) {
    if (!binding.entry().about().uid().equals(workload.uid())) {
      return new Outcome.NotDone(ref + " is another one than when this attempt was begun");
    }
    Map<String, String> annotations = mark.annotations(binding.entry().at());
    Map<String, ?> patch = Map.of(
        "metadata",
        Map.of("uid", workload.uid()),
        "spec",
        Map.of("template", Map.of("metadata", Map.of("annotations", annotations))));
    Answer<? extends HasMetadata> answer = kubernetes.patch(ref, patch, deadline);
    return Upshot.certainlyNothing(answer)
        ? refused(answer, workload, deadline)
        : restarted(answer, mark, deadline);
  }

  /** To be of another uid is no mistake of ours: somebody made it anew. */
  private Outcome refused(Answer<?> answer, Subject workload, Deadline deadline) {
    if (!(answer instanceof Answer.Refused<?> no)) {
      return new Outcome.NotDone(answer.words());
    }
    boolean anew = kubernetes
        .get(ref, deadline)
        .value()
        .filter(now -> !workload.uid().equals(now.getMetadata().getUid()))
        .isPresent();
    return anew ? new Outcome.NotDone(ref + " was made anew meanwhile") : Upshot.refused(no);
  }

  private Outcome restarted(Answer<?> answer, Mark mark, Deadline deadline) {
    Answer<? extends HasMetadata> after = kubernetes.get(ref, deadline);
    if (!(after instanceof Answer.Ok<? extends HasMetadata> ok)) {
      return Upshot.unknown(after);
    }
    boolean marked = carries(ok.of(), mark) || yes(anyMarked(ok.of(), mark, deadline));
    return marked
        ? new Outcome.Done("restarted " + ref)
        : Upshot.unseen(answer, ref + " does not carry this attempt's mark");
  }

  private static boolean carries(HasMetadata object, Mark mark) {
    return Mark.on(object).filter(mark::equals).isPresent();
  }

  private static boolean restartsNothing(HasMetadata workload) {
    return workload instanceof StatefulSet set
        && set.getSpec().getUpdateStrategy() != null
        && "OnDelete".equals(set.getSpec().getUpdateStrategy().getType());
  }

  // Looking for it

  /** GitOps may have taken the mark from the template: what was made from it still has it. */
  @Override
  public Outcome find(Attempt attempt, Deadline deadline) {
    Mark mark = Mark.of(attempt, gazette.owner());
    Answer<? extends HasMetadata> read = kubernetes.get(ref, deadline);
    if (read instanceof Answer.Absent) {
      return new Outcome.NotDone(read.words());
    }
    if (!(read instanceof Answer.Ok<? extends HasMetadata> ok)) {
      return Upshot.unknown(read);
    }
    if (carries(ok.of(), mark)) {
      return new Outcome.Done(ref + " carries this attempt's mark");
    }
    Answer<Boolean> made = anyMarked(ok.of(), mark, deadline);
    if (yes(made)) {
      return new Outcome.Done("it was restarted; somebody took the mark from its template since");
    }
    return byEvent(attempt, made, deadline);
  }

  private Outcome byEvent(Attempt attempt, Answer<Boolean> marked, Deadline deadline) {
    String name = Entry.name(attempt, gazette.owner());
    Answer<Event> read = gazette.read(ref.namespace(), name, deadline);
    Optional<Entry> entry = read.value().flatMap(Entry::read);
    if (entry.filter(e -> e.became() == Became.DONE).isPresent()) {
      return new Outcome.Done("it was restarted, says its Event");
    }
    if (!(marked instanceof Answer.Ok)) {
      return Upshot.unknown(marked);
    }
    if (!(read instanceof Answer.Ok || read instanceof Answer.Absent)) {
      return Upshot.unknown(read);
    }
    Outcome outcome = new Outcome.NotDone(ref + " was not restarted");
    entry.ifPresent(e -> gazette.became(e, outcome, deadline));
    return outcome;
  }

  private static boolean yes(Answer<Boolean> answer) {
    return answer.value().orElse(false);
  }

  private Answer<Boolean> anyMarked(HasMetadata workload, Mark mark, Deadline deadline) {
    return workload instanceof Deployment deployment
        ? anyMarked(Kind.REPLICA_SETS, deployment.getSpec().getSelector(), mark, deadline)
        : anyMarked(Kind.PODS, ((StatefulSet) workload).getSpec().getSelector(), mark, deadline);
  }

  private <T extends HasMetadata> Answer<Boolean> anyMarked(
      Kind<T> kind, LabelSelector selector, Mark mark, Deadline deadline) {
    Answer<List<T>> all = kubernetes.list(kind, ref.namespace(), labels(selector), deadline);
    return all.map(made -> made.stream().anyMatch(object -> carries(object, mark)));
  }

  /** The key is ours alone, so whatever else is listed does no harm. */
  private static Map<String, String> labels(LabelSelector selector) {
    List<String> terms = new ArrayList<>();
    new TreeMap<>(Optional.ofNullable(selector.getMatchLabels()).orElse(Map.of()))
        .forEach((name, value) -> terms.add(name + "=" + value));
    return terms.isEmpty() ? Map.of() : Map.of("labelSelector", String.join(",", terms));
  }
}
