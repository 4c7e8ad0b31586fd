package dev.tocsin.k8s.look;

import dev.tocsin.k8s.look.Ailment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether the pods are such that taking one away can help. */
final class PodFacts {

  /** How much longer than its grace a pod may take to go. */
  private static final Duration LINGERING = Duration.ofSeconds(60);

  private final Situation situation;

  PodFacts(Situation situation) {
    this.situation = situation;
  }

  Finding scheduled() {
    return ofPods(group -> ailing(group, Kind.UNSCHEDULABLE)
        .map(this::notMet)
        .orElseGet(() -> met("a node was found for every pod")));
  }

  Finding imagePullable() {
    return ofPods(group -> ailing(group, Kind.IMAGE, Kind.CONFIG)
        .map(this::notMet)
        .or(() -> ailing(group, Kind.STRANGE).map(this::strange))
        .or(() -> silent(group))
        .orElseGet(() -> met("no image and no configuration is missing")));
  }

  Finding notCrashLooping() {
    return ofPods(group -> ailing(group, Kind.CRASH_LOOP, Kind.ENDED)
        .map(this::notMet)
        .or(() -> silent(group))
        .orElseGet(() -> met("no container is in a crash loop")));
  }

  /** The first of these that any pod has. */
  private Optional<Ailment> ailing(PodGroup group, Kind... kinds) {
    return group.broken().stream()
        .flatMap(pod -> Diagnosis.of(pod, situation).stream())
        .filter(ailment -> ailment.isOneOf(kinds))
        .findFirst();
  }

  private Finding notMet(Ailment ailment) {
    return Finding.notMet(situation, ailment.words());
  }

  private Finding strange(Ailment ailment) {
    return Finding.unknown(situation, ailment.words() + ", which we do not know");
  }

  private Optional<Finding> silent(PodGroup group) {
    return group.broken().stream()
        .filter(pod -> !pod.isTold())
        .findFirst()
        .map(pod -> Finding.unknown(situation, "nothing is said of the containers of " + pod));
  }

  Finding notTerminating() {
    return situation
        .group()
        .value()
        .map(group -> lingering(group)
            .map(words -> Finding.notMet(situation, words))
            .orElseGet(() -> met("no pod hangs in Terminating")))
        .orElseGet(this::unread);
  }

  /** The first pod that should have been gone, in words. */
  Optional<String> lingering(PodGroup group) {
    return group.leaving().stream()
        .filter(pod -> pod.meta().leavesAt().filter(this::isLate).isPresent())
        .findFirst()
        .map(pod -> pod + " hangs in Terminating" + since(pod) + on(pod));
  }

  private boolean isLate(Instant end) {
    return !situation.isYounger(end, LINGERING);
  }

  private String since(PodSeen pod) {
    return pod.meta().leavesAt().map(at -> " for " + situation.span(at)).orElse("");
  }

  private static String on(PodSeen pod) {
    return pod.node().map(node -> " on node " + node).orElse("");
  }

  /** Taking a pod from a StatefulSet that lacks another may cost its quorum (F65). */
  Finding othersReady() {
    return ofPods(group -> {
      List<PodSeen> broken =
          group.broken().stream().filter(pod -> pod.isOf("StatefulSet")).toList();
      if (missing(group) > 0) {
        return Finding.notMet(situation, situation + " lacks " + missing(group) + " of its pods");
      }
      return broken.size() > 1
          ? Finding.notMet(situation, broken.get(0) + " and " + broken.get(1) + " are not ready")
          : met("no other pod of a StatefulSet is in trouble");
    });
  }

  private long missing(PodGroup group) {
    int wanted = situation.makers().value().stream()
        .flatMap(List::stream)
        .filter(StatefulSetSeen.class::isInstance)
        .mapToInt(Controller::desired)
        .sum();
    return wanted
        - group.current().stream().filter(pod -> pod.isOf("StatefulSet")).count();
  }

  Finding startupOver() {
    return ofPods(group -> {
      List<PodSeen> victims = situation.victims();
      List<PodSeen> candidates = victims.isEmpty() ? situation.concerned() : victims;
      return candidates.stream()
          .flatMap(pod -> starting(pod).stream())
          .findFirst()
          .orElseGet(() -> met("every pod had its time to start"));
    });
  }

  private Optional<Finding> starting(PodSeen pod) {
    Duration startup = situation.asked().startup();
    if (startup.isZero()) {
      return Optional.empty();
    }
    Optional<Instant> started = pod.started();
    return started.isEmpty()
        ? Optional.of(Finding.unknown(situation, "it is not known when " + pod + " started"))
        : started
            .filter(at -> situation.isYounger(at, startup))
            .map(at -> Finding.notMet(
                situation,
                pod + " started " + situation.span(at) + " ago, it has " + Times.words(startup)));
  }

  /** With no pod there is nothing to take away (F47). */
  private Finding ofPods(Function<PodGroup, Finding> fact) {
    return situation
        .group()
        .value()
        .map(group -> group.current().isEmpty()
            ? Finding.unknown(situation, situation + " has no pod")
            : fact.apply(group))
        .orElseGet(this::unread);
  }

  private Finding unread() {
    return Finding.unread(situation, situation.group());
  }

  private Finding met(String detail) {
    return Finding.met(situation, detail);
  }
}
