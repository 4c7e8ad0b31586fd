package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Loading what asks a cluster takes a second: who needs none does not pay for it. */
@Timeout(60)
class LazyClusterTest {

  private static final String PLAIN = """
      ledger: {file: ledger.json}
      isolation: {exec: ["true"]}
      targets:
      - name: frigate
        check: {tcp: {service: "cams/frigate:5000", timeout: 100ms}}
        preconditions: [{exec: ["true"]}, {after: mqtt}]
        remediation: [{exec: ["true"]}]
      - name: mqtt
        check: {exec: ["true"]}
      """;

  private static final String IN_A_CLUSTER = """
      ledger: {configMap: {namespace: monitoring, name: tocsin}}
      targets:
      - name: frigate
        workload: deployment/cams/frigate
        without: [notPaused]
        remediation: [{evictPod: {}}]
      """;

  @TempDir
  Path directory;

  @Test
  void what_needs_no_cluster_loads_nothing_that_asks_one() throws Exception {
    assertThat(classesLoaded(PLAIN, "validate", "run", "status", "explain", "pause"))
        .contains("dev.tocsin.runner.check.Isolation ", "dev.tocsin.runner.LocalKit ")
        .doesNotContain("dev.tocsin.k8s.", "io.fabric8.", "dev.tocsin.runner.ClusterKit ");
  }

  @Test
  void what_is_only_read_loads_the_words_of_a_cluster_and_no_client() throws Exception {
    assertThat(classesLoaded(IN_A_CLUSTER, "validate"))
        .contains("dev.tocsin.k8s.look.Workload ")
        .doesNotContain("dev.tocsin.k8s.api.", "io.fabric8.");
  }

  @Test
  void a_round_that_tells_nobody_loads_nothing_that_tells() throws Exception {
    assertThat(classesLoaded(PLAIN, "run"))
        .contains("dev.tocsin.runner.RunCommand ")
        .doesNotContain(
            "dev.tocsin.runner.StatusCommand ",
            "dev.tocsin.runner.SimulateCommand ",
            "dev.tocsin.simulation.",
            "dev.tocsin.email.Letter ",
            "com.samskivert.mustache.",
            "com.sun.mail.",
            "dev.cel.bundle.",
            "dev.cel.runtime.CelRuntime");
  }

  private String classesLoaded(String yaml, String... commands) throws Exception {
    Path file = Files.writeString(directory.resolve("tocsin.yaml"), yaml);
    ProcessBuilder java = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:class+load",
        "-cp",
        System.getProperty("java.class.path"),
        Commands.class.getName(),
        file.toString());
    java.command().addAll(List.of(commands));
    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Several commands, one after the other. */
  static final class Commands {

    private Commands() {}

    /** Takes a configuration and the commands; ends with the first exit code that is not zero. */
    public static void main(String[] arguments) {
      for (String command : List.of(arguments).subList(1, arguments.length)) {
        String[] line = command.equals("pause")
            ? new String[] {command, "-c", arguments[0], "frigate", "--for", "2h"}
            : new String[] {command, "-c", arguments[0]};
        int exitCode = Main.run(line, Surroundings.ofProcess());
        if (exitCode != 0) {
          System.exit(exitCode);
        }
      }
      System.exit(0);
    }
  }
}
