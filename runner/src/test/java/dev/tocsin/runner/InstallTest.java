package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server takes what is printed, and gives back what is taken away again. */
@ExtendWith(RealApiServer.class)
class InstallTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern IN_A_NAMESPACE = Pattern.compile("(?m)^  namespace: \"(.*)\"$");

  private final KubernetesClient admin = RealApiServer.client();
  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** Every example, every configuration of the manual, and those of the golden files. */
  static Stream<String> configurations() throws IOException {
    Stream<String> all;
    try (Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
      all = examples
          .map(example -> example.resolve("tocsin.yaml"))
          .filter(Files::exists)
          .map(InstallTest::text)
          .toList()
          .stream();
    }
    Stream<String> manual = Stream.of("configuration.md", "kubernetes-install.md")
        .map(page -> text(ROOT.resolve("docs").resolve(page)))
        .flatMap(page -> Stream.of(page.split("```yaml\n")).skip(1))
        .map(block -> block.substring(0, block.indexOf("```")));
    Stream<String> golden = Stream.of(resource("maximal.yaml"), resource("minimal.yaml"));
    return Stream.of(all, manual, golden)
        .flatMap(some -> some)
        .filter(yaml -> yaml.contains("configMap:") && yaml.contains("targets:"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InstallTest.class.getResourceAsStream("manifest/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path manifests(String yaml, String... options) throws IOException {
    world.configuration(yaml);
    Ran ran = world.tocsin(
        Stream.concat(Stream.of("manifests"), Stream.of(options)).toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    return Files.writeString(world.directory.resolve("manifests.yaml"), ran.out());
  }

  private static String smallest(String namespace) {
    return "ledger: {configMap: {namespace: " + namespace + ", name: tocsin}}\n"
        + "targets: [{name: router, check: {tcp: \"router:80\"}}]\n";
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void every_object_is_one_that_the_server_would_store_without_a_warning(String yaml)
      throws IOException {
    Path file = manifests(yaml);
    IN_A_NAMESPACE
        .matcher(Files.readString(file))
        .results()
        .forEach(m -> Homelab.exists(m.group(1)));
    String said = RealApiServer.kubectl("apply", "--dry-run=server", "-f", file.toString());
    assertThat(said.lines())
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" created (server dry run)")
            || line.endsWith(" configured (server dry run)")
            || line.contains("missing the kubectl.kubernetes.io/last-applied-configuration"));
  }

  @Test
  void shards_are_what_the_server_knows_an_indexed_job_to_be() throws IOException {
    String yaml = smallest(RealApiServer.namespace()).replace("tocsin}", "tocsin, parts: 4}");
    String said = RealApiServer.kubectl(
        "apply", "--dry-run=server", "-f", manifests(yaml, "--shards=4").toString());
    assertThat(said).contains("cronjob.batch/tocsin created").doesNotContain("unknown field");
  }

  @Test
  void to_apply_it_again_changes_nothing() throws IOException {
    String file = manifests(smallest(RealApiServer.namespace())).toString();
    RealApiServer.kubectl("apply", "-f", file);
    assertThat(RealApiServer.kubectl("apply", "-f", file).lines())
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" unchanged"));
  }

  @Test
  void a_round_s_pod_is_let_into_a_restricted_namespace_and_a_bolder_one_is_not()
      throws IOException {
    String namespace = RealApiServer.namespace();
    RealApiServer.kubectl("apply", "-f", manifests(smallest(namespace)).toString());
    PodTemplateSpec template = admin
        .batch()
        .v1()
        .cronjobs()
        .inNamespace(namespace)
        .withName("tocsin")
        .get()
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate();
    Pod pod = new PodBuilder()
        .withNewMetadata()
        .withName("round")
        .withNamespace(namespace)
        .endMetadata()
        .withSpec(template.getSpec())
        .build();
    assertThat(admin.resource(pod).dryRun().create().getSpec().getServiceAccountName())
        .isEqualTo("tocsin");
    pod.getSpec().getContainers().get(0).getSecurityContext().setAllowPrivilegeEscalation(true);
    assertThatThrownBy(() -> admin.resource(pod).dryRun().create())
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("violates PodSecurity \"restricted:latest\"");
  }

  @Test
  void to_uninstall_it_takes_everything_but_the_ledger_the_secret_and_the_namespace()
      throws IOException {
    String namespace = RealApiServer.namespace();
    RealApiServer.kubectl("apply", "-f", manifests(smallest(namespace)).toString());
    new Homelab(namespace).configMap("tocsin", Map.of());
    Path file = manifests(smallest(namespace), "--no-namespace");
    List<String> said =
        RealApiServer.kubectl("delete", "-f", file.toString()).lines().toList();
    assertThat(said).hasSize(5).allMatch(line -> line.contains(" deleted"));
    assertThat(admin.namespaces().withName(namespace).get().getStatus().getPhase())
        .isEqualTo("Active");
    assertThat(admin.configMaps().inNamespace(namespace).list().getItems())
        .extracting(map -> map.getMetadata().getName())
        .containsExactly("tocsin");
  }
}
