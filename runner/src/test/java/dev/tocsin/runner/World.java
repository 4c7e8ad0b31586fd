package dev.tocsin.runner;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.round.Time;
import dev.tocsin.runner.report.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A small world: services that answer as they are told, a file ledger, and a clock that goes when
 * it is told. The commands are the real ones.
 */
final class World implements AutoCloseable {

  static final String SCRIPTED = """
      ledger: {file: tocsin-ledger.json}
      interval: 5m
      targets:
      - name: api
        check: {http: HERE/api}
      - name: frigate
        check: {http: HERE/frigate}
        preconditions:
        - {name: node still-fawn, http: HERE/still-fawn}
        remediation: {exec: ["./restart"], attemptsPerIncident: 3, attemptsPerWindow: 2}
      - name: mqtt
        check: {http: HERE/mqtt}
      """;

  private static final Instant START = Instant.parse("2026-11-22T21:40:00Z");

  final Path directory;
  Map<String, String> environment = Map.of();
  Screen screen = Screen.PLAIN;
  Optional<Workshop> workshop = Optional.empty();
  Optional<PrintStream> out = Optional.empty();
  private final HttpServer server;
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private Instant now = START;

  /** What one command came to. */
  record Ran(int exitCode, String out, String err) {}

  World(Path directory) throws IOException {
    this.directory = directory;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      String service = exchange.getRequestURI().getPath().substring(1);
      exchange.sendResponseHeaders(down.contains(service) ? 503 : 204, -1);
      exchange.close();
    });
    server.start();
    configuration(SCRIPTED);
    program("restart", "exit 0");
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void configuration(String yaml) throws IOException {
    Files.writeString(directory.resolve("tocsin.yaml"), yaml.replace("HERE", address()));
  }

  void program(String name, String script) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + file);
    }
  }

  void down(String... services) {
    down.addAll(List.of(services));
  }

  void up(String... services) {
    List.of(services).forEach(down::remove);
  }

  void later(Duration span) {
    now = now.plus(span);
  }

  Path ledger() {
    return directory.resolve("tocsin-ledger.json");
  }

  /** Runs a command on this world's configuration. */
  Ran tocsin(String... command) {
    Stream<String> configured = command[0].equals("diagram")
        ? Stream.empty()
        : Stream.of("-c", directory.resolve("tocsin.yaml").toString());
    return plain(Stream.concat(Arrays.stream(command), configured).toArray(String[]::new));
  }

  /** Runs a command as it stands. */
  Ran plain(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(command, around(this.out.orElse(stream(out)), stream(err)));
    return new Ran(exitCode, shown(out), shown(err));
  }

  /** What commands get of this world; what they say is heard by nobody. */
  Surroundings around() {
    return around(stream(new ByteArrayOutputStream()), stream(new ByteArrayOutputStream()));
  }

  private Surroundings around(PrintStream out, PrintStream err) {
    return new Surroundings(
        environment,
        out,
        err,
        time(),
        ZoneOffset.ofHours(1),
        screen,
        workshop.orElse(new Wiring()));
  }

  Time time() {
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

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Without what differs from run to run. */
  private String shown(ByteArrayOutputStream bytes) {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace(directory + "/", "")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "cluster.example")
        .replaceAll(" in \\d+ ms", " in 12 ms");
  }

  List<String> files() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
