package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A workload has fifteen preconditions: who asks why nothing is done wants to read one. */
@ExtendWith(RealApiServer.class)
class ExplainWorkloadTest {

  private final String namespace = RealApiServer.namespace();
  private final String node = namespace + "-fawn";

  @TempDir
  Path directory;

  @Test
  void what_holds_a_repair_is_not_lost_among_all_that_does_not() {
    new Homelab(namespace).node(node, "True").deployment("frigate", node, 0);
    RealApiServer.client()
        .nodes()
        .withName(node)
        .edit(n -> n.edit().editSpec().withUnschedulable(true).endSpec().build());
    String yaml = """
        ledger: {configMap: {namespace: NAMESPACE, name: tocsin}}
        targets:
        - name: frigate
          workload: deployment/NAMESPACE/frigate
          preconditions: [{name: nothing to wait for, exec: ["true"]}]
          remediation: {evictPod: {}}
        """.replace("NAMESPACE", namespace);
    try (Installed tocsin = Installed.of(directory, namespace, yaml)) {
      tocsin.round();
      List<String> needs = tocsin
          .tocsin("explain")
          .out()
          .lines()
          .filter(line -> line.startsWith("  needs "))
          .map(line -> line.replaceFirst("  needs +", ""))
          .toList();
      assertThat(needs)
          .containsExactly(
              "nodeSchedulable: not met, node " + node + " is cordoned",
              "nothing to wait for: MET, exit 0",
              "nodeReady, namespaceActive, ownerKnown, notPaused, rolloutSettled, podsCreatable,"
                  + " podScheduled, imagePullable, notCrashLooping, notTerminating, othersReady,"
                  + " disruptionAllowed, startupOver, untouched: met");
    }
  }
}
