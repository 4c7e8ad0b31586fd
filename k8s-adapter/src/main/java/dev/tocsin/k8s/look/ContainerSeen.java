package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A container, as its pod's status tells it. */
record ContainerSeen(ContainerStatus status) {

  String name() {
    return Filled.text(status.getName());
  }

  String image() {
    return Filled.text(status.getImage());
  }

  int restarts() {
    return Filled.number(status.getRestartCount());
  }

  boolean isReady() {
    return Filled.yes(status.getReady());
  }

  /** What it waits for; its message may be empty. */
  Optional<ContainerStateWaiting> waiting() {
    return now().map(ContainerState::getWaiting);
  }

  Optional<ContainerStateTerminated> ended() {
    return now().map(ContainerState::getTerminated);
  }

  Optional<Instant> runningSince() {
    return now()
        .map(ContainerState::getRunning)
        .map(ContainerStateRunning::getStartedAt)
        .flatMap(Times::at);
  }

  /** How it ended, or how it ended the time before. */
  Optional<ContainerStateTerminated> lastEnd() {
    return ended().or(() -> state(status.getLastState()).map(ContainerState::getTerminated));
  }

  /** For people: {@code last exit 137, out of memory}; empty if it never ended. */
  String lastExit() {
    return lastEnd().map(end -> ", last exit " + exit(end)).orElse("");
  }

  /** For people: {@code 137, out of memory}; never what the program itself wrote. */
  static String exit(ContainerStateTerminated end) {
    String reason = isOutOfMemory(end) ? "out of memory" : Filled.text(end.getReason());
    boolean plain = reason.isEmpty() || reason.equals("Error");
    return Filled.number(end.getExitCode()) + (plain ? "" : ", " + reason);
  }

  static boolean isOutOfMemory(ContainerStateTerminated end) {
    return "OOMKilled".equals(end.getReason());
  }

  private Optional<ContainerState> now() {
    return state(status.getState());
  }

  private static Optional<ContainerState> state(@Nullable ContainerState state) {
    return Optional.ofNullable(state);
  }
}
