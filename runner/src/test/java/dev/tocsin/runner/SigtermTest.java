package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.State;
import dev.tocsin.ledger.FileStore;
import dev.tocsin.round.IncidentStore.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F11, S15: a real process, and a real SIGTERM. */
@Timeout(60)
class SigtermTest {

  private static final String WAITING =
      "touch $0.begun; while [ ! -e $0.go ]; do sleep 0.05; done; exit ";

  @TempDir
  Path directory;

  private Process process;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void a_round_that_is_told_to_stop_while_it_looks_tells_and_repairs_nothing() throws Exception {
    program("check", "echo $$ > $0.pid; touch $0.begun; sleep 1000");
    program("repair", "touch $0.begun");
    begin("check.begun");
    process.destroy();
    assertThat(process.waitFor(8, TimeUnit.SECONDS)).as("waits for nothing").isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    String pid = Files.readString(directory.resolve("check.pid")).strip();
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(check -> assertThat(check.onExit()).succeedsWithin(5, TimeUnit.SECONDS));
    assertThat(directory.resolve("repair.begun")).doesNotExist();
    assertThat(directory.resolve("ledger.json")).doesNotExist();
  }

  @Test
  void a_repair_under_way_when_the_round_is_told_to_stop_is_finished_and_written_down()
      throws Exception {
    program("check", "exit 1");
    program("repair", WAITING + "0");
    begin("repair.begun");
    process.destroy();
    untilSignalled();
    Files.createFile(directory.resolve("repair.go"));
    assertThat(process.waitFor()).isEqualTo(143);
    Ledger ledger =
        ((Loaded.Found) new FileStore(directory.resolve("ledger.json")).load()).ledger();
    assertThat(ledger.of("cam").attempts().unsettled()).isEmpty();
    assertThat(ledger.of("cam").attempts().charges()).hasSize(1);
    assertThat(ledger.of("cam").state()).isEqualTo(State.REMEDIATING);
    assertThat(output()).contains("done: exit 0");
  }

  /** The hook runs in a thread of its own; a process that has not got that far would not wait. */
  private void untilSignalled() throws InterruptedException {
    assertThat(process.waitFor(500, TimeUnit.MILLISECONDS))
        .as("waits for its work")
        .isFalse();
  }

  private void program(String name, String script) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void begin(String until) throws Exception {
    Files.writeString(directory.resolve("tocsin.yaml"), """
        ledger: {file: ledger.json}
        targets:
        - name: cam
          failuresToAlert: 1
          check: {exec: ["./check"]}
          remediation: {exec: ["./repair"]}
        """);
    process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "-c",
            directory.resolve("tocsin.yaml").toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
    while (!Files.exists(directory.resolve(until))) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
          .as(() -> "ended early: " + output())
          .isFalse();
    }
  }

  private String output() {
    try {
      return Files.readString(directory.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
