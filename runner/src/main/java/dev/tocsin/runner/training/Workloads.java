package dev.tocsin.runner.training;

import java.util.List;
import java.util.stream.Collectors;

/** Three Deployments with a pod each; one of the pods cannot be started. */
final class Workloads {

  private static final List<String> NAMES = List.of("well", "ill", "well-too");
  private static final String LONG_AGO = "2026-01-01T00:00:00Z";

  private Workloads() {}

  /** What is at a path, whether a list or one. */
  static String at(String path) {
    List<String> parts = List.of(path.split("/"));
    String last = parts.get(parts.size() - 1);
    return switch (last) {
      case "pods" -> list("PodList", "v1", NAMES, Workloads::pod);
      case "deployments" -> list("DeploymentList", "apps/v1", NAMES, Workloads::deployment);
      case "replicasets" -> list("ReplicaSetList", "apps/v1", NAMES, Workloads::replicaSet);
      case "nodes" -> list("NodeList", "v1", List.of("node"), name -> node());
      case "events", "configmaps", "poddisruptionbudgets" -> "{\"items\":[],\"metadata\":{}}";
      default -> NAMES.contains(last) ? deployment(last) : named(last);
    };
  }

  private interface Shape {
    String of(String name);
  }

  private static String list(String kind, String version, List<String> names, Shape shape) {
    return names.stream()
        .map(shape::of)
        .collect(Collectors.joining(
            ",",
            "{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + version
                + "\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[",
            "]}"));
  }

  private static String named(String name) {
    return "{\"metadata\":{\"name\":\"" + name
        + "\",\"uid\":\"u\"},\"status\":{\"phase\":\"Active\"}}";
  }

  private static String deployment(String name) {
    int ready = name.equals("ill") ? 0 : 1;
    return """
        {"metadata":{"name":"%1$s","namespace":"training","uid":"d-%1$s","generation":1,\
        "creationTimestamp":"%3$s","annotations":{"deployment.kubernetes.io/revision":"1"}},\
        "spec":{"replicas":1,"selector":{"matchLabels":{"app":"%1$s"}},%4$s},\
        "status":{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"readyReplicas":%2$d,\
        "availableReplicas":%2$d,"conditions":[{"type":"Available","status":"%5$s",\
        "reason":"r","lastTransitionTime":"%3$s"}]}}""".formatted(name, ready, LONG_AGO, template(name), ready == 1 ? "True" : "False");
  }

  private static String replicaSet(String name) {
    int ready = name.equals("ill") ? 0 : 1;
    return """
        {"metadata":{"name":"%1$s-1","namespace":"training","uid":"r-%1$s",\
        "creationTimestamp":"%3$s","annotations":{"deployment.kubernetes.io/revision":"1"},\
        %4$s},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"%1$s"}},%5$s},\
        "status":{"replicas":1,"readyReplicas":%2$d,"availableReplicas":%2$d}}""".formatted(
            name, ready, LONG_AGO, owner("Deployment", name, "d-" + name), template(name));
  }

  private static String pod(String name) {
    boolean well = !name.equals("ill");
    String state = well
        ? "\"running\":{\"startedAt\":\"" + LONG_AGO + "\"}"
        : "\"waiting\":{\"reason\":\"ImagePullBackOff\",\"message\":\"not found\"}";
    return """
        {"metadata":{"name":"%1$s-1-x","namespace":"training","uid":"p-%1$s",\
        "labels":{"app":"%1$s"},"creationTimestamp":"%2$s",%3$s},\
        "spec":{"nodeName":"node","containers":[%4$s]},\
        "status":{"phase":"%5$s","startTime":"%2$s","podIP":"10.1.2.3",\
        "conditions":[{"type":"Ready","status":"%6$s","lastTransitionTime":"%2$s"}],\
        "containerStatuses":[{"name":"app","image":"app:1","imageID":"app","ready":%7$b,\
        "restartCount":0,"state":{%8$s}}]}}""".formatted(
            name,
            LONG_AGO,
            owner("ReplicaSet", name + "-1", "r-" + name),
            container(),
            well ? "Running" : "Pending",
            well ? "True" : "False",
            well,
            state);
  }

  private static String node() {
    return """
        {"metadata":{"name":"node","uid":"n","creationTimestamp":"%1$s"},"spec":{},\
        "status":{"conditions":[{"type":"Ready","status":"True","reason":"KubeletReady",\
        "lastHeartbeatTime":"%1$s","lastTransitionTime":"%1$s"}],\
        "capacity":{"cpu":"2","memory":"4Gi"}}}""".formatted(LONG_AGO);
  }

  private static String template(String name) {
    return "\"template\":{\"metadata\":{\"labels\":{\"app\":\"" + name
        + "\"}},\"spec\":{\"containers\":[" + container() + "]}}";
  }

  private static String container() {
    return """
        {"name":"app","image":"app:1","env":[{"name":"A","value":"b"}],\
        "readinessProbe":{"httpGet":{"path":"/healthz","port":8080}},\
        "resources":{"requests":{"cpu":"10m","memory":"64Mi"}},\
        "volumeMounts":[{"name":"v","mountPath":"/v"}]}""";
  }

  private static String owner(String kind, String name, String uid) {
    return """
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"%s","name":"%s","uid":"%s",\
        "controller":true}]""".formatted(kind, name, uid);
  }
}
