package dev.tocsin.k8s.look;

import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.k8s.look.Ailment.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with one pod. */
final class Diagnosis {

  /** The scheduler says all of it once more for whom it might have driven out. */
  private static final Pattern PREEMPTION =
      Pattern.compile("(,? no new claims to deallocate)?,? preemption: .*", Pattern.DOTALL);

  private final PodSeen pod;
  private final Situation situation;
  private final List<Ailment> found = new ArrayList<>();

  private Diagnosis(PodSeen pod, Situation situation) {
    this.pod = pod;
    this.situation = situation;
  }

  /** The weightiest first; nothing is wrong with a pod that is ready. */
  static List<Ailment> of(PodSeen pod, Situation situation) {
    Diagnosis diagnosis = new Diagnosis(pod, situation);
    if (!pod.isReady()) {
      diagnosis.look();
    }
    diagnosis.found.sort(Comparator.comparing(Ailment::kind));
    return diagnosis.found;
  }

  private void look() {
    node();
    scheduling();
    pod.containers().stream()
        .flatMap(container -> new ContainerDiagnosis(pod, container).ailment().stream())
        .forEach(found::add);
    warned(Kind.VOLUME, "waits for a volume", "FailedAttachVolume", "FailedMount");
    warned(Kind.NETWORK, "gets no network", "FailedCreatePodSandBox", "NetworkNotReady");
    if (found.isEmpty()) {
      found.add(pod.isTold() ? unready() : new Ailment(Kind.STARTING, pod + " is starting"));
    }
  }

  /** What its kubelet said last is old news if its node is down. */
  private void node() {
    Ground ground = new Ground(situation.nodes(), Duration.ZERO, situation.now());
    pod.node()
        .map(ground::ready)
        .filter(ready -> ready.verdict() == Verdict.NOT_MET)
        .ifPresent(ready -> found.add(new Ailment(Kind.NODE_DOWN, ready.detail())));
  }

  private void scheduling() {
    if (pod.node().isEmpty()) {
      String words = pod.condition("PodScheduled")
          .filter(Condition::isFalse)
          .map(c -> pod + " cannot be scheduled" + PREEMPTION.matcher(c.why()).replaceAll(""))
          .orElse(pod + " is not scheduled yet");
      found.add(new Ailment(Kind.UNSCHEDULABLE, words));
    }
  }

  /** A warning that is over stays for an hour: it counts only of a pod that has not started. */
  private void warned(Kind kind, String words, String... reasons) {
    boolean started = pod.containers().stream().anyMatch(c -> c.runningSince().isPresent());
    if (started || pod.node().isEmpty()) {
      return;
    }
    Stream.of(reasons)
        .flatMap(reason -> warnings().latest(reason, "Pod", pod.name()).stream())
        .findFirst()
        .ifPresent(note -> found.add(new Ailment(kind, pod + " " + words + ": " + note)));
  }

  private Ailment unready() {
    String why = outOfMemory()
        .or(this::gate)
        .or(() -> warnings().latest("Unhealthy", "Pod", pod.name()))
        .or(() -> pod.condition("Ready").map(Condition::words).filter(w -> !w.isEmpty()))
        .map(words -> ": " + words)
        .orElse("");
    return new Ailment(Kind.NOT_READY, pod + " is not ready" + why);
  }

  private Optional<String> outOfMemory() {
    return pod.containers().stream()
        .filter(c -> c.lastEnd().filter(ContainerSeen::isOutOfMemory).isPresent())
        .flatMap(c -> c.runningSince().stream().map(since -> outOfMemory(c, since)))
        .findFirst();
  }

  private String outOfMemory(ContainerSeen container, Instant since) {
    return "container " + container.name() + " ran out of memory and was restarted "
        + situation.span(since) + " ago";
  }

  private Optional<String> gate() {
    return pod.gates().stream()
        .filter(gate -> pod.condition(gate).filter(Condition::isTrue).isEmpty())
        .findFirst()
        .map(gate -> "it waits for its readiness gate " + gate);
  }

  private Notes warnings() {
    return situation.namespace().warnings().value().orElse(Notes.NONE);
  }
}
