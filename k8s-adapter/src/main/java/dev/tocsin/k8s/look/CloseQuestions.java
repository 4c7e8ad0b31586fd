package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for what belongs to one workload: itself by its name, and what its selector chooses. */
final class CloseQuestions implements Questions {

  private final Workload workload;
  private final WideQuestions wide;
  private final Supplier<Answer<List<Controller>>> itself;

  /** Begins by asking for the workload: whoever asks for its pods has to wait for it. */
  CloseQuestions(Workload workload, WideQuestions wide, AtOnce atOnce) {
    this.workload = workload;
    this.wide = wide;
    this.itself = atOnce.ask(this::readItself);
  }

  private Answer<List<Controller>> readItself() {
    return switch (workload.type()) {
      case DEPLOYMENT -> one(Kind.DEPLOYMENTS, DeploymentSeen::new);
      case STATEFULSET -> one(Kind.STATEFUL_SETS, StatefulSetSeen::new);
      case DAEMONSET -> one(Kind.DAEMON_SETS, DaemonSetSeen::new);
      case PODS -> new Answer.Ok<>(List.of());
    };
  }

  /** That it is not there is an answer. */
  private <T extends HasMetadata> Answer<List<Controller>> one(
      Kind<T> kind, Function<T, Controller> seen) {
    Answer<T> answer = wide.kubernetes()
        .get(new Ref<>(kind, workload.namespace(), workload.name()), wide.deadline());
    return answer instanceof Answer.Absent<T>
        ? new Answer.Ok<>(List.of())
        : answer.map(found -> List.of(seen.apply(found)));
  }

  @Override
  public <T extends HasMetadata> Answer<List<T>> list(Kind<T> kind) {
    if (kind.equals(Kind.PODS) || kind.equals(Kind.REPLICA_SETS)) {
      return itself.get().then(found -> chosen(kind, found));
    }
    boolean named = kind.type() == Deployment.class
        || kind.type() == StatefulSet.class
        || kind.type() == DaemonSet.class;
    return named && workload.type() != Workload.Type.PODS
        ? itself
            .get()
            .map(found -> found.stream().map(c -> kind.type().cast(c.object())).toList())
        : wide.list(kind);
  }

  private <T extends HasMetadata> Answer<List<T>> chosen(Kind<T> kind, List<Controller> found) {
    if (workload.type() == Workload.Type.PODS) {
      return kind.equals(Kind.PODS)
          ? chosen(kind, Selector.parse(workload.name()))
          : wide.list(kind);
    }
    Optional<Selector> selector = found.stream().findFirst().flatMap(Controller::selector);
    return selector.map(s -> chosen(kind, s)).orElseGet(() -> new Answer.Ok<>(List.of()));
  }

  private <T extends HasMetadata> Answer<List<T>> chosen(Kind<T> kind, Selector selector) {
    Map<String, String> query = Map.of("labelSelector", selector.query());
    return wide.kubernetes().list(kind, workload.namespace(), query, wide.deadline());
  }
}
