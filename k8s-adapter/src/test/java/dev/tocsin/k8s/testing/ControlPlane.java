package dev.tocsin.k8s.testing;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole control plane on loopback: API server, controllers, scheduler, and simulated kubelets. It
 * is started by the script that {@code TOCSIN_CONTROL_PLANE} names.
 */
public final class ControlPlane implements AutoCloseable {

  private static final Optional<Path> SCRIPT =
      Optional.ofNullable(System.getenv("TOCSIN_CONTROL_PLANE")).map(Path::of);
  private static final long PATIENCE_SECONDS = 120;
  private static final String NOT_READY =
      "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"False\",\"reason\":\"ContainersNotReady\"}]}}";

  private final Path directory;
  private final Path kubeconfig;
  private final KubernetesClient client;
  private final Thread atExit = new Thread(this::stop);

  private ControlPlane(Path directory) {
    this.directory = directory;
    String[] lines = script("up", directory.toString(), "full").strip().split("\n");
    this.kubeconfig = Path.of(lines[lines.length - 1]);
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    config.setRequestRetryBackoffLimit(2);
    this.client = new KubernetesClientBuilder().withConfig(config).build();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Without the script, what needs it says so and does not run. */
  public static final class Present implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return SCRIPT.isPresent()
          ? ConditionEvaluationResult.enabled("there is a control plane")
          : ConditionEvaluationResult.disabled(
              "not run: needs a whole control plane (TOCSIN_CONTROL_PLANE names none)");
    }
  }

  /** Starts one; it takes about ten seconds. */
  public static ControlPlane up() {
    try {
      return new ControlPlane(Files.createTempDirectory("tocsin-control-plane"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a user who may do everything. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** A client that may do everything. */
  public KubernetesClient client() {
    return client;
  }

  /** Adds a node that works. */
  public void node(String name) {
    cluster("node", name);
  }

  /** Its kubelet dies: Ready becomes Unknown, its pods stay, deleted ones hang in Terminating. */
  public void nodeDown(String name) {
    cluster("node-down", name);
  }

  public void nodeUp(String name) {
    cluster("node-up", name);
  }

  /** A pod's readiness probe fails, and nobody makes it well. */
  public void unready(String namespace, String pod) {
    client
        .pods()
        .inNamespace(namespace)
        .withName(pod)
        .subresource("status")
        .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), NOT_READY);
  }

  public void apiDown() {
    cluster("api-down");
  }

  public void apiUp() {
    cluster("api-up");
  }

  /** Runs kubectl with the rights to do everything, and gives its output. */
  public String kubectl(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(kubectl().toString(), "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Where kubectl is, for scripts. */
  public Path kubectl() {
    return Optional.ofNullable(System.getenv("KUBERNETES_BINARIES"))
        .map(Path::of)
        .orElse(directory.resolve("bin"))
        .resolve("kubectl");
  }

  @Override
  public void close() {
    client.close();
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
  }

  private void stop() {
    cluster("down");
    delete(directory);
  }

  private void cluster(String verb, String... arguments) {
    List<String> all = new ArrayList<>(List.of(verb, directory.toString()));
    all.addAll(List.of(arguments));
    script(all.toArray(String[]::new));
  }

  private static String script(String... arguments) {
    List<String> command = new ArrayList<>(List.of(SCRIPT.orElseThrow().toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) {
    try {
      Path out = Files.createTempFile("tocsin-run", ".out");
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(out.toFile())
          .start();
      boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String text = Files.readString(out);
      Files.delete(out);
      if (!over || process.exitValue() != 0) {
        process.destroyForcibly();
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

  private static void delete(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException e) {
      // A temporary directory that stays does no harm.
    }
  }
}
