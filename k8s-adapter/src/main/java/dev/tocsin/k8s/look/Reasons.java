package dev.tocsin.k8s.look;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why pods are not available, for people: the two weightiest reasons. */
record Reasons(Situation situation, PodGroup pods, Rollout rollout) {

  Optional<String> words() {
    String words = Stream.of(
            refusal(), ailments(), pending(), lingering(), stuck(), left(), paused())
        .flatMap(reason -> reason)
        .distinct()
        .limit(2)
        .collect(Collectors.joining("; "));
    return Filled.word(words);
  }

  private Stream<String> refusal() {
    return new Creation(situation)
        .refusal().map(why -> "no more pods can be made: " + why).stream();
  }

  /** Of several broken pods the one with the weightiest ailment speaks for all. */
  private Stream<String> ailments() {
    return pods.broken().stream()
        .flatMap(pod -> Diagnosis.of(pod, situation).stream())
        .min(Comparator.comparing(Ailment::kind))
        .map(Ailment::words)
        .stream();
  }

  /** Ready, and not yet for as long as its controller asks. */
  private Stream<String> pending() {
    return pods.broken().isEmpty() && !pods.current().isEmpty() && !isShort()
        ? Stream.of(pods.current().get(0) + " is ready, but not yet for long enough")
        : Stream.empty();
  }

  private boolean isShort() {
    return situation.makers().value().stream()
            .flatMap(List::stream)
            .mapToInt(Controller::desired)
            .sum()
        > pods.current().size();
  }

  private Stream<String> lingering() {
    return new PodFacts(situation).lingering(pods).stream();
  }

  private Stream<String> stuck() {
    return rollout.stage() == Rollout.Stage.SETTLED ? Stream.empty() : Stream.of(rollout.detail());
  }

  /** Only what failed is left: its words, such as why it was evicted. */
  private Stream<String> left() {
    return pods.current().isEmpty()
        ? pods.over().stream().limit(1).map(pod -> pod + " is " + pod.phase() + pod.why())
        : Stream.empty();
  }

  private Stream<String> paused() {
    return situation.makers().value().stream()
        .flatMap(List::stream)
        .filter(Controller::isPaused)
        .limit(1)
        .map(maker -> maker.words() + " is paused");
  }
}
