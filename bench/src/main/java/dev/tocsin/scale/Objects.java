package dev.tocsin.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Objects of a usual size, as controllers and kubelets would leave them. */
final class Objects {

  private static final String IMAGE = "registry.example.org/team/service:1.24.3";
  private static final String LONG_AGO = "2026-01-01T00:00:00Z";

  /** A registry that is away: why all may fail at once, and in many words. */
  private static final String PULL =
      "Back-off pulling image \"" + IMAGE + "\": ErrImagePull: failed"
          + " to pull and unpack image \"" + IMAGE + "\": failed to resolve reference \"" + IMAGE
          + "\": failed to do request: Head \"https://registry.example.org/v2/team/service/manifests"
          + "/1.24.3\": dial tcp: lookup registry.example.org on 10.0.0.10:53: no such host";

  private Objects() {}

  static Map<String, ?> node(String name) {
    return Map.of(
        "metadata", Map.of("name", name, "labels", Map.of("kubernetes.io/hostname", name)));
  }

  static Map<String, ?> nodeStatus() {
    return Map.of(
        "status", Map.of("conditions", List.of(condition("Ready", "True", "KubeletReady"))));
  }

  static Map<String, ?> deployment(String name) {
    return Map.of(
        "metadata",
        Map.of(
            "name", name,
            "labels", labels(name),
            "annotations", Map.of("deployment.kubernetes.io/revision", "1")),
        "spec",
        Map.of(
            "replicas", 1,
            "selector", Map.of("matchLabels", labels(name)),
            "template", Map.of("metadata", Map.of("labels", labels(name)), "spec", podSpec())));
  }

  static Map<String, ?> deploymentStatus(Health health) {
    int ready = health.ready();
    return Map.of(
        "status",
        Map.of(
            "observedGeneration",
            1,
            "replicas",
            1,
            "updatedReplicas",
            1,
            "readyReplicas",
            ready,
            "availableReplicas",
            ready,
            "unavailableReplicas",
            1 - ready,
            "conditions",
            List.of(
                condition("Available", health.word(), "MinimumReplicas"),
                condition("Progressing", "True", "NewReplicaSetAvailable"))));
  }

  static Map<String, ?> replicaSet(String name, String owner) {
    return Map.of(
        "metadata",
        Map.of(
            "name", name + "-1",
            "labels", hashed(name),
            "annotations", Map.of("deployment.kubernetes.io/revision", "1"),
            "ownerReferences", List.of(owner("Deployment", name, owner))),
        "spec",
        Map.of(
            "replicas", 1,
            "selector", Map.of("matchLabels", hashed(name)),
            "template", Map.of("metadata", Map.of("labels", hashed(name)), "spec", podSpec())));
  }

  static Map<String, ?> replicaSetStatus(Health health) {
    return Map.of(
        "status",
        Map.of(
            "observedGeneration", 1,
            "replicas", 1,
            "fullyLabeledReplicas", 1,
            "readyReplicas", health.ready(),
            "availableReplicas", health.ready()));
  }

  static Map<String, ?> pod(String name, String owner, String node) {
    Map<String, Object> spec = new TreeMap<>(podSpec());
    spec.put("nodeName", node);
    return Map.of(
        "metadata",
        Map.of(
            "name", name + "-1-x",
            "labels", hashed(name),
            "ownerReferences", List.of(owner("ReplicaSet", name + "-1", owner))),
        "spec",
        spec);
  }

  static Map<String, ?> podStatus(Health health) {
    boolean ready = health == Health.HEALTHY;
    List<Object> conditions = new ArrayList<>();
    List.of("PodReadyToStartContainers", "Initialized", "PodScheduled")
        .forEach(type -> conditions.add(condition(type, "True", "")));
    List.of("ContainersReady", "Ready")
        .forEach(type ->
            conditions.add(condition(type, health.word(), ready ? "" : "ContainersNotReady")));
    return Map.of(
        "status",
        Map.of(
            "phase",
            ready ? "Running" : "Pending",
            "podIP",
            "10.1.2.3",
            "startTime",
            LONG_AGO,
            "conditions",
            conditions,
            "containerStatuses",
            List.of(container("app", health), container("metrics", Health.HEALTHY))));
  }

  private static Map<String, ?> container(String name, Health health) {
    boolean ready = health == Health.HEALTHY;
    return Map.of(
        "name", name,
        "image", IMAGE,
        "imageID", ready ? IMAGE + "@sha256:" + "0123456789abcdef".repeat(4) : "",
        "ready", ready,
        "started", ready,
        "restartCount", 0,
        "state",
            ready
                ? Map.of("running", Map.of("startedAt", LONG_AGO))
                : Map.of("waiting", Map.of("reason", "ImagePullBackOff", "message", PULL)));
  }

  private static Map<String, String> labels(String name) {
    return Map.of("app.kubernetes.io/name", name, "app.kubernetes.io/part-of", "scale");
  }

  private static Map<String, String> hashed(String name) {
    return Map.of(
        "app.kubernetes.io/name", name,
        "app.kubernetes.io/part-of", "scale",
        "pod-template-hash", "1");
  }

  private static Map<String, ?> owner(String kind, String name, String uid) {
    return Map.of(
        "apiVersion", "apps/v1", "kind", kind, "name", name, "uid", uid, "controller", true);
  }

  private static Map<String, ?> condition(String type, String status, String reason) {
    return Map.of("type", type, "status", status, "reason", reason, "lastTransitionTime", LONG_AGO);
  }

  private static Map<String, Object> podSpec() {
    return Map.of(
        "containers", List.of(container("app"), container("metrics")),
        "volumes",
            List.of(
                Map.of("name", "settings", "configMap", Map.of("name", "settings")),
                Map.of("name", "secrets", "secret", Map.of("secretName", "secrets"))));
  }

  private static Map<String, ?> container(String name) {
    Map<String, ?> probe = Map.of("httpGet", Map.of("path", "/healthz", "port", 8080));
    List<?> environment = IntStream.range(0, 10)
        .mapToObj(i -> Map.of("name", "SETTING_" + i, "value", "a value of a usual length, " + i))
        .toList();
    return Map.of(
        "name", name,
        "image", IMAGE,
        "env", environment,
        "readinessProbe", probe,
        "livenessProbe", probe,
        "resources",
            Map.of(
                "requests", Map.of("cpu", "10m", "memory", "64Mi"),
                "limits", Map.of("memory", "128Mi")),
        "volumeMounts",
            List.of(
                Map.of("name", "settings", "mountPath", "/etc/settings"),
                Map.of("name", "secrets", "mountPath", "/etc/secrets")));
  }
}
