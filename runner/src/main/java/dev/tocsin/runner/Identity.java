package dev.tocsin.runner;

import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InFile;
import dev.tocsin.runner.config.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who we are, for those who read what we wrote.
 *
 * @param environment of the process
 * @param root of the file system
 */
record Identity(Map<String, String> environment, Path root) {

  private static final String NAMESPACE = "var/run/secrets/kubernetes.io/serviceaccount/namespace";
  private static final int DIGITS = 8;

  /**
   * Which installation we are: the same in every round, and another one for another ledger. A pod
   * has a new host name in every round, so its namespace stands for it.
   */
  String owner(Configuration configuration) {
    return configuration.cluster().installation().orElseGet(() -> {
      if (configuration.ledger() instanceof InConfigMap map) {
        return map.namespace() + "/" + map.name();
      }
      String path = ((InFile) configuration.ledger()).file().toString();
      return line(NAMESPACE).orElseGet(this::host) + "-" + Sha256.digits(path, DIGITS);
    });
  }

  /** Who writes: the pod, or the process and its host. */
  String writer() {
    boolean pod = environment.containsKey("KUBERNETES_SERVICE_HOST");
    return pod ? host() : "process " + ProcessHandle.current().pid() + " on " + host();
  }

  /** Nobody is asked for it: a network that is down would keep us waiting. */
  private String host() {
    return Optional.ofNullable(environment.get("HOSTNAME"))
        .or(() -> line("etc/hostname"))
        .orElse("localhost");
  }

  private Optional<String> line(String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)).strip())
          .filter(line -> !line.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
