package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** On the real clock, for this is about how long something takes. */
@Timeout(60)
@Isolated("it has little time")
class StalledTargetTest {

  @Test
  void a_target_that_stalls_for_all_the_time_of_looking_silences_nobody(@TempDir Path directory)
      throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path configuration =
          Files.writeString(directory.resolve("tocsin.yaml"), """
          ledger: {file: ledger.json}
          interval: 10s
          defaults: {failuresToAlert: 1}
          targets:
          - name: down
            check: {exec: ["false"]}
          - name: stalled
            check: {http: "http://127.0.0.1:%d/"}
          """.formatted(silent.getLocalPort()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int exitCode = Main.run(
          new String[] {"run", "-c", configuration.toString()},
          new Surroundings(
              Map.of(),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              System.err,
              Time.system(),
              ZoneOffset.UTC,
              Screen.PLAIN,
              new Wiring()));
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("timed out after 4s")
          .contains("ALERT   down     done: printed")
          .contains("ALERT   stalled  done: printed");
      assertThat(exitCode).isZero();
    }
  }
}
