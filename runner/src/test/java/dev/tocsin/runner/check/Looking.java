package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tests of this package look at, and how. */
final class Looking {

  static final Duration SHORT = Duration.ofMillis(500);
  private static final Duration USUAL = Duration.ofSeconds(10);

  private Looking() {}

  static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(30), Time.system());
  }

  static Observation at(Probe probe) {
    return new Prober().look(probe, deadline());
  }

  static Probe.Http http(String url, String... expect) {
    return http(url, USUAL, Set.of(), List.of(expect), Optional.empty());
  }

  static Probe.Http hastyHttp(String url) {
    return http(url, SHORT, Set.of(), List.of(), Optional.empty());
  }

  static Probe.Http http(
      String url,
      Duration timeout,
      Set<Integer> status,
      List<String> expect,
      Optional<Duration> latency) {
    return new Probe.Http(
        URI.create(url), timeout, status, expect, latency, Map.of(), Optional.empty(), 1 << 20);
  }

  static Probe.Http trusting(String url, Path caFile) {
    return new Probe.Http(
        URI.create(url),
        USUAL,
        Set.of(),
        List.of(),
        Optional.empty(),
        Map.of("Authorization", "Bearer canary"),
        Optional.of(caFile),
        1 << 20);
  }

  static Probe.Tcp tcp(int port) {
    return new Probe.Tcp("127.0.0.1", port, USUAL);
  }

  static Probe.Exec exec(String... argv) {
    return new Probe.Exec(List.of(argv), USUAL);
  }

  /** Long enough to have started on a busy machine. */
  static Probe.Exec hasty(String... argv) {
    return new Probe.Exec(List.of(argv), Duration.ofSeconds(2));
  }

  /** A port on which nobody listens. */
  static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static Observation passing(Observation seen) {
    if (seen instanceof Observation.Passing) {
      return seen;
    }
    throw new AssertionError("not passing: " + seen);
  }

  static String symptom(Observation seen) {
    if (seen instanceof Observation.Failing failing) {
      return failing.symptom();
    }
    throw new AssertionError("not failing: " + seen);
  }

  static Observation.Unknown unknown(Observation seen) {
    if (seen instanceof Observation.Unknown unknown) {
      return unknown;
    }
    throw new AssertionError("not unknown: " + seen);
  }
}
