package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.round.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Asks by HTTP, reads all of the answer, and judges it. */
final class HttpCheck {

  /** The client knows where its time was over, and says so a little late. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final HttpClients clients;
  private final Conditions conditions;
  private final TcpCheck tcp;

  HttpCheck(HttpClients clients, Conditions conditions, TcpCheck tcp) {
    this.clients = clients;
    this.conditions = conditions;
    this.tcp = tcp;
  }

  /** Why this can never be asked; without any header's value. */
  static Stream<String> problems(Probe.Http probe) {
    Stream<String> url = problem(probe.url()).stream();
    Stream<String> headers = probe.headers().entrySet().stream()
        .filter(h -> !canBeSent(() -> HttpRequest.newBuilder().header(h.getKey(), h.getValue())))
        .map(h -> "the header '" + h.getKey() + "' cannot be sent");
    return Stream.concat(url, headers.sorted());
  }

  private static Optional<String> problem(URI url) {
    if (url.getRawUserInfo() != null) {
      return Optional.of("a user in the URL is not sent: use the header Authorization");
    }
    return canBeSent(() -> HttpRequest.newBuilder(url))
        ? Optional.empty()
        : Optional.of("not an http or https URL with a host");
  }

  private static boolean canBeSent(Supplier<HttpRequest.Builder> request) {
    try {
      request.get();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Makes ready what is ours, so that our own slowness is not charged to the target. */
  void prepare(Probe.Http probe) throws CannotLook {
    clients.trusting(probe.caFile());
  }

  Observation look(Probe.Http probe, Deadline deadline) throws CannotLook, TimedOut {
    BodyReader reader = new BodyReader(status -> accepted(probe, status), probe.bodyLimit());
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<Optional<byte[]>>> coming =
        clients.trusting(probe.caFile()).sendAsync(request(probe, deadline), reader);
    try {
      long nanos = deadline.remaining().plus(GRACE).toNanos();
      HttpResponse<Optional<byte[]>> answer = coming.get(nanos, TimeUnit.NANOSECONDS);
      if (deadline.passed()) {
        throw new TimedOut(where(true));
      }
      return judge(probe, answer, Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException e) {
      return trouble(probe, e.getCause(), reader.began(), deadline);
    } catch (TimeoutException e) {
      throw new TimedOut(where(reader.began()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotLook(Cause.NO_TIME, "we were stopped while looking");
    } finally {
      coming.cancel(true);
    }
  }

  private static HttpRequest request(Probe.Http probe, Deadline deadline) {
    HttpRequest.Builder request = HttpRequest.newBuilder(probe.url())
        .setHeader("Accept-Encoding", "identity")
        .setHeader("User-Agent", "tocsin")
        .timeout(deadline.remaining().plusNanos(1));
    probe.headers().forEach(request::setHeader);
    return request.build();
  }

  private static boolean accepted(Probe.Http probe, int status) {
    return probe.status().isEmpty()
        ? status >= 200 && status < 300
        : probe.status().contains(status);
  }

  private Observation trouble(Probe.Http probe, Throwable e, boolean began, Deadline deadline)
      throws CannotLook, TimedOut {
    if (e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)) {
      throw new TimedOut(where(began));
    }
    if (e instanceof ConnectException && e.getCause() instanceof ClosedChannelException) {
      return unconnected(probe.url(), deadline);
    }
    Observation trouble = NetworkTrouble.of(e, address(probe.url()));
    return began ? new Failing("the answer broke off while reading the body") : trouble;
  }

  /** The JDK's client tries twice and so loses why it could not connect: we try once more. */
  private Observation unconnected(URI url, Deadline deadline) throws CannotLook, TimedOut {
    int port = port(url);
    Probe.Tcp again = new Probe.Tcp(url.getHost(), port, deadline.remaining());
    Observation seen = tcp.look(again, deadline);
    return seen instanceof Observation.Passing
        ? new Failing("connection to " + address(url) + " failed")
        : seen;
  }

  private static String where(boolean began) {
    return began ? "while reading the body" : "waiting for the answer";
  }

  private Observation judge(
      Probe.Http probe, HttpResponse<Optional<byte[]>> answer, Duration latency) {
    if (!accepted(probe, answer.statusCode())) {
      return new Failing("HTTP " + answer.statusCode());
    }
    Optional<String> outOfDate = answer.sslSession().flatMap(s -> outOfDate(s, probe.url()));
    if (outOfDate.isPresent()) {
      return new Failing(outOfDate.get());
    }
    try {
      Optional<byte[]> body = answer.body().isPresent()
          ? Encoding.decoded(answer, answer.body().get(), probe)
          : Optional.empty();
      return body.map(whole -> judge(probe, answer.statusCode(), whole, latency))
          .orElseGet(() -> new Failing("answer larger than " + Encoding.size(probe.bodyLimit())));
    } catch (IOException e) {
      return new Failing("the answer is gzip that cannot be decoded");
    }
  }

  private Observation judge(Probe.Http probe, int status, byte[] body, Duration latency) {
    if (probe.latency().filter(most -> latency.compareTo(most) > 0).isPresent()) {
      return new Failing("answered in " + latency.toMillis() + " ms, more than "
          + probe.latency().get().toMillis() + " ms");
    }
    Optional<String> unmet = probe.expect().isEmpty()
        ? Optional.empty()
        : conditions.unmet(probe.expect(), status, latency, body);
    return unmet
        .<Observation>map(Failing::new)
        .orElseGet(
            () -> new Observation.Passing("HTTP " + status + " in " + latency.toMillis() + " ms"));
  }

  /** The JDK does not look at the dates of a certificate that is itself in the CA file. */
  private static Optional<String> outOfDate(SSLSession session, URI url) {
    try {
      ((X509Certificate) session.getPeerCertificates()[0]).checkValidity();
      return Optional.empty();
    } catch (CertificateException e) {
      return NetworkTrouble.certificate(e, address(url));
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("an answer without a verified certificate", e);
    }
  }

  static String address(URI url) {
    return url.getHost() + ":" + port(url);
  }

  private static int port(URI url) {
    int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    return url.getPort() < 0 ? usual : url.getPort();
  }
}
