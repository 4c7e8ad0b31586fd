package dev.tocsin.runner.demo;

import dev.tocsin.runner.check.Condition;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.ConfigurationReader;
import dev.tocsin.runner.config.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of one night: the configuration, and who was restarted. */
record Setting(Path directory) {

  private static final String YAML = """
      ledger: {file: tocsin-ledger.json}
      interval: 5m
      mail:
        from: tocsin@example.org
        to: [me@example.org]
        smtp: {host: 127.0.0.1, port: %d, tls: none}
      targets:
      - name: frigate
        failuresToAlert: 2
        check:
          http:
            url: %2$s/api/stats
            expect:
            - body.detectors.coral.inference_speed < 100.0
            - body.cameras.all(c, body.cameras[c].camera_fps >= 1.0)
        preconditions:
        - {name: node still-fawn, http: "%2$s/api/v1/nodes/still-fawn/proxy/healthz"}
        remediation:
        - {name: restart, exec: [sh, -c, 'echo "$TOCSIN_ATTEMPT" >> "$0"', '%3$s']}
      """;

  Path yaml() {
    return directory.resolve("tocsin.yaml");
  }

  void write(int smtp, String cluster) {
    try {
      Files.createDirectories(directory);
      String log = restartLog().toString().replace("'", "''");
      Files.writeString(yaml(), YAML.formatted(smtp, cluster, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration read() {
    Reading reading = ConfigurationReader.read(yaml(), Map.of(), Condition::problem);
    if (reading instanceof Reading.Invalid invalid) {
      throw new IllegalStateException(invalid.problems().toString());
    }
    return ((Reading.Valid) reading).configuration();
  }

  /** How often the program that restarts was run. */
  int restarts() {
    try {
      return Files.exists(restartLog()) ? Files.readAllLines(restartLog()).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path restartLog() {
    return directory.resolve("restarts.txt");
  }

  static List<String> program(Configuration configuration) {
    return configuration.watches().get(0).remedies().get(0).program().argv();
  }
}
