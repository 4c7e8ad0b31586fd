package dev.tocsin.k8s.look;

import dev.tocsin.incident.Precondition;
import dev.tocsin.k8s.api.Answer;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a target may be acted on, fact by fact, in the order of {@link Fact}. */
final class Preconditions {

  private final Situation situation;
  private final Map<Fact, Supplier<Finding>> facts = new EnumMap<>(Fact.class);

  private Preconditions(Situation situation) {
    this.situation = situation;
    OwnerFacts owner = new OwnerFacts(situation);
    PodFacts pods = new PodFacts(situation);
    facts.put(Fact.NODE_READY, situation.nodeFacts()::ready);
    facts.put(Fact.NODE_SCHEDULABLE, situation.nodeFacts()::schedulable);
    facts.put(Fact.NAMESPACE_ACTIVE, this::namespaceActive);
    facts.put(Fact.OWNER_KNOWN, owner::known);
    facts.put(Fact.NOT_PAUSED, owner::notPaused);
    facts.put(Fact.ROLLOUT_SETTLED, owner::rolloutSettled);
    facts.put(Fact.PODS_CREATABLE, owner::podsCreatable);
    facts.put(Fact.POD_SCHEDULED, pods::scheduled);
    facts.put(Fact.IMAGE_PULLABLE, pods::imagePullable);
    facts.put(Fact.NOT_CRASH_LOOPING, pods::notCrashLooping);
    facts.put(Fact.NOT_TERMINATING, pods::notTerminating);
    facts.put(Fact.OTHERS_READY, pods::othersReady);
    facts.put(Fact.DISRUPTION_ALLOWED, new Disruption(situation)::allowed);
    facts.put(Fact.STARTUP_OVER, pods::startupOver);
    facts.put(Fact.UNTOUCHED, new Touches(situation)::none);
  }

  /** Every fact that is asked for. */
  static List<Precondition> of(Situation situation) {
    Preconditions all = new Preconditions(situation);
    return Arrays.stream(Fact.values())
        .filter(situation.asked()::asksFor)
        .map(fact -> all.facts.get(fact).get().as(fact))
        .toList();
  }

  /** Of a node that must be good, where no workload is known. */
  static List<Precondition> of(String node, Asked asked, Ground ground) {
    return Stream.of(
            Map.entry(Fact.NODE_READY, ground.ready(node)),
            Map.entry(Fact.NODE_SCHEDULABLE, ground.open(node)))
        .filter(entry -> asked.asksFor(entry.getKey()))
        .map(entry -> entry.getValue().as(entry.getKey()))
        .toList();
  }

  private Finding namespaceActive() {
    String subject = "namespace " + situation.workload().namespace();
    Answer<Namespace> read = situation.namespace().itself();
    if (read instanceof Answer.Absent<Namespace>) {
      return Finding.notMet(subject, "there is no " + subject);
    }
    return read.value()
        .map(namespace -> active(subject, namespace))
        .orElseGet(() -> Finding.unread(situation, read));
  }

  private static Finding active(String subject, Namespace namespace) {
    String phase = Optional.ofNullable(namespace.getStatus())
        .map(NamespaceStatus::getPhase)
        .orElse("");
    if (Meta.of(namespace).isLeaving() || phase.equals("Terminating")) {
      return Finding.notMet(subject, subject + " is being deleted");
    }
    return phase.equals("Active")
        ? Finding.met(subject, subject + " is active")
        : Finding.unknown(subject, subject + " says of itself '" + phase + "'");
  }
}
