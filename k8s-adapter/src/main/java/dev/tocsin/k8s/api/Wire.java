package dev.tocsin.k8s.api;

import dev.tocsin.round.Deadline;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Requests and answers of one client, made when it is first needed. */
final class Wire implements AutoCloseable {

  /** Who closes the client. */
  enum Ownership {
    OURS,
    THEIRS
  }

  private static final Duration REQUEST = Duration.ofSeconds(10);
  private static final int TRIES = 3;
  private static final int TOO_MANY = 429;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final Supplier<Endpoint> open;
  private final Ownership ownership;
  private final Time time;
  private final Consumer<String> heard;
  private Optional<Endpoint> opened = Optional.empty();

  /** By the server's clock. */
  Wire(Supplier<Endpoint> open, Ownership ownership) {
    this(open, ownership, new ServerTime(Time.system()));
  }

  Wire(Supplier<Endpoint> open, Ownership ownership, ServerTime time) {
    this(open, ownership, time, time::heard);
  }

  /**
   * By any clock.
   *
   * @param heard is told the {@code Date} of each answer
   */
  Wire(Supplier<Endpoint> open, Ownership ownership, Time time, Consumer<String> heard) {
    this.open = open;
    this.ownership = ownership;
    this.time = time;
    this.heard = heard;
  }

  Time time() {
    return time;
  }

  URI uri(String path) {
    return URI.create(server() + path);
  }

  String server() {
    String server = endpoint().server();
    return server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }

  String json(Object body) {
    return Json.text(body);
  }

  /** Asks again, a little later each time, as long as it can help and the deadline allows. */
  <T> Answer<T> again(Asked asked, Kubernetes.Request request, Class<T> type, Deadline deadline) {
    Answer<T> answer = once(asked, request, type, deadline);
    for (int again = 1; again < TRIES; again++) {
      Optional<Duration> pause = pause(answer, again);
      if (pause.isEmpty() || pause.get().compareTo(deadline.remaining()) >= 0) {
        return answer;
      }
      LockSupport.parkNanos(pause.get().toNanos());
      if (Thread.currentThread().isInterrupted()) {
        return answer;
      }
      answer = once(asked, request, type, deadline);
    }
    return answer;
  }

  /** How long to wait before asking again; empty if that cannot help. */
  private static Optional<Duration> pause(Answer<?> answer, int again) {
    if (answer instanceof Answer.Refused<?> no) {
      return no.status() == TOO_MANY ? no.retryAfter().or(() -> jittered(again)) : Optional.empty();
    }
    boolean hopeful = answer instanceof Answer.Unreached || answer instanceof Answer.Unclear;
    return hopeful ? jittered(again) : Optional.empty();
  }

  private static Optional<Duration> jittered(int again) {
    long most = FIRST_PAUSE.toMillis() << again;
    return Optional.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
  }

  /** Asks once, and is back when the deadline is over. */
  <T> Answer<T> once(Asked asked, Kubernetes.Request request, Class<T> type, Deadline deadline) {
    Duration left = deadline.within(REQUEST).remaining();
    if (left.isZero()) {
      return asked.noTime();
    }
    CompletableFuture<HttpResponse<byte[]>> coming;
    try {
      HttpClient http = endpoint().http();
      coming = http.sendAsync(request.of(http.newHttpRequestBuilder()).build(), byte[].class);
    } catch (RuntimeException e) {
      return new Answer.Unreached<>("the cluster cannot be asked: " + e.getMessage());
    }
    try {
      HttpResponse<byte[]> response = coming.get(left.toNanos(), TimeUnit.NANOSECONDS);
      Optional.ofNullable(response.header("Date")).ifPresent(heard);
      return answer(asked, response, type);
    } catch (ExecutionException e) {
      return asked.failed(e.getCause(), server());
    } catch (TimeoutException e) {
      return asked.late(left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return asked.stopped();
    } finally {
      coming.cancel(true);
    }
  }

  private <T> Answer<T> answer(Asked asked, HttpResponse<byte[]> response, Class<T> type) {
    byte[] body = response.body();
    if (!response.isSuccessful()) {
      return refused(asked, response.code(), body, retryAfter(response.header("Retry-After")));
    }
    try {
      return new Answer.Ok<>(read(body, type));
    } catch (RuntimeException e) {
      return asked.unreadable(e);
    }
  }

  private <T> T read(byte[] body, Class<T> type) {
    if (type == String.class) {
      return type.cast(new String(body, StandardCharsets.UTF_8));
    }
    return Json.read(body, type);
  }

  private <T> Answer<T> refused(Asked asked, int code, byte[] body, Optional<Duration> retryAfter) {
    try {
      return asked.refused(code, Said.of(read(body, Status.class)), retryAfter);
    } catch (RuntimeException e) {
      return asked.refused(code, Said.NOTHING, retryAfter);
    }
  }

  private static Optional<Duration> retryAfter(String header) {
    boolean seconds = header != null && header.matches("\\d{1,6}");
    return seconds ? Optional.of(Duration.ofSeconds(Long.parseLong(header))) : Optional.empty();
  }

  private synchronized Endpoint endpoint() {
    Endpoint endpoint = opened.orElseGet(open);
    opened = Optional.of(endpoint);
    return endpoint;
  }

  @Override
  public synchronized void close() {
    if (ownership == Ownership.OURS) {
      opened.ifPresent(Endpoint::close);
    }
  }
}
