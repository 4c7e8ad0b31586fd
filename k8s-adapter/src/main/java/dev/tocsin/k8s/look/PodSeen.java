package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pod, as it was read.
 *
 * @param pod the object itself
 * @param kubelet whether what it says of itself is still to be believed
 */
public record PodSeen(Pod pod, Kubelet kubelet) {

  /** Who tells the API server of a pod. */
  public enum Kubelet {
    SPEAKING,
    /** Its node is silent or gone: what is known of the pod is old. */
    SILENT
  }

  private static final Set<String> OVER = Set.of("Failed", "Succeeded", "Unknown");

  public PodSeen {
    Objects.requireNonNull(pod);
    Objects.requireNonNull(kubelet);
  }

  PodSeen(Pod pod) {
    this(pod, Kubelet.SPEAKING);
  }

  /** The same, of whose node nothing is heard any more. */
  PodSeen lost() {
    return new PodSeen(pod, Kubelet.SILENT);
  }

  public String name() {
    return meta().name();
  }

  public String uid() {
    return meta().uid();
  }

  /** The node that it is bound to, if it is. */
  public Optional<String> node() {
    return Filled.word(spec().getNodeName());
  }

  /** Whether it says that it is ready, and is to be believed; one that does not say is not. */
  public boolean isReady() {
    return kubelet == Kubelet.SPEAKING && saysReady();
  }

  /** Whether it says that it is ready: a disruption budget believes it in any case. */
  boolean saysReady() {
    return condition("Ready").filter(Condition::isTrue).isPresent();
  }

  /** When it was made. */
  public Optional<Instant> created() {
    return meta().created();
  }

  Meta meta() {
    return Meta.of(pod);
  }

  Placement placement() {
    return Placement.of(pod.getSpec());
  }

  String phase() {
    return Filled.text(status().getPhase());
  }

  /** What it says of its phase, as an end of a sentence. */
  String why() {
    String reason = Filled.text(status().getReason());
    String message = Filled.text(status().getMessage());
    return new Condition("", reason, message, "").why();
  }

  /** Failed, evicted or done: it does not come back. */
  boolean isOver() {
    return OVER.contains(phase());
  }

  /** Ready for so long that it counts. */
  boolean isAvailable(Duration minReady, Instant now) {
    return isReady()
        && (minReady.isZero()
            || condition("Ready")
                .flatMap(Condition::since)
                .filter(since -> Times.since(since, now).compareTo(minReady) >= 0)
                .isPresent());
  }

  Optional<Condition> condition(String type) {
    return Filled.list(status().getConditions()).stream()
        .filter(c -> type.equals(c.getType()))
        .findFirst()
        .map(c ->
            Condition.of(c.getStatus(), c.getReason(), c.getMessage(), c.getLastTransitionTime()));
  }

  /** Conditions beside the usual ones that it needs to be ready. */
  List<String> gates() {
    return Filled.list(spec().getReadinessGates()).stream()
        .map(PodReadinessGate::getConditionType)
        .filter(Objects::nonNull)
        .toList();
  }

  /** In the order in which they start. */
  List<ContainerSeen> containers() {
    return Stream.concat(
            Filled.list(status().getInitContainerStatuses()).stream(),
            Filled.list(status().getContainerStatuses()).stream())
        .map(ContainerSeen::new)
        .toList();
  }

  /** Whether its kubelet has said anything of its containers. */
  boolean isTold() {
    return isReady() || !Filled.list(status().getContainerStatuses()).isEmpty();
  }

  /** When it started, or a container of it started anew (F59). */
  Optional<Instant> started() {
    Stream<Instant> containers = containers().stream().flatMap(c -> c.runningSince().stream());
    return Times.at(status().getStartTime())
        .flatMap(at -> Stream.concat(Stream.of(at), containers).max(Instant::compareTo));
  }

  /** Of a StatefulSet's pod its number; -1 of any other. */
  int ordinal() {
    String number = name().substring(name().lastIndexOf('-') + 1);
    return isOf("StatefulSet") && number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  /** Whether a controller of that kind makes it anew. */
  boolean isOf(String kind) {
    return meta().controller().filter(owner -> owner.kind().equals(kind)).isPresent();
  }

  private PodSpec spec() {
    return Optional.ofNullable(pod.getSpec()).orElseGet(PodSpec::new);
  }

  private PodStatus status() {
    return Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
  }

  /** For people: {@code pod frigate-7d9c}. */
  @Override
  public String toString() {
    return "pod " + name();
  }
}
