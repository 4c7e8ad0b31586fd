package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether what makes the pods is there, of a kind that we know, and free to make new ones. */
final class OwnerFacts {

  private static final Set<String> KNOWN = Set.of("ReplicaSet", "StatefulSet", "DaemonSet");
  private static final Set<String> NEVER = Set.of("Node", "Job");

  private final Situation situation;

  OwnerFacts(Situation situation) {
    this.situation = situation;
  }

  /** Whether a pod that is taken away is made anew, by someone whom we know if that is asked. */
  boolean makesAnew(PodSeen pod) {
    return situation.asked().asksFor(Fact.OWNER_KNOWN)
        ? foreign(pod).isEmpty()
        : pod.meta().controller().filter(owner -> !NEVER.contains(owner.kind())).isPresent();
  }

  Finding known() {
    return with(situation.makers(), this::known);
  }

  private Finding known(List<Controller> makers) {
    Optional<Controller> going =
        makers.stream().filter(m -> m.meta().isLeaving()).findFirst();
    if (going.isPresent()) {
      return Finding.notMet(situation, going.get().words() + " is being deleted");
    }
    if (makers.isEmpty() && situation.pods().isEmpty()) {
      return Finding.notMet(situation, nobody());
    }
    return situation.pods().stream()
        .flatMap(pod -> foreign(pod).stream())
        .findFirst()
        .orElseGet(() -> Finding.met(situation, situation + " makes its pods anew"));
  }

  private String nobody() {
    return (situation.isNamed() ? "there is no " : "nothing makes ") + situation;
  }

  /** What is strange about the owner of a pod; empty if we know it. */
  private Optional<Finding> foreign(PodSeen pod) {
    if (situation.isNamed()) {
      return Optional.empty();
    }
    Optional<Owner> owner = pod.meta().controller();
    if (owner.isEmpty()) {
      return Optional.of(Finding.notMet(situation, pod + " has no controller to make it anew"));
    }
    return owner
        .filter(o -> o.kind().equals("Node"))
        .map(o -> Finding.notMet(situation, pod + " is a static pod of node " + o.name()))
        .or(() -> stranger(pod, owner.get()));
  }

  /** A ReplicaSet may belong to somebody whom we do not know. */
  private Optional<Finding> stranger(PodSeen pod, Owner owner) {
    Optional<Makers> makers = situation.namespace().controllers().makers().value();
    Optional<Controller> maker = makers.flatMap(all -> all.ownerOf(pod));
    if (maker.isEmpty()) {
      return Optional.of(
          KNOWN.contains(owner.kind())
              ? Finding.unknown(situation, owner + ", which made " + pod + ", was not seen")
              : Finding.notMet(situation, pod + belongs(owner)));
    }
    return maker
        .get()
        .meta()
        .controller()
        .filter(above -> !above.kind().equals("Deployment"))
        .map(above -> Finding.notMet(situation, pod + belongs(above)));
  }

  private static String belongs(Owner owner) {
    return " belongs to " + owner + ", a kind of owner that we do not know";
  }

  Finding notPaused() {
    return with(
        situation.makers(),
        makers -> makers.stream()
            .filter(Controller::isPaused)
            .findFirst()
            .map(maker -> Finding.notMet(situation, maker.words() + " is paused"))
            .orElseGet(() -> Finding.met(situation, situation + " is not paused")));
  }

  Finding rolloutSettled() {
    return with(situation.makers(), makers -> {
      Rollout rollout = Rollout.of(makers);
      return rollout.isSettled()
          ? Finding.met(situation, rollout.detail())
          : Finding.notMet(situation, rollout.detail());
    });
  }

  Finding podsCreatable() {
    Creation creation = new Creation(situation);
    return with(
        situation.makers(),
        makers -> creation
            .refusal()
            .map(why -> Finding.notMet(situation, situation + " can make no pods: " + why))
            .or(creation::unread)
            .orElseGet(
                () -> Finding.met(situation, "nothing keeps " + situation + " from making pods")));
  }

  private <T> Finding with(Answer<T> read, Function<T, Finding> then) {
    return read.value().map(then).orElseGet(() -> Finding.unread(situation, read));
  }
}
