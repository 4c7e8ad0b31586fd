package dev.tocsin.k8s.testing;

import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.http.SocketHttp;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real API server on loopback, started by kube-api-test, with RBAC: one for all tests of a JVM.
 * Where its programs are not installed, the tests say so and do not run. There are no controllers
 * and no kubelets: what depends on those is for {@link ControlPlane}.
 */
public final class RealApiServer implements ExecutionCondition {

  private static final Path HOME = Optional.ofNullable(System.getenv("KUBE_API_TEST_DIR"))
      .map(Path::of)
      .orElseGet(() -> Path.of(System.getProperty("user.home"), ".kubeapitest"));

  private static final long KUBECTL_SECONDS = 60;
  private static final AtomicInteger NAMESPACES = new AtomicInteger();
  private static Optional<Running> running = Optional.empty();

  private record Running(
      KubeAPIServer server, KubernetesClient client, KubernetesClient plain, String kubeconfig) {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return programs().isPresent()
        ? ConditionEvaluationResult.enabled("there is an API server")
        : ConditionEvaluationResult.disabled("not run: needs a real API server, and " + HOME
            + " has no programs for kube-api-test (set KUBE_API_TEST_DIR)");
  }

  /** A client that may do everything. */
  public static synchronized KubernetesClient client() {
    if (running.isEmpty()) {
      running = Optional.of(start(programs().orElseThrow()));
    }
    return running.get().client();
  }

  /** The same, as the adapter uses it. */
  public static Kubernetes kubernetes() {
    client();
    return Kubernetes.of(running.orElseThrow().plain());
  }

  /** The kubeconfig of a user who may do everything, as YAML. */
  public static String kubeconfig() {
    client();
    return running.orElseThrow().kubeconfig();
  }

  /** Runs kubectl with the rights to do everything, and gives its output. */
  public static String kubectl(String... arguments) {
    return kubectl(Map.of(), arguments);
  }

  /** The same, with these variables in its environment, for example {@code EDITOR}. */
  public static String kubectl(Map<String, String> environment, String... arguments) {
    client();
    Running now = running.orElseThrow();
    List<String> command = new ArrayList<>();
    command.add(programs().orElseThrow().resolve("kubectl").toString());
    command.addAll(List.of(arguments));
    try {
      Path file = Files.createTempFile("tocsin-kubeconfig", ".yaml");
      Path out = Files.createTempFile("tocsin-kubectl", ".out");
      Files.writeString(file, now.kubeconfig());
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
      builder.environment().put("KUBECONFIG", file.toString());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean over = process.waitFor(KUBECTL_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(out);
      Files.delete(file);
      Files.delete(out);
      if (!over || process.exitValue() != 0) {
        throw new IllegalStateException(command + (over ? " failed: " : " did not end: ") + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + command, e);
    }
  }

  /** A new namespace, which no other test uses. */
  public static String namespace() {
    String name = "test-" + NAMESPACES.incrementAndGet();
    client()
        .namespaces()
        .resource(new NamespaceBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .build())
        .create();
    return name;
  }

  /** Long enough for a test on a busy machine. */
  public static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), Time.system());
  }

  private static Running start(Path installed) {
    Path directory = loopbackOnly(installed);
    KubeAPIServer server = new KubeAPIServer(KubeAPIServerConfigBuilder.anAPIServerConfig()
        .withTestDir(directory.toString())
        .withUpdateKubeConfig(false)
        .withApiServerFlags(List.of("--bind-address", "127.0.0.1"))
        .build());
    server.start();
    Config config = Config.fromKubeconfig(server.getKubeConfigYaml());
    config.setRequestRetryBackoffLimit(2);
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    KubernetesClient plain = new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new SocketHttp())
        .build();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      client.close();
      plain.close();
      server.stop();
      delete(directory);
    }));
    return new Running(server, client, plain, server.getKubeConfigYaml());
  }

  /** The newest installed version's directory. */
  private static Optional<Path> programs() {
    try (Stream<Path> versions = Files.list(HOME.resolve("k8s"))) {
      return versions.max(Comparator.naturalOrder());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** kube-api-test lets etcd listen to the whole network: a script before it says 127.0.0.1. */
  private static Path loopbackOnly(Path installed) {
    try {
      Path directory = Files.createTempDirectory("tocsin-api-server");
      Path programs =
          Files.createDirectories(directory.resolve("k8s").resolve(installed.getFileName()));
      for (String name : List.of("kube-apiserver", "kubectl")) {
        Files.createSymbolicLink(programs.resolve(name), installed.resolve(name).toRealPath());
      }
      Path etcd = Files.writeString(
          programs.resolve("etcd"), """
          #!/bin/sh
          for argument; do
            shift
            set -- "$@" "$(printf '%%s' "$argument" | sed 's/0\\.0\\.0\\.0/127.0.0.1/g')"
          done
          exec '%s' "$@"
          """.formatted(installed.resolve("etcd").toRealPath()));
      Files.setPosixFilePermissions(etcd, PosixFilePermissions.fromString("rwxr-xr-x"));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      // A temporary directory that stays does no harm.
    }
  }
}
