package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.k8s.testing.RealApiServer;
import dev.tocsin.runner.World.Ran;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kustomize makes of the base and its overlays is what {@code manifests} prints. */
@ExtendWith(RealApiServer.class)
class KustomizeTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final KubernetesSerialization YAML = new KubernetesSerialization();
  private static final String IMAGE = "registry.example.org/tocsin:0.1.0";

  private final KubernetesClient admin = RealApiServer.client();

  private static String manifests(Path directory, String... options) throws IOException {
    try (World world = new World(Files.createTempDirectory("tocsin-kustomize"))) {
      Ran ran = world.plain(Stream.concat(
              Stream.of("manifests", "-c", directory.resolve("tocsin.yaml").toString()),
              Stream.of(options))
          .toArray(String[]::new));
      assertThat(ran.err()).isEmpty();
      return ran.out();
    }
  }

  /** Objects by kind, namespace and name; kustomize puts lists that are merged in another order. */
  private static SortedMap<String, Object> objects(String text) {
    SortedMap<String, Object> objects = new TreeMap<>();
    for (String document : text.split("(?m)^---\n")) {
      if (document.lines().anyMatch(line -> line.startsWith("kind:"))) {
        GenericKubernetesResource object =
            YAML.unmarshal(document, GenericKubernetesResource.class);
        objects.put(
            object.getKind() + " " + object.getMetadata().getNamespace() + "/"
                + object.getMetadata().getName(),
            inOrder(YAML.convertValue(object, Map.class)));
      }
    }
    return objects;
  }

  private static Object inOrder(Object value) {
    if (value instanceof Map<?, ?> map) {
      SortedMap<String, Object> sorted = new TreeMap<>();
      map.forEach((key, inner) -> sorted.put(String.valueOf(key), inOrder(inner)));
      return sorted;
    }
    if (value instanceof List<?> list) {
      List<Object> all =
          new ArrayList<>(list.stream().map(KustomizeTest::inOrder).toList());
      if (all.stream().allMatch(Map.class::isInstance)) {
        all.sort(Comparator.comparing(Object::toString));
      }
      return all;
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"install/kustomize/overlay", "examples/frigate"})
  void an_overlay_is_what_is_printed_for_its_configuration_rights_and_all(String overlay)
      throws IOException {
    Path directory = ROOT.resolve(overlay);
    SortedMap<String, Object> rendered =
        objects(RealApiServer.kubectl("kustomize", directory.toString()));
    assertThat(rendered.keySet()).filteredOn(name -> name.contains("Role")).hasSize(6);
    assertThat(rendered)
        .isEqualTo(objects(manifests(directory, "--no-namespace", "--image=" + IMAGE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"install/kustomize/overlay", "examples/frigate"})
  void the_rights_of_an_overlay_are_what_its_command_prints(String overlay) throws IOException {
    Path directory = ROOT.resolve(overlay);
    assertThat(Files.readString(directory.resolve("rights.yaml")))
        .isEqualTo(manifests(directory, "--only=rights"));
  }

  @Test
  void an_upgrade_leaves_the_ledger_and_to_uninstall_it_leaves_it_too(@TempDir Path copy)
      throws IOException {
    String namespace = RealApiServer.namespace();
    Homelab.exists("cams");
    Path overlay = copied(copy, namespace);
    RealApiServer.kubectl("apply", "-k", overlay.toString());
    ConfigMap ledger = ledger(namespace);
    replace(overlay.resolve("kustomization.yaml"), "newTag: 0.1.0", "newTag: 0.2.0");
    assertThat(RealApiServer.kubectl("apply", "-k", overlay.toString()).lines())
        .filteredOn(line -> !line.endsWith(" unchanged"))
        .containsExactly("cronjob.batch/tocsin configured");
    assertThat(find(namespace, "tocsin")).isEqualTo(ledger);
    RealApiServer.kubectl("delete", "-k", overlay.toString());
    assertThat(find(namespace, "tocsin")).isEqualTo(ledger);
    assertThat(admin.configMaps().inNamespace(namespace).list().getItems()).hasSize(1);
    assertThat(admin.serviceAccounts().inNamespace(namespace).withName("tocsin").get())
        .isNull();
    RealApiServer.kubectl(
        "-n", namespace, "delete", "configmap", "-l", "app.kubernetes.io/managed-by=tocsin");
    assertThat(find(namespace, "tocsin")).isNull();
  }

  private ConfigMap find(String namespace, String name) {
    return admin.configMaps().inNamespace(namespace).withName(name).get();
  }

  /** As a round would have made it. */
  private ConfigMap ledger(String namespace) {
    return admin
        .resource(new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("tocsin")
            .addToLabels("app.kubernetes.io/managed-by", "tocsin")
            .endMetadata()
            .addToData("any", "memory")
            .build())
        .create();
  }

  /** The story's service, in a namespace of this test's own. */
  private static Path copied(Path copy, String namespace) throws IOException {
    for (String directory : List.of("install/kustomize/base", "examples/frigate")) {
      Path to = Files.createDirectories(copy.resolve(directory));
      try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
          replace(to.resolve(file.getFileName()), "monitoring", namespace);
        }
      }
    }
    return copy.resolve("examples/frigate");
  }

  private static void replace(Path file, String from, String to) throws IOException {
    Files.writeString(file, Files.readString(file).replace(from, to));
  }
}
