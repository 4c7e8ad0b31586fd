package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Marks;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** Asks for all objects of a namespace: one list for each kind, whatever the number of targets. */
record WideQuestions(Kubernetes kubernetes, String namespace, Deadline deadline)
    implements Questions {

  @Override
  public <T extends HasMetadata> Answer<List<T>> list(Kind<T> kind) {
    Map<String, String> query =
        kind.equals(Kind.EVENTS) ? Map.of("labelSelector", Marks.OURS) : Map.of();
    return kubernetes.list(kind, namespace, query, deadline);
  }

  /** Events that warn. */
  Answer<Notes> warnings(String selector) {
    return kubernetes
        .list(Kind.EVENTS, namespace, Map.of("fieldSelector", selector), deadline)
        .map(Notes::new);
  }
}
