package dev.tocsin.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service account with the rights that the documents ask for, and no others. */
final class Account {

  static final String NAMESPACE = "monitoring";
  static final String NAME = "tocsin";

  /** As the API server calls it. */
  static final String USER = "system:serviceaccount:" + NAMESPACE + ":" + NAME;

  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
  private static final String GROUP = "rbac.authorization.k8s.io";

  private static final List<Map<String, ?>> LOOKING = List.of(
      rule("", List.of("nodes", "pods"), List.of("get", "list")),
      rule("", List.of("namespaces"), List.of("get")),
      rule("apps", List.of("replicasets"), List.of("list")),
      rule("apps", List.of("deployments"), List.of("get", "list", "patch")),
      rule("events.k8s.io", List.of("events"), List.of("create", "get", "list", "patch")));
  private static final List<Map<String, ?>> REMEMBERING =
      List.of(rule("", List.of("configmaps"), List.of("create", "get", "update")));

  private Account() {}

  /** Makes it, and its namespace. */
  static void create(Admin admin) throws IOException {
    String in = "/namespaces/" + NAMESPACE;
    admin.create("/api/v1/namespaces", named(NAMESPACE));
    admin.create("/api/v1" + in + "/serviceaccounts", named(NAME));
    admin.create(RBAC + "clusterroles", Map.of("metadata", Map.of("name", NAME), "rules", LOOKING));
    admin.create(RBAC + "clusterrolebindings", binding("ClusterRole"));
    admin.create(
        RBAC + in.substring(1) + "/roles",
        Map.of("metadata", Map.of("name", NAME), "rules", REMEMBERING));
    admin.create(RBAC + in.substring(1) + "/rolebindings", binding("Role"));
  }

  private static Map<String, ?> named(String name) {
    return Map.of("metadata", Map.of("name", name));
  }

  private static Map<String, ?> rule(String group, List<String> resources, List<String> verbs) {
    return Map.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
  }

  private static Map<String, ?> binding(String kind) {
    return Map.of(
        "metadata", Map.of("name", NAME),
        "roleRef", Map.of("apiGroup", GROUP, "kind", kind, "name", NAME),
        "subjects",
            List.of(Map.of("kind", "ServiceAccount", "namespace", NAMESPACE, "name", NAME)));
  }

  /** Writes a kubeconfig with a fresh token of it. */
  static Path kubeconfig(ControlPlane plane, int port) throws IOException {
    String token = plane
        .admin()
        .create(
            "/api/v1/namespaces/" + NAMESPACE + "/serviceaccounts/" + NAME + "/token",
            Map.of("spec", Map.of("expirationSeconds", 86_400)))
        .path("status")
        .path("token")
        .asString();
    return Files.writeString(plane.directory().resolve("kubeconfig"), """
        apiVersion: v1
        kind: Config
        clusters: [{name: scale, cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}}]
        users: [{name: tocsin, user: {token: %s}}]
        contexts: [{name: scale, context: {cluster: scale, user: tocsin}}]
        current-context: scale
        """.formatted(
            port, plane.keys().authority(), token));
  }
}
