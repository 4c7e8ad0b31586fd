package dev.tocsin.runner.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a training round. */
final class Settings {

  private Settings() {}

  /**
   * A configuration of one target.
   *
   * @param cluster its section, or nothing
   * @param name of the target's Deployment, and of the ledger
   */
  static Path round(Path directory, String cluster, String name, int mail) throws IOException {
    return Files.writeString(directory.resolve(name + ".yaml"), """
        ledger: {configMap: {namespace: training, name: %2$s}}
        %1$sinterval: 5m
        mail:
          from: tocsin@example.org
          to: [me@example.org]
          smtp: {host: 127.0.0.1, port: %3$d, tls: none}
        defaults: {failuresToAlert: 1}
        targets:
        - {name: %2$s, workload: deployment/training/%2$s, remediation: [{rolloutRestart: {}}]}
        """.formatted(cluster, name, mail));
  }

  static Path kubeconfig(Path directory, int port, Path authority) throws IOException {
    return Files.writeString(directory.resolve("kubeconfig"), """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:%d", certificate-authority: %s}}]
        users: [{name: u, user: {token: training}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        current-context: c
        """.formatted(port, authority));
  }
}
