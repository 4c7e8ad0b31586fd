package dev.tocsin.examples.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.round.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every round is a new run of the program: all it knows is in its file. */
class PortWatchTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  @TempDir
  Path directory;

  private final PrintStream screen = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-11-22T22:41:05Z");

  @BeforeEach
  void readTheScreen() {
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void giveTheScreenBack() {
    System.setOut(screen);
  }

  @Test
  void a_closed_port_is_told_once_and_its_recovery_once() throws IOException {
    InetSocketAddress port = closed(refusing -> rounds(refusing, 5));
    assertThat(told()).singleElement().asString().startsWith("ALERT ");
    try (ServerSocket open = new ServerSocket()) {
      open.setReuseAddress(true);
      open.bind(port);
      rounds(port, 5);
    }
    assertThat(told()).hasSize(2).last().asString().startsWith("RECOVERY ");
  }

  @Test
  void a_port_that_stays_open_is_no_news() throws IOException {
    try (ServerSocket open = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      rounds((InetSocketAddress) open.getLocalSocketAddress(), 5);
    }
    assertThat(told()).isEmpty();
  }

  /** A port that is taken, so that nobody else opens it, and refuses every connection. */
  private static InetSocketAddress closed(Consumer<InetSocketAddress> meanwhile)
      throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      InetSocketAddress port = (InetSocketAddress) taken.getLocalSocketAddress();
      meanwhile.accept(port);
      return port;
    }
  }

  private void rounds(InetSocketAddress port, int count) {
    String[] args = {
      port.getAddress().getHostAddress(),
      Integer.toString(port.getPort()),
      directory.resolve("ledger.json").toString()
    };
    for (int round = 0; round < count; round++) {
      now = now.plus(INTERVAL);
      assertThat(PortWatch.run(args, standing(now))).isZero();
    }
  }

  private List<String> told() {
    return printed.toString(UTF_8).lines().toList();
  }

  private static Time standing(Instant at) {
    return new Time() {
      @Override
      public Instant now() {
        return at;
      }

      @Override
      public long nanos() {
        return 0;
      }
    };
  }
}
