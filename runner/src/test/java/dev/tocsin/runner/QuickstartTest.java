package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows examples/quickstart/README.md, with a real service, on another clock. */
class QuickstartTest {

  private static final Path EXAMPLE =
      Path.of("").toAbsolutePath().resolveSibling("examples/quickstart");
  private static final String CONFIGURATION = "examples/quickstart/tocsin.yaml";
  private static final String PORT = "8642";
  private static final ZoneId ZONE = ZoneOffset.ofHours(1);

  private final StringBuilder transcript = new StringBuilder();
  private Path directory = Path.of("");
  private String port = PORT;
  private Instant now = Instant.parse("2026-11-22T21:40:00Z");

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    this.directory = directory;
    port = freePort();
    String yaml = Files.readString(EXAMPLE.resolve("tocsin.yaml"));
    assertThat(yaml).contains(PORT);
    Files.writeString(directory.resolve("tocsin.yaml"), yaml.replace(PORT, port));
  }

  /** One of as many digits as that of the example, so that the columns stand as they would. */
  private static String freePort() {
    return IntStream.range(8700, 9999)
        .filter(QuickstartTest::isFree)
        .mapToObj(String::valueOf)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void who_follows_the_quickstart_sees_what_it_promises() throws Exception {
    Process service = service();
    assertThat(round(1)).contains("HEALTHY  passing");
    kill(service);
    shell("kill $service", "");
    assertThat(round(20)).contains("HEALTHY → DEGRADED");
    assertThat(outbox()).isEmpty();
    assertThat(round(7)).contains("DEGRADED → ALERTED");
    assertThat(outbox()).singleElement().asString().contains("alert");
    String plain = Files.readString(outbox().get(0))
        .lines()
        .limit(40)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
    shell("head -40 examples/quickstart/outbox/*.eml", plain);
    Process again = service();
    assertThat(round(20)).contains("ALERTED → RECOVERED");
    assertThat(round(7)).contains("RECOVERED → HEALTHY");
    kill(again);
    assertThat(outbox()).hasSize(2).last().asString().contains("recovery");
    shell("ls examples/quickstart/outbox", String.join("\n", names()) + "\n");
    Path page = EXAMPLE.resolve("README.md");
    new Document(page).shows("transcript", "```console\n" + transcript + "```\n");
    String typed = Files.readString(page).replaceAll("(?s)<!-- transcript.*", "");
    assertThat(transcript.toString().lines().filter(l -> l.startsWith("$ ")).toList())
        .allSatisfy(line -> assertThat(typed).contains(line.substring(2)));
  }

  private Process service() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process = new ProcessBuilder(java, EXAMPLE.resolve("Service.java").toString(), port)
        .redirectErrorStream(true)
        .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).isEqualTo("well, on http://127.0.0.1:" + port + "/");
    shell("java examples/quickstart/Service.java &", line + "\n");
    return process;
  }

  private void kill(Process service) throws InterruptedException {
    service.destroy();
    service.waitFor();
  }

  private String round(int secondsLater) {
    now = now.plus(Duration.ofSeconds(secondsLater));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings around =
        new Surroundings(Map.of(), out, out, time(), ZONE, Screen.PLAIN, new Wiring());
    String[] command = {"run", "-c", directory.resolve("tocsin.yaml").toString()};
    assertThat(Main.run(command, around)).isZero();
    String said = bytes.toString(StandardCharsets.UTF_8);
    shell("./tocsin run -c " + CONFIGURATION, said);
    return said;
  }

  private Time time() {
    return new Time() {
      @Override
      public Instant now() {
        return now;
      }

      @Override
      public long nanos() {
        return 0;
      }
    };
  }

  /** Adds it without what differs from run to run. */
  private void shell(String command, String said) {
    String lasting = said.replace("\r", "")
        .replace(port, PORT)
        .replace(directory.toString(), "examples/quickstart")
        .replaceAll("WHY +DONE(?=\n.* in \\d+ ms)", "WHY" + " ".repeat(25) + "DONE")
        .replaceAll(" in \\d+ ms", " in 12 ms");
    transcript.append("$ ").append(command).append('\n').append(lasting);
  }

  private List<Path> outbox() throws IOException {
    Path outbox = directory.resolve("outbox");
    if (!Files.exists(outbox)) {
      return List.of();
    }
    try (Stream<Path> mails = Files.list(outbox)) {
      return mails.sorted().toList();
    }
  }

  private List<String> names() throws IOException {
    return outbox().stream().map(f -> f.getFileName().toString()).toList();
  }
}
