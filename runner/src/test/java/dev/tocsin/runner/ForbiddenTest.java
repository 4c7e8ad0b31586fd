package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service account of a configuration with every repair may not do; the server says so. */
@ExtendWith(RealApiServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForbiddenTest {

  private static final int FORBIDDEN = 403;
  private static final long PATIENCE_SECONDS = 30;

  private static final String YAML = """
      ledger: {configMap: {namespace: MONITORING, name: tocsin}}
      targets:
      - name: frigate
        workload: deployment/CAMS/frigate
        remediation: [{evictPod: {}}, {deletePod: {}}, {rolloutRestart: {}}]
      - name: mqtt
        workload: statefulset/CAMS/mqtt
        remediation: {rolloutRestart: {}}
      - name: still-fawn
        check: {node: still-fawn}
      """;

  private final String monitoring = RealApiServer.namespace();
  private final String cams = RealApiServer.namespace();
  private final String others = RealApiServer.namespace();

  private Installed tocsin;

  @BeforeAll
  void install(@TempDir Path directory) {
    tocsin = Installed.of(
        directory, monitoring, YAML.replace("MONITORING", monitoring).replace("CAMS", cams));
    new Homelab(cams).deployment("frigate", "still-fawn", 1).deployment("viewer", "still-fawn", 1);
    new Homelab(others).deployment("shop", "still-fawn", 1).configMap("prices", Map.of("a", "b"));
  }

  @AfterAll
  void close() {
    tocsin.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // The memory of others, and what is ours and not the ledger.
    "GET, /api/v1/namespaces/MONITORING/configmaps",
    "GET, /api/v1/namespaces/MONITORING/configmaps/tocsin-config",
    "PUT, /api/v1/namespaces/MONITORING/configmaps/tocsin-config",
    "PATCH, /api/v1/namespaces/MONITORING/configmaps/tocsin",
    "DELETE, /api/v1/namespaces/MONITORING/configmaps/tocsin",
    "GET, /api/v1/namespaces/OTHERS/configmaps/prices",
    "POST, /api/v1/namespaces/CAMS/configmaps",
    // Secrets, everywhere, its own too: the kubelet brings it those that it needs.
    "GET, /api/v1/namespaces/MONITORING/secrets",
    "GET, /api/v1/namespaces/MONITORING/secrets/tocsin",
    "GET, /api/v1/namespaces/CAMS/secrets",
    "GET, /api/v1/secrets",
    // Workloads: nothing but the mark on its own.
    "DELETE, /apis/apps/v1/namespaces/CAMS/deployments/frigate",
    "PUT, /apis/apps/v1/namespaces/CAMS/deployments/frigate",
    "PATCH, /apis/apps/v1/namespaces/CAMS/deployments/frigate/scale",
    "PATCH, /apis/apps/v1/namespaces/CAMS/deployments/viewer",
    "GET, /apis/apps/v1/namespaces/CAMS/deployments/viewer",
    "POST, /apis/apps/v1/namespaces/CAMS/deployments",
    "PATCH, /apis/apps/v1/namespaces/CAMS/replicasets/frigate-1",
    "PATCH, /apis/apps/v1/namespaces/CAMS/statefulsets/other",
    "DELETE, /apis/apps/v1/namespaces/CAMS/statefulsets/mqtt",
    "GET, /apis/apps/v1/namespaces/CAMS/daemonsets",
    "GET, /apis/apps/v1/namespaces/OTHERS/deployments",
    "PATCH, /apis/apps/v1/namespaces/OTHERS/deployments/shop",
    "GET, /apis/apps/v1/deployments",
    // Pods: no looking inside, none elsewhere.
    "POST, /api/v1/namespaces/CAMS/pods",
    "PATCH, /api/v1/namespaces/CAMS/pods/frigate-1",
    "DELETE, /api/v1/namespaces/CAMS/pods",
    "POST, /api/v1/namespaces/CAMS/pods/frigate-1/exec",
    "GET, /api/v1/namespaces/CAMS/pods/frigate-1/log",
    "GET, /api/v1/namespaces/OTHERS/pods",
    "DELETE, /api/v1/namespaces/OTHERS/pods/shop-1",
    "POST, /api/v1/namespaces/OTHERS/pods/shop-1/eviction",
    "GET, /api/v1/namespaces/kube-system/pods",
    "GET, /api/v1/namespaces/MONITORING/pods",
    "POST, /api/v1/namespaces/MONITORING/pods",
    "GET, /api/v1/pods",
    // Nodes and namespaces are looked at.
    "PATCH, /api/v1/nodes/still-fawn",
    "DELETE, /api/v1/nodes/still-fawn",
    "PATCH, /api/v1/nodes/still-fawn/status",
    "GET, /api/v1/nodes/still-fawn/proxy/",
    "GET, /api/v1/namespaces",
    "GET, /api/v1/namespaces/OTHERS",
    "DELETE, /api/v1/namespaces/CAMS",
    // Events are written, and stay.
    "DELETE, /apis/events.k8s.io/v1/namespaces/CAMS/events/any",
    "POST, /apis/events.k8s.io/v1/namespaces/OTHERS/events",
    "GET, /apis/events.k8s.io/v1/namespaces/default/events/any",
    "DELETE, /apis/policy/v1/namespaces/CAMS/poddisruptionbudgets/any",
    // No way to more rights.
    "POST, /api/v1/namespaces/MONITORING/serviceaccounts/tocsin/token",
    "POST, /apis/rbac.authorization.k8s.io/v1/namespaces/MONITORING/roles",
    "PATCH, /apis/rbac.authorization.k8s.io/v1/namespaces/CAMS/roles/any",
    "POST, /apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
    "PATCH, /apis/batch/v1/namespaces/MONITORING/cronjobs/tocsin",
    "POST, /apis/batch/v1/namespaces/MONITORING/jobs"
  })
  void it_may_not(String method, String path) throws Exception {
    String place =
        path.replace("MONITORING", monitoring).replace("CAMS", cams).replace("OTHERS", others);
    assertThat(status(tocsin.account(), method, place)).isEqualTo(FORBIDDEN);
  }

  private static int status(KubernetesClient account, String method, String path) throws Exception {
    HttpClient http = account.getHttpClient();
    var request = http.newHttpRequestBuilder()
        .uri(URI.create(account.getMasterUrl().toString().replaceAll("/$", "") + path));
    if (!method.equals("GET")) {
      String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
      request.method(method, type, "{}").setHeader("Content-Type", type);
    }
    HttpResponse<byte[]> response =
        http.sendAsync(request.build(), byte[].class).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return response.code();
  }
}
