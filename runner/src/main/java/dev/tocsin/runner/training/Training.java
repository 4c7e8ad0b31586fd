package dev.tocsin.runner.training;

import dev.tocsin.runner.Main;
import dev.tocsin.runner.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does rounds as they are in a cluster: over TLS, with a ledger that is written, one without
 * trouble and one with an alert that is mailed. Cluster and mail server are stand-ins in this
 * process, on loopback. Run it with the JVM's option that writes an archive at the end.
 */
public final class Training {

  private Training() {}

  /** Ends with the first exit code of a round that is not zero. Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Files.createTempDirectory("tocsin-training");
    int exitCode;
    try {
      exitCode = train(directory);
    } finally {
      delete(directory);
    }
    System.exit(exitCode);
  }

  private static int train(Path directory) throws IOException {
    Keys keys = Keys.in(directory);
    try (ApiStandIn api = new ApiStandIn(keys.server());
        MailStandIn mail = new MailStandIn()) {
      Path account = Settings.kubeconfig(directory, api.port(), keys.authority());
      System.setProperty("kubernetes.master", "https://127.0.0.1:" + api.port());
      System.setProperty("kubernetes.certs.ca.file", keys.authority().toString());
      System.setProperty("kubernetes.auth.tryKubeConfig", "false");
      String cluster = "cluster: {kubeconfig: " + account + "}\n";
      List<Path> rounds = List.of(
          Settings.round(directory, "", "well", mail.port()),
          Settings.round(directory, "", "ill", mail.port()),
          Settings.round(directory, cluster, "well-too", mail.port()));
      for (Path round : rounds) {
        String[] line = {"run", "-c", round.toString()};
        int exitCode = Main.run(line, Surroundings.ofProcess());
        if (exitCode != 0) {
          return exitCode;
        }
      }
      return 0;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
