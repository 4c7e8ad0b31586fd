package dev.tocsin.k8s.look;

import dev.tocsin.k8s.look.Ailment.Kind;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import java.util.Optional;
import java.util.Set;

/** What is wrong with one container. */
record ContainerDiagnosis(PodSeen pod, ContainerSeen container) {

  private static final Set<String> IMAGE = Set.of(
      "ErrImagePull",
      "ImagePullBackOff",
      "InvalidImageName",
      "ErrImageNeverPull",
      "ImageInspectError",
      "RegistryUnavailable",
      "SignatureValidationFailed");
  private static final Set<String> CONFIG = Set.of(
      "CreateContainerConfigError",
      "CreateContainerError",
      "RunContainerError",
      "StartError",
      "PreStartHookError",
      "PostStartHookError",
      "PreCreateHookError");
  private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");
  private static final String CRASHING = "CrashLoopBackOff";

  Optional<Ailment> ailment() {
    return container
        .waiting()
        .map(this::waiting)
        .or(() -> container.ended().filter(end -> !container.isReady()).map(this::ended));
  }

  private Ailment waiting(ContainerStateWaiting waiting) {
    String reason = Filled.text(waiting.getReason());
    String message =
        Filled.word(waiting.getMessage()).map(m -> ": " + m.strip()).orElse("");
    if (IMAGE.contains(reason)) {
      String image = message.isEmpty() ? " " + container.image() : message;
      return new Ailment(Kind.IMAGE, pod + " cannot pull its image" + image);
    }
    if (CONFIG.contains(reason)) {
      return new Ailment(Kind.CONFIG, this + " cannot be started" + message);
    }
    if (reason.equals(CRASHING)) {
      return new Ailment(Kind.CRASH_LOOP, this + " is in a crash loop" + crashes());
    }
    return STARTING.contains(reason)
        ? new Ailment(Kind.STARTING, pod + " is starting")
        : new Ailment(Kind.STRANGE, this + " waits for '" + reason + "'" + message);
  }

  private String crashes() {
    return ", " + container.restarts() + " restarts" + container.lastExit();
  }

  private Ailment ended(ContainerStateTerminated end) {
    return new Ailment(Kind.ENDED, this + " ended with exit " + ContainerSeen.exit(end));
  }

  /** For people: {@code container frigate of pod frigate-7d9c}. */
  @Override
  public String toString() {
    return "container " + container.name() + " of " + pod;
  }
}
