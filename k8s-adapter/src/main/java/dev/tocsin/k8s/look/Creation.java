package dev.tocsin.k8s.look;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether new pods of a workload can be made: a quota, a limit or an admission may say no. */
final class Creation {

  private static final String FAILED = "FailedCreate";

  private final Situation situation;

  Creation(Situation situation) {
    this.situation = situation;
  }

  /** Why not, in the cluster's words. */
  Optional<String> refusal() {
    return makers()
        .flatMap(maker -> maker.refused().stream())
        .findFirst()
        .or(this::warned)
        .map(why -> why.replaceFirst("^Error creating: ", ""));
  }

  /** A warning of an hour ago may be over: it counts while pods are missing. */
  private Optional<String> warned() {
    return isMissing()
        ? Stream.concat(makers(), versions())
            .flatMap(
                maker -> warnings().latest(FAILED, maker.kind(), maker.meta().name()).stream())
            .findFirst()
        : Optional.empty();
  }

  /** That the warnings which would tell could not be read; empty if they could. */
  Optional<Finding> unread() {
    boolean silent = isMissing() && situation.namespace().warnings().value().isEmpty();
    return silent
        ? Optional.of(Finding.unread(situation, situation.namespace().warnings()))
        : Optional.empty();
  }

  private boolean isMissing() {
    int desired = makers().mapToInt(Controller::desired).sum();
    return situation.group().value().filter(g -> g.current().size() < desired).isPresent();
  }

  private Notes warnings() {
    return situation.namespace().warnings().value().orElse(Notes.NONE);
  }

  private Stream<Controller> makers() {
    return situation.makers().value().stream().flatMap(List::stream);
  }

  private Stream<Controller> versions() {
    return situation.versions().value().stream().flatMap(List::stream);
  }
}
