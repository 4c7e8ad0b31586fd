package dev.tocsin.runner;

import static dev.tocsin.k8s.testing.Patience.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.rights.Grant;
import dev.tocsin.k8s.rights.Permissions;
import dev.tocsin.k8s.rights.Right;
import dev.tocsin.k8s.rights.Rights;
import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says in a cluster, as the account that its manifests make. */
@ExtendWith(RealApiServer.class)
class ClusterDoctorTest {

  private static final String YAML = """
      ledger:
        configMap:
          namespace: MONITORING
          name: tocsin
          migrateFrom: {namespace: CAMS, name: frigate-state, target: frigate}
      targets:
      - name: frigate
        workload: deployment/CAMS/frigate
        remediation: [{evictPod: {}}, {deletePod: {}}, {rolloutRestart: {}}]
      - name: mqtt
        workload: statefulset/CAMS/mqtt
        remediation: {rolloutRestart: {}}
      - name: agent
        workload: pods/CAMS/app=agent
      - name: fawn
        check: {node: NODE}
      """;

  private final KubernetesClient admin = RealApiServer.client();
  private final String monitoring = RealApiServer.namespace();
  private final String cams = RealApiServer.namespace();
  private final String node = cams + "-fawn";
  private final Homelab homelab = new Homelab(cams);

  private Installed tocsin;
  private Rights all;

  @TempDir
  Path directory;

  @BeforeEach
  void install() {
    homelab
        .node(node, "True")
        .deployment("frigate", node, 1)
        .statefulSet("mqtt", node, 1)
        .daemonSet("agent", node, 1)
        .configMap("frigate-state", Map.of());
    tocsin = Installed.of(
        directory,
        monitoring,
        YAML.replace("MONITORING", monitoring).replace("CAMS", cams).replace("NODE", node));
    all = new Rights(UsedRights.granted(tocsin.manifests()));
  }

  @AfterEach
  void close() {
    tocsin.close();
  }

  /** The Roles give all that is needed but for this. */
  private void without(Right missing) {
    TreeSet<Right> rest = new TreeSet<>(all.all());
    rest.remove(missing);
    List<HasMetadata> roles =
        new Grant(monitoring + ":tocsin", Map.of(), Optional.empty()).of(new Rights(rest));
    Stream.of(cams, monitoring, "default").forEach(this::empty);
    roles.forEach(role -> admin.resource(role).update());
    if (roles.stream().noneMatch(ClusterRole.class::isInstance)) {
      admin
          .rbac()
          .clusterRoles()
          .withName(monitoring + ":tocsin")
          .edit(role -> role.edit().withRules(List.of()).build());
    }
    await(new Rights(new TreeSet<>(List.of(missing))));
  }

  private void empty(String namespace) {
    admin
        .rbac()
        .roles()
        .inNamespace(namespace)
        .withName(monitoring + ":tocsin")
        .edit(role -> role.edit().withRules(List.of()).build());
  }

  private void await(Rights missing) {
    Kubernetes kubernetes = Kubernetes.of(tocsin.account());
    patiently()
        .untilAsserted(() -> assertThat(
                Permissions.of(kubernetes, all, RealApiServer.soon()).missing())
            .isEqualTo(missing));
  }

  private static List<String> lines(Ran ran, String about) {
    return ran.out().lines().filter(line -> line.startsWith(about)).toList();
  }

