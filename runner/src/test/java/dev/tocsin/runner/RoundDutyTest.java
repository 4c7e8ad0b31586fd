package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.incident.Ledger;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import dev.tocsin.runner.World.Ran;
import dev.tocsin.runner.check.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RoundDutyTest {

  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  // F92
  @Test
  void a_heartbeat_that_fails_fails_nothing_and_shows_no_address() throws IOException {
    world.configuration(World.SCRIPTED + "heartbeat: {url: HERE/secret-ping}\n");
    assertThat(world.tocsin("run").err()).isEmpty();
    world.down("secret-ping");
    world.later(Duration.ofMinutes(5));
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).contains("heartbeat").doesNotContain("secret-ping");
  }

  @Test
  void a_round_that_failed_does_not_beat_as_if_it_had_not() throws IOException {
    AtomicInteger beats = new AtomicInteger();
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/", exchange -> {
      beats.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    outside.start();
    String url = "http://127.0.0.1:" + outside.getAddress().getPort() + "/";
    assertThat(Heartbeat.beat(URI.create(url))).isEmpty();
    world.configuration(World.SCRIPTED + "heartbeat: {url: " + url + "}\n");
    Files.createDirectory(world.ledger());
    assertThat(world.tocsin("run").exitCode()).isEqualTo(3);
    assertThat(world.tocsin("run", "--dry-run").exitCode()).isEqualTo(3);
    outside.stop(0);
    assertThat(beats).hasValue(1);
    assertThat(Heartbeat.beat(URI.create(url))).isPresent();
  }

  // F09, F92
  @Test
  void what_cannot_be_written_down_in_the_cluster_after_a_round_changes_nothing_of_it()
      throws IOException {
    world.configuration(World.SCRIPTED + "heartbeat: {url: HERE/secret-ping}\n");
    world.down("secret-ping");
    world.workshop = Optional.of(
        (configuration, around) -> new ForwardingKit(new LocalKit(configuration, around)) {
          @Override
          public List<String> publish(RoundReport report, Deadline deadline) {
            assertThat(deadline.remaining()).isPositive().isLessThan(Duration.ofSeconds(10));
            throw new IllegalStateException("no room for an Event");
          }
        });
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err())
        .startsWith("bug: after the round: java.lang.IllegalStateException: no room for an Event")
        .contains("heartbeat: answered 503");
  }

  @Test
  @Timeout(20)
  void a_heartbeat_whose_answer_never_ends_does_not_keep_the_round() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().write('x');
      exchange.getResponseBody().flush();
      await(over);
    });
    outside.start();
    long start = System.nanoTime();
    URI url = URI.create("http://127.0.0.1:" + outside.getAddress().getPort() + "/secret-ping");
    assertThat(Heartbeat.beat(url)).get().asString().doesNotContain("secret-ping");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    over.countDown();
    outside.stop(0);
  }

  private static void await(CountDownLatch over) throws IOException {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void a_notice_goes_to_the_outbox_when_there_is_no_server() throws IOException {
    mailed("[{name: me, address: me@example.org}], outbox: outbox");
    confirmedFailure();
    assertThat(world.tocsin("run").exitCode()).isZero();
    assertThat(Files.list(world.directory.resolve("outbox"))
            .filter(f -> f.toString().endsWith(".eml")))
        .hasSize(1);
  }

  @Test
  void a_notice_that_nobody_got_is_owed_and_shown_until_it_is_told() throws IOException {
    mailed("[{name: me, address: me@example.org}], outbox: outbox");
    Files.writeString(world.directory.resolve("outbox"), "in the way");
    confirmedFailure();
    assertThat(world.tocsin("run").exitCode()).isEqualTo(4);
    assertThat(world.tocsin("status").out()).contains("owes ALERT to me");
    assertThat(world.tocsin("explain").exitCode()).isZero();
  }

  @Test
  void what_is_owed_is_shown_to_be_owed_to_those_whom_it_concerns() throws IOException {
    mailed("[{name: me, address: me@example.org, targets: m*},"
        + " {name: you, address: you@example.org, targets: [api, frigate]}], outbox: outbox");
    Files.writeString(world.directory.resolve("outbox"), "in the way");
    confirmedFailure();
    assertThat(world.tocsin("run").exitCode()).isEqualTo(4);
    assertThat(world.tocsin("status").out()).contains("owes ALERT to me").doesNotContain("you");
  }

  @Test
  void a_recovery_that_nobody_need_be_told_of_is_never_owed() throws IOException {
    mailed("[{name: me, address: me@example.org, kinds: [alert, gaveUp, blind]}],"
        + " untold: [recovery, sightBack], outbox: outbox");
    confirmedFailure();
    world.tocsin("run");
    world.up("mqtt");
    for (int round = 0; round < 4; round++) {
      world.later(Duration.ofMinutes(5));
      assertThat(world.tocsin("run").exitCode()).isZero();
    }
    assertThat(world.tocsin("status").out()).doesNotContain("owes");
    try (Stream<Path> mails = Files.list(world.directory.resolve("outbox"))) {
      assertThat(mails).singleElement().asString().contains("alert");
    }
  }

  // F92
  @Test
  void a_closed_stdout_changes_nothing_but_what_was_to_be_told_on_it() {
    confirmedFailure();
    world.out = Optional.of(new PrintStream(new Closed()));
    assertThat(world.tocsin("run").exitCode()).isEqualTo(4);
    world.out = Optional.empty();
    world.later(Duration.ofMinutes(5));
    assertThat(world.tocsin("run").out()).contains("*** ALERT");
  }

  @Test
  void a_pause_is_not_lost_when_a_round_writes_at_the_same_time() {
    Contested store = new Contested(3);
    int exitCode = Ledgers.change(
        store, l -> l.paused("cam", Optional.of(Instant.MAX)), before -> {}, nowhere());
    assertThat(exitCode).isZero();
    assertThat(((IncidentStore.Loaded.Found) store.load()).ledger().of("cam").pausedUntil())
        .isPresent();
    assertThat(Ledgers.change(new Contested(100), l -> l, before -> Assertions.fail(), nowhere()))
        .isEqualTo(3);
  }

  // S14
  @Test
  void a_round_that_hangs_is_ended() {
    CountDownLatch bitten = new CountDownLatch(1);
    int exitCode = new Watchdog(Duration.ZERO, bitten::countDown).during(() -> {
      try {
        return bitten.await(10, TimeUnit.SECONDS) ? 7 : 0;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
    assertThat(exitCode).isEqualTo(7);
  }

  // S14
  @Test
  @Timeout(60)
  void a_round_that_hangs_leaves_no_program_behind(@TempDir Path directory) throws Exception {
    Path pid = directory.resolve("pid");
    Process hung = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Hanging.class.getName(),
            pid.toString())
        .redirectErrorStream(true)
        .start();
    assertThat(hung.waitFor()).isEqualTo(3);
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(alive -> assertThat(alive.onExit()).succeedsWithin(5, TimeUnit.SECONDS));
  }

  /** A round that hangs on a program. */
  static final class Hanging {

    private Hanging() {}

    /** Takes the file for the program's process id. */
    public static void main(String[] arguments) {
      String script = "echo $$ > " + arguments[0] + "; sleep 1000";
      Deadline late = Deadline.in(Duration.ofMinutes(10), Time.system());
      Watchdog.halting(Duration.ofSeconds(3), System.err)
          .during(() -> Program.run(List.of("sh", "-c", script), Map.of(), late).hashCode());
    }
  }

  @Test
  void a_bug_is_shown_and_does_not_look_like_a_wrong_configuration() {
    world.workshop = Optional.of(new Broken());
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains("bug: ").doesNotContain("\tat ");
    assertThat(world.tocsin("run", "-v").err()).contains("\tat ");
  }

  /** To whom, and where it goes. */
  private void mailed(String to) throws IOException {
    world.configuration(World.SCRIPTED + "mail: {from: t@example.org, to: " + to + "}\n");
  }

  private void confirmedFailure() {
    world.down("mqtt");
    world.tocsin("run");
    world.later(Duration.ofMinutes(5));
  }

  private static PrintStream nowhere() {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  }

  private static final class Closed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }

  /** Somebody else writes in between, so many times. */
  private static final class Contested implements IncidentStore {
    private final MemoryStore store = new MemoryStore();
    private int left;

    private Contested(int times) {
      this.left = times;
    }

    @Override
    public Loaded load() {
      return store.load();
    }

    @Override
    public Written write(Ledger next, Version base) {
      if (left-- > 0) {
        store.write(((Loaded.Found) store.load()).ledger(), base);
        return new Written.Superseded();
      }
      return store.write(next, base);
    }
  }
}
