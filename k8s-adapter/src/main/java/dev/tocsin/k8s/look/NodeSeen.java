package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Taint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A node, as it was read. */
record NodeSeen(Node node) {

  private static final String CORDONED = "node.kubernetes.io/unschedulable";
  private static final String AUTOSCALER = "ToBeDeletedByClusterAutoscaler";
  private static final Set<String> DRAINERS = Set.of(AUTOSCALER, "karpenter.sh/disrupted");
  private static final String KURED = "weave.works/kured-reboot-in-progress";
  private static final Set<String> DOWN =
      Set.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

  String name() {
    return Meta.of(node).name();
  }

  Optional<String> hostname() {
    return Optional.ofNullable(Meta.of(node).labels().get(Placement.HOSTNAME));
  }

  Optional<Condition> ready() {
    return Filled.list(status().getConditions()).stream()
        .filter(c -> "Ready".equals(c.getType()))
        .findFirst()
        .map(c ->
            Condition.of(c.getStatus(), c.getReason(), c.getMessage(), c.getLastTransitionTime()));
  }

  /** Whether its kubelet does not report any more: what its pods say is old then. */
  boolean isSilent() {
    return ready().filter(says -> says.status().equals("Unknown")).isPresent();
  }

  /** Whether it is ready, and has been for long enough. */
  Finding ready(Duration readyFor, Instant now) {
    Optional<Condition> ready = ready();
    if (ready.isEmpty()) {
      return Finding.unknown(this, this + " does not say whether it is ready");
    }
    Condition says = ready.get();
    if (says.isFalse() || says.status().equals("Unknown")) {
      return Finding.notMet(this, this + " is not ready" + says.why());
    }
    if (!says.isTrue()) {
      return Finding.unknown(this, this + " says of its readiness '" + says.status() + "'");
    }
    return taints().stream()
        .filter(taint -> DOWN.contains(Filled.text(taint.getKey())))
        .findFirst()
        .map(taint -> Finding.notMet(this, this + " still has the taint " + taint.getKey()))
        .orElseGet(() -> lasting(says, readyFor, now));
  }

  private Finding lasting(Condition ready, Duration readyFor, Instant now) {
    if (readyFor.isZero()) {
      return Finding.met(this, this + " is ready");
    }
    return ready
        .since()
        .map(since -> lasting(Times.since(since, now), readyFor))
        .orElseGet(() -> Finding.unknown(this, this + " does not say since when it is ready"));
  }

  private Finding lasting(Duration lasted, Duration readyFor) {
    return lasted.compareTo(readyFor) < 0
        ? Finding.notMet(
            this,
            this + " is ready again for " + Times.words(lasted) + " of " + Times.words(readyFor))
        : Finding.met(this, this + " is ready");
  }

  /** Whether nobody closed it. */
  Finding open() {
    if (Meta.of(node).isLeaving()) {
      return Finding.notMet(this, this + " is being deleted");
    }
    Optional<String> mark = drain().flatMap(Drain::mark);
    if (mark.isPresent()) {
      return Finding.notMet(this, this + " is being drained (" + mark.get() + ")");
    }
    return Filled.yes(spec().getUnschedulable())
        ? Finding.notMet(this, this + " is cordoned")
        : Finding.met(this, this + " is schedulable");
  }

  /** Whether it is open, and a pod may be put there. */
  Finding schedulable(Placement pod) {
    Finding open = open();
    return taints().stream()
        .filter(taint -> open.isMet() && repels(taint) && !pod.tolerates(taint))
        .findFirst()
        .map(taint -> Finding.notMet(this, this + " has the taint " + words(taint)))
        .orElse(open);
  }

  /** Those taints that are spoken of by themselves are left out. */
  private static boolean repels(Taint taint) {
    String key = Filled.text(taint.getKey());
    return !"PreferNoSchedule".equals(taint.getEffect())
        && !DOWN.contains(key)
        && !key.equals(CORDONED);
  }

  private static String words(Taint taint) {
    String value = Filled.word(taint.getValue()).map(v -> "=" + v).orElse("");
    return Filled.text(taint.getKey()) + value + ":" + Filled.text(taint.getEffect());
  }

  /** Whether somebody is emptying it, or has; the newest sign of that. */
  Optional<Drain> drain() {
    return Stream.of(marked(), rebooting(), cordoned())
        .flatMap(Optional::stream)
        .reduce(NodeSeen::newer);
  }

  /** A mark stays known beside a newer cordon. */
  private static Drain newer(Drain one, Drain other) {
    boolean later = other.since().isPresent()
        && one.since().filter(at -> !at.isBefore(other.since().get())).isEmpty();
    return new Drain(later ? other.since() : one.since(), one.mark().or(other::mark));
  }

  private Optional<Drain> marked() {
    return taints().stream()
        .filter(taint -> DRAINERS.contains(Filled.text(taint.getKey())))
        .findFirst()
        .map(taint -> new Drain(since(taint), Optional.of("taint " + taint.getKey())));
  }

  /** The autoscaler writes the seconds since 1970 as the taint's value. */
  private static Optional<Instant> since(Taint taint) {
    String value = Filled.text(taint.getValue());
    return Times.at(taint.getTimeAdded())
        .or(() -> AUTOSCALER.equals(taint.getKey()) && value.matches("\\d{9,11}")
            ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value)))
            : Optional.empty());
  }

  private Optional<Drain> rebooting() {
    return Meta.of(node)
        .annotation(KURED)
        .map(at -> new Drain(Times.at(at), Optional.of("annotation " + KURED)));
  }

  private Optional<Drain> cordoned() {
    Optional<Instant> since = taints().stream()
        .filter(taint -> CORDONED.equals(taint.getKey()))
        .findFirst()
        .flatMap(taint -> Times.at(taint.getTimeAdded()));
    return Filled.yes(spec().getUnschedulable())
        ? Optional.of(new Drain(since, Optional.empty()))
        : Optional.empty();
  }

  private List<Taint> taints() {
    return Filled.list(spec().getTaints());
  }

  private NodeSpec spec() {
    return Optional.ofNullable(node.getSpec()).orElseGet(NodeSpec::new);
  }

  private NodeStatus status() {
    return Optional.ofNullable(node.getStatus()).orElseGet(NodeStatus::new);
  }

  /** For people: {@code node still-fawn}. */
  @Override
  public String toString() {
    return "node " + name();
  }
}