  @Test
  void where_all_is_well_it_says_so_and_changes_nothing() {
    Ran ran = tocsin.tocsin("doctor");
    assertThat(ran.exitCode()).as(ran.out()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(lines(ran, "cluster"))
        .singleElement()
        .asString()
        .contains("Kubernetes v1.", "as system:serviceaccount:" + monitoring + ":tocsin");
    assertThat(lines(ran, "rights"))
        .singleElement()
        .asString()
        .contains("all " + all.all().size());
    assertThat(lines(ran, "targets")).singleElement().asString().contains("5 of 5");
    assertThat(ran.out()).doesNotContain("wrong");
    assertThat(tocsin.api().requests())
        .allMatch(request -> request.startsWith("GET ")
            || request.contains("/selfsubject")
            || request.contains("dryRun=All"));
    assertThat(admin.configMaps().inNamespace(monitoring).withName("tocsin").get())
        .isNull();
  }

  // F16
  @TestFactory
  Stream<DynamicTest> a_right_that_is_missing_is_named_and_nothing_else_is() {
    return all.all().stream()
        .map(right -> DynamicTest.dynamicTest(right.toString(), () -> {
          without(right);
          Ran ran = tocsin.tocsin("doctor");
          assertThat(ran.exitCode()).isIn(3, 4);
          assertThat(lines(ran, "rights"))
              .singleElement()
              .asString()
              .contains("wrong", "we may not " + right + "; apply what stands below");
          assertThat(UsedRights.granted(ran.out().substring(ran.out().indexOf("---\n"))))
              .containsExactly(right);
        }));
  }

  @Test
  void what_it_prints_gives_back_what_is_missing() throws IOException {
    for (Right right : all.all().stream().limit(2).toList()) {
      without(right);
      String out = tocsin.tocsin("doctor").out();
      Path yaml =
          Files.writeString(directory.resolve("missing.yaml"), out.substring(out.indexOf("---\n")));
      RealApiServer.kubectl("apply", "-f", yaml.toString());
      await(Rights.NONE);
      Ran ran = tocsin.tocsin("doctor");
      assertThat(ran.exitCode()).as(ran.out()).isZero();
      RealApiServer.kubectl("delete", "-f", yaml.toString());
    }
  }

  @Test
  void without_the_right_to_read_the_ledger_there_is_none() {
    without(all.all().stream()
        .filter(right -> right.verb().equals("get") && right.name().equals("tocsin"))
        .findFirst()
        .orElseThrow());
    assertThat(tocsin.tocsin("doctor").exitCode()).isEqualTo(3);
  }

  // F20, F23
  @Test
  void a_ledger_of_somebody_else_is_none() {
    new Homelab(monitoring).configMap("tocsin", Map.of("a", "b"));
    Ran ran = tocsin.tocsin("doctor");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(lines(ran, "ledger")).singleElement().asString().contains("somebody else's");
  }

  @Test
  void a_ledger_that_is_there_is_well_with_its_rounds() {
    tocsin.round();
    Ran ran = tocsin.tocsin("doctor");
    assertThat(ran.exitCode()).as(ran.out()).isZero();
    assertThat(lines(ran, "ledger"))
        .singleElement()
        .asString()
        .contains("configmap " + monitoring + "/tocsin, round 1");
  }

  @Test
  void what_is_watched_and_not_there_is_named_with_the_target_that_wants_it() {
    admin.apps().deployments().inNamespace(cams).withName("frigate").delete();
    admin.pods().inNamespace(cams).withLabel("app", "agent").withGracePeriod(0).delete();
    admin.nodes().withName(node).delete();
    Ran ran = tocsin.tocsin("doctor");
    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(String.join("\n", lines(ran, "targets")))
        .contains(
            "there is no deployment " + cams + "/frigate; make it, or mend the target frigate")
        .contains("there is no pods " + cams + "/app=agent; make it, or mend the target agent")
        .contains("there is no node " + node)
        .contains("make it, or mend the target fawn")
        .contains("2 of 5 objects are there");
  }

  // F16
  @Test
  void a_round_says_what_it_could_not_repair_before_there_is_anything_to_repair() {
    without(new Right("list", "", "nodes", "", ""));
    assertThat(tocsin.tocsin("run").out())
        .contains("remark: frigate, mqtt could not be repaired now: we may not list nodes (403);"
            + " 'tocsin doctor' says what is missing");
  }

  @Test
  void who_misspells_a_workload_is_told_what_there_is_and_given_no_role() {
    admin.apps().deployments().inNamespace(cams).withName("frigate").delete();
    homelab.deployment("frigatte", node, 1);
    without(new Right("get", "apps", "deployments", cams, "frigate"));
    Ran ran = tocsin.tocsin("doctor");
    assertThat(String.join("\n", lines(ran, "targets")))
        .contains("there is no deployment " + cams + "/frigate; did you mean 'frigatte'?");
    assertThat(lines(ran, "rights")).singleElement().asString().contains("that are needed");
    assertThat(ran.out()).doesNotContain("kind: Role");
  }

  // F12
  @Test
  void a_cluster_that_is_away_is_all_that_is_said_of_it() {
    tocsin.api().stop();
    Ran ran = tocsin.tocsin("doctor");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(lines(ran, "cluster"))
        .singleElement()
        .asString()
        .contains("cannot be reached", "nothing else was asked of it");
    assertThat(lines(ran, "rights")).isEmpty();
    assertThat(lines(ran, "ledger")).singleElement().asString().contains("cannot be reached");
  }

  // F15
  @Test
  void a_token_that_nobody_knows_is_not_a_missing_right() {
    admin.serviceAccounts().inNamespace(monitoring).withName("tocsin").delete();
    Deadline soon = RealApiServer.soon();
    Ran ran = tocsin.through(tocsin.account(), "doctor");
    while (!String.join("", lines(ran, "cluster")).contains("(401)") && !soon.passed()) {
      ran = tocsin.through(tocsin.account(), "doctor");
    }
    assertThat(lines(ran, "cluster")).singleElement().asString().contains("(401)");
    assertThat(lines(ran, "rights")).isEmpty();
  }
}
