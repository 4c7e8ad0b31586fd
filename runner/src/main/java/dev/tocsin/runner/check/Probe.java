package dev.tocsin.runner.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to look at, as configured: serves as a check and as a precondition. */
public sealed interface Probe {

  /** How long looking may take in all; 100 ms to 2 min, default 10 s. */
  Duration timeout();

  /** What it looks at, in words without secrets: what shares it, shares a cause. */
  String subject();

  /**
   * An HTTP GET.
   *
   * @param url http or https
   * @param timeout over everything, a stalled body included
   * @param status accepted status codes; empty: 200 to 299
   * @param expect CEL conditions over {@code body} (the JSON answer, all numbers doubles),
   *     {@code status} and {@code latency} (seconds)
   * @param latency the longest time until the answer is complete, if limited
   * @param headers sent with the request; values may be secret
   * @param caFile PEM file of the authorities trusted for this probe instead of the JDK's
   * @param bodyLimit bytes of the decoded body, default 1 MiB
   */
  record Http(
      URI url,
      Duration timeout,
      Set<Integer> status,
      List<String> expect,
      Optional<Duration> latency,
      Map<String, String> headers,
      Optional<Path> caFile,
      int bodyLimit)
      implements Probe {

    public Http {
      status = Set.copyOf(status);
      expect = List.copyOf(expect);
      headers = Map.copyOf(headers);
    }

    /** Path and query, which may hold secrets, only as a number that differs when they do. */
    @Override
    public String subject() {
      String path =
          Optional.ofNullable(url.getRawPath()).filter(p -> !p.equals("/")).orElse("");
      String query = Optional.ofNullable(url.getRawQuery()).map(q -> "?" + q).orElse("");
      String rest = path + query;
      String number = rest.isEmpty() ? "" : " #" + Secrets.number(rest);
      return "http " + HttpCheck.address(url) + number;
    }

    /** Without the values of the headers, and all else that may be secret. */
    @Override
    public String toString() {
      return subject();
    }
  }

  /** A TCP connection that is accepted. */
  record Tcp(String host, int port, Duration timeout) implements Probe {

    @Override
    public String subject() {
      return "tcp " + host + ":" + port;
    }
  }

  /**
   * A program that exits with 0.
   *
   * @param argv the program and its arguments; no shell
   */
  record Exec(List<String> argv, Duration timeout) implements Probe {

    public Exec {
      argv = List.copyOf(argv);
      if (argv.isEmpty()) {
        throw new IllegalArgumentException("no program");
      }
    }

    /** The arguments, which may be secret, only as a number that differs when they do. */
    @Override
    public String subject() {
      String arguments = argv.size() == 1 ? "" : " #" + Secrets.number(String.join("\0", argv));
      return "program " + argv.get(0) + arguments;
    }

    @Override
    public String toString() {
      return subject();
    }
  }
}
