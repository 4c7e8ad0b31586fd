package dev.tocsin.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where rounds are done: each with a state of its own, so that each counts and is the same. */
final class Cell {

  private static final int WAITS = 240;

  private final ControlPlane plane;
  private final Path kubeconfig;
  private final Path scratch;
  private final Path out;
  private final Path outbox;

  Cell(ControlPlane plane, Path kubeconfig, Path scratch) throws IOException {
    this.plane = plane;
    this.kubeconfig = kubeconfig;
    this.scratch = scratch;
    this.out = plane.directory().resolve("out");
    this.outbox = Files.createDirectories(plane.directory().resolve("outbox"));
  }

  /**
   * One round.
   *
   * @param state under which name things are remembered
   */
  record Round(Population population, String state) {
    List<String> names() {
      return IntStream.range(0, population.size()).mapToObj(population::name).toList();
    }
  }

  /** By a script, with the same token from a kubeconfig. */
  Timed script(List<String> program, Path kubectl, Round round) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("env", "KUBECONFIG=" + kubeconfig, "KUBECTL=" + kubectl));
    command.addAll(program);
    command.addAll(List.of(round.state(), outbox.toString(), round.population().namespace(0)));
    command.addAll(round.names());
    return Timed.run(command, "", out);
  }

  /** By the runner, with the account's token and authority in files, as in a pod. */
  Timed runner(Path launcher, Path jdk, Round round) throws IOException {
    Path configuration =
        Files.writeString(plane.directory().resolve("tocsin.yaml"), configuration(round));
    Path cache = Files.createDirectories(scratch.resolve("cache"));
    List<String> command = new ArrayList<>(List.of("env"));
    command.addAll(inCluster());
    command.addAll(List.of("JAVA_HOME=" + jdk, "TOCSIN_CACHE=" + cache, launcher.toString()));
    if (!isTrained(cache, jdk)) {
      train(command, cache, jdk);
    }
    command.addAll(List.of("run", "-c", configuration.toString()));
    return Timed.run(command, "", out);
  }

  private List<String> inCluster() throws IOException {
    Path token = plane.directory().resolve("token");
    Path authority = plane.directory().resolve("authority.crt");
    if (!Files.exists(token)) {
      String text = Files.readString(kubeconfig);
      Files.writeString(token, text.replaceFirst("(?s).*token: ([^}]+)}.*", "$1"));
      String data = text.replaceFirst("(?s).*authority-data: ([^}]+)}.*", "$1");
      Files.writeString(
          authority, new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII));
    }
    return List.of(
        "KUBECONFIG=/nonexistent",
        "KUBERNETES_SERVICE_HOST=127.0.0.1",
        "KUBERNETES_SERVICE_PORT=" + plane.port(),
        "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN=" + token,
        "KUBERNETES_CERTS_CA_FILE=" + authority);
  }

  private String configuration(Round round) {
    StringBuilder text = new StringBuilder("""
        ledger: {configMap: {namespace: %s, name: %s}}
        interval: 5m
        mail: {from: tocsin@example.org, to: [me@example.org], outbox: %s}
        defaults: {failuresToAlert: 1}
        targets:
        """.formatted(Account.NAMESPACE, round.state(), outbox));
    for (String name : round.names()) {
      text.append("- {name: %1$s, workload: deployment/%2$s/%1$s}\n"
          .formatted(name, round.population().namespace(0)));
    }
    return text.toString();
  }

  /** The launcher makes it in the background; a measured round must not run beside that. */
  private static void train(List<String> launcher, Path cache, Path jdk) throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add("--version");
    Commands.run(command.toArray(String[]::new));
    for (int i = 0; i < WAITS && !isTrained(cache, jdk); i++) {
      Commands.run("sleep", "0.5");
    }
    if (!isTrained(cache, jdk)) {
      throw new IOException("the launcher made no archive in " + cache);
    }
  }

  private static boolean isTrained(Path cache, Path jdk) throws IOException {
    String major =
        Machine.first(jdk.resolve("release").toString(), "JAVA_VERSION").replaceFirst("\\..*", "");
    Path jar = Path.of("runner/target/tocsin-runner.jar");
    try (Stream<Path> files = Files.list(cache)) {
      return files.anyMatch(
          file -> file.getFileName().toString().matches("\\d+-" + major + "\\.(jsa|aot)")
              && file.toFile().lastModified() > jar.toFile().lastModified());
    }
  }
}
