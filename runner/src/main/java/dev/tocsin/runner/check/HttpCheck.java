package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.round.Deadline;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Asks by HTTP, reads all of the answer, and judges it. */
final class HttpCheck {

  private final HttpClients clients;
  private final Conditions conditions;

  HttpCheck(HttpClients clients, Conditions conditions) {
    this.clients = clients;
    this.conditions = conditions;
  }

  /** Why this can never be asked; without any header's value. */
  static Optional<String> problem(Probe.Http probe) {
    for (var header : probe.headers().entrySet()) {
      try {
        HttpRequest.newBuilder().header(header.getKey(), header.getValue());
      } catch (IllegalArgumentException e) {
        return Optional.of("the header '" + header.getKey() + "' cannot be sent");
      }
    }
    try {
      HttpRequest.newBuilder(probe.url());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("not an http or https URL with a host");
    }
  }

  Observation look(Probe.Http probe, Deadline deadline) throws CannotLook, TimedOut {
    BodyReader reader = new BodyReader(status -> accepted(probe, status), probe.bodyLimit());
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<Optional<byte[]>>> coming =
        clients.trusting(probe.caFile()).sendAsync(request(probe, deadline), reader);
    try {
      long nanos = deadline.remaining().toNanos();
      HttpResponse<Optional<byte[]>> answer = coming.get(nanos, TimeUnit.NANOSECONDS);
      return judge(probe, answer, Duration.ofNanos(System.nanoTime() - start));
    } catch (ExecutionException e) {
      return trouble(probe, e, reader.began());
    } catch (TimeoutException e) {
      throw new TimedOut(where(reader.began()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotLook(Cause.NO_TIME, "we were stopped while looking");
    } finally {
      coming.cancel(true);
    }
  }

  /** The client's own timeout is a little shorter: it knows whether it was still connecting. */
  private static HttpRequest request(Probe.Http probe, Deadline deadline) {
    HttpRequest.Builder request = HttpRequest.newBuilder(probe.url())
        .setHeader("Accept-Encoding", "identity")
        .setHeader("User-Agent", "tocsin")
        .timeout(deadline.remaining().multipliedBy(98).dividedBy(100).plusNanos(1));
    probe.headers().forEach(request::setHeader);
    return request.build();
  }

  private static boolean accepted(Probe.Http probe, int status) {
    return probe.status().isEmpty()
        ? status >= 200 && status < 300
        : probe.status().contains(status);
  }

  private static Observation trouble(Probe.Http probe, ExecutionException e, boolean began)
      throws CannotLook, TimedOut {
    if (e.getCause() instanceof HttpTimeoutException timeout
        && !(timeout instanceof HttpConnectTimeoutException)) {
      throw new TimedOut(where(began));
    }
    Observation trouble = NetworkTrouble.of(e.getCause(), address(probe.url()));
    return began ? new Failing("the answer broke off while reading the body") : trouble;
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
    Optional<byte[]> body = answer.body().flatMap(bytes -> Encoding.decoded(answer, bytes, probe));
    if (body.isEmpty()) {
      return new Failing("answer larger than " + Encoding.size(probe.bodyLimit()));
    }
    if (probe.latency().filter(most -> latency.compareTo(most) > 0).isPresent()) {
      return new Failing("answered in " + latency.toMillis() + " ms, more than "
          + probe.latency().get().toMillis() + " ms");
    }
    Optional<String> unmet = probe.expect().isEmpty()
        ? Optional.empty()
        : conditions.unmet(probe.expect(), answer.statusCode(), latency, body.get());
    return unmet
        .<Observation>map(Failing::new)
        .orElseGet(() -> new Observation.Passing(
            "HTTP " + answer.statusCode() + " in " + latency.toMillis() + " ms"));
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
    int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    return url.getHost() + ":" + (url.getPort() < 0 ? usual : url.getPort());
  }
}
