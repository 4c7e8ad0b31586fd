package dev.tocsin.runner.check;

import static dev.tocsin.runner.check.Looking.at;
import static dev.tocsin.runner.check.Looking.passing;
import static dev.tocsin.runner.check.Looking.symptom;
import static dev.tocsin.runner.check.Looking.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(15)
class TcpCheckTest {

  @Test
  void a_host_that_accepts_passes() {
    try (RawServer server = new RawServer((out, s) -> s.stall())) {
      passing(at(tcp(server.port())));
    }
  }

  @Test
  void a_host_that_refuses_is_failing() throws IOException {
    int port = Looking.closedPort();

    assertThat(symptom(at(tcp(port)))).isEqualTo("connection to 127.0.0.1:" + port + " refused");
  }

  @Test
  void a_name_that_does_not_resolve_is_failing() {
    assertThat(symptom(at(new Probe.Tcp("still-fawn.invalid", 22, Duration.ofSeconds(10)))))
        .isEqualTo("the name still-fawn.invalid does not resolve");
  }

  @Test
  void a_host_that_never_answers_is_failing_at_the_deadline() throws IOException {
    List<SocketChannel> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 8; i++) {
        SocketChannel waiting = SocketChannel.open();
        waiting.configureBlocking(false);
        waiting.connect(full.getLocalSocketAddress());
        queue.add(waiting);
      }
      String address = "127.0.0.1:" + full.getLocalPort();
      Probe.Tcp probe = new Probe.Tcp("127.0.0.1", full.getLocalPort(), Looking.SHORT);

      assertThat(symptom(at(probe)))
          .isEqualTo("timed out after 500ms while connecting to " + address);
      assertThat(symptom(at(Looking.hastyHttp("http://" + address))))
          .startsWith("timed out after 500ms ");
    } finally {
      for (SocketChannel waiting : queue) {
        waiting.close();
      }
    }
  }
}
