package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pods of a namespace, found by who owns them and by their labels. */
final class Pods {

  private final Map<String, List<PodSeen>> byOwner = new HashMap<>();
  private final LabelIndex<PodSeen> byLabel;

  Pods(List<Pod> all) {
    List<PodSeen> seen = all.stream().map(PodSeen::new).toList();
    byLabel = new LabelIndex<>(seen, pod -> pod.meta().labels());
    seen.forEach(pod -> pod.meta()
        .controller()
        .ifPresent(owner ->
            byOwner.computeIfAbsent(owner.uid(), none -> new ArrayList<>()).add(pod)));
  }

  List<PodSeen> ownedBy(String uid) {
    return byOwner.getOrDefault(uid, List.of());
  }

  List<PodSeen> chosenBy(Selector selector) {
    return byLabel.chosenBy(selector);
  }
}
