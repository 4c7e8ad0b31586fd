package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Marks;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether somebody else restarted a workload just now: a human, a tool, another of us, or we
 * ourselves for another target (F73, F83).
 */
final class Touches {

  private static final String ATTEMPTED = "Attempted";
  private static final Set<String> WITHOUT_EFFECT = Set.of("not-done", "refused");

  private final Situation situation;

  Touches(Situation situation) {
    this.situation = situation;
  }

  private record Touch(Instant at, String words) {}

  Finding none() {
    if (situation.makers().value().isEmpty()) {
      return Finding.unread(situation, situation.makers());
    }
    if (situation.versions().value().isEmpty()) {
      return Finding.unread(situation, situation.versions());
    }
    if (situation.namespace().ours().value().isEmpty()) {
      return Finding.unread(situation, situation.namespace().ours());
    }
    return Stream.of(byHand(), rollouts(), byOthersOfUs())
        .flatMap(touches -> touches)
        .filter(this::isRecent)
        .max(Comparator.comparing(Touch::at))
        .map(touch ->
            Finding.notMet(situation, touch.words() + " " + situation.span(touch.at()) + " ago"))
        .orElseGet(() -> Finding.met(situation, "nobody else restarted it just now"));
  }

  /** A time that lies far ahead is a mistake of somebody, and must not block for ever. */
  private boolean isRecent(Touch touch) {
    Duration untouched = situation.asked().untouched();
    return situation.isYounger(touch.at(), untouched)
        && !touch.at().isAfter(situation.now().plus(untouched));
  }

  private Stream<Touch> byHand() {
    return makers()
        .flatMap(maker -> maker.template().restartedAt().flatMap(Times::at).stream()
            .map(at -> new Touch(at, "somebody restarted " + maker.words())));
  }

  private Stream<Touch> rollouts() {
    return makers()
        .filter(DeploymentSeen.class::isInstance)
        .map(DeploymentSeen.class::cast)
        .flatMap(deployment -> rollout(deployment).stream());
  }

  /** The newest version of a Deployment, unless it came of an attempt of ours. */
  private Optional<Touch> rollout(DeploymentSeen deployment) {
    List<ReplicaSetSeen> versions =
        situation.namespace().controllers().versions(deployment).value().orElse(List.of());
    return versions.stream()
        .findFirst()
        .filter(newest -> !isOurs(newest, versions))
        .flatMap(newest -> Stream.concat(
                newest.meta().created().stream(), deployment.progressed().stream())
            .max(Instant::compareTo))
        .map(at -> new Touch(at, "somebody changed " + deployment.words()));
  }

  /** A key of ours that the version before has too is older than this one. */
  private boolean isOurs(ReplicaSetSeen newest, List<ReplicaSetSeen> versions) {
    Optional<String> key = newest.template().attemptOf(situation.owner());
    return key.isPresent()
        && versions.stream()
            .skip(1)
            .findFirst()
            .filter(before -> before.template().attemptOf(situation.owner()).equals(key))
            .isEmpty();
  }

  private Stream<Touch> byOthersOfUs() {
    Notes heard = situation.namespace().ours().value().orElse(Notes.NONE);
    Stream<Event> aboutMakers =
        makers().flatMap(maker -> heard.about(maker.kind(), maker.meta().name()).stream());
    Stream<Event> aboutPods = situation.group().value().stream()
        .flatMap(PodGroup::all)
        .flatMap(pod -> heard.about("Pod", pod.name()).stream());
    return Stream.concat(aboutMakers, aboutPods)
        .filter(event -> ATTEMPTED.equals(event.getReason()) && isForeign(Meta.of(event)))
        .flatMap(event -> Notes.time(event).stream().map(at -> new Touch(at, words(event))));
  }

  /** Made by another installation of ours, or by this one for another target. */
  private boolean isForeign(Meta event) {
    boolean effect =
        event.annotation(Marks.OUTCOME).filter(WITHOUT_EFFECT::contains).isEmpty();
    return effect && (!isOurs(event) || forAnother(event).isPresent());
  }

  private boolean isOurs(Meta event) {
    return event.annotation(Marks.OWNER).equals(Optional.of(situation.owner()));
  }

  private Optional<String> forAnother(Meta event) {
    Optional<String> target = Optional.ofNullable(event.labels().get(Marks.TARGET));
    return situation.known().target().isPresent()
        ? target.filter(name -> !situation.known().target().equals(target))
        : Optional.empty();
  }

  private String words(Event event) {
    Meta meta = Meta.of(event);
    return isOurs(meta)
        ? "it was repaired for target " + forAnother(meta).orElse("")
        : "another installation (" + meta.annotation(Marks.OWNER).orElse("without a name")
            + ") repaired it";
  }

  private Stream<Controller> makers() {
    return situation.makers().value().stream().flatMap(List::stream);
  }
}
