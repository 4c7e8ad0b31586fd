package dev.tocsin.k8s.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A proxy before an API server. It does to the next requests what it is told to, as networks and
 * busy servers do; all others it lets through.
 */
public final class FaultyApi implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final KubernetesClient behind;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
    Thread thread = new Thread(work, "faulty-api");
    thread.setDaemon(true);
    return thread;
  });
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final Map<String, Fault> lasting = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final KubernetesClient client;

  /** What happens to one request. */
  public interface Fault {
    void meet(Call call) throws IOException;
  }

  private record Reply(int status, byte[] body) {}

  /** A proxy before this client's server. */
  public FaultyApi(KubernetesClient behind) {
    this(behind, 0);
  }

  /**
   * A proxy before this client's server.
   *
   * @param retries how often its own client repeats a request by itself, as ours never does
   */
  public FaultyApi(KubernetesClient behind, int retries) {
    this.behind = behind;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> meet(new Call(exchange)));
    server.setExecutor(threads);
    server.start();
    Config config = new ConfigBuilder(Config.empty())
        .withMasterUrl(url())
        .withRequestRetryBackoffLimit(retries)
        .withRequestRetryBackoffInterval(10)
        .build();
    client = new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A client that asks through it. */
  public KubernetesClient client() {
    return client;
  }

  /** What is to happen to the next requests with this method, in this order. */
  public FaultyApi next(String method, Fault... these) {
    faults.computeIfAbsent(method, m -> new ConcurrentLinkedDeque<>()).addAll(Arrays.asList(these));
    return this;
  }

  /** What is to happen to all requests with this method, when nothing else is to happen next. */
  public FaultyApi always(String method, Fault fault) {
    lasting.put(method, fault);
    return this;
  }

  /** From now on nothing happens to any request. */
  public FaultyApi heal() {
    faults.clear();
    lasting.clear();
    return this;
  }

  /** All requests so far, for example {@code GET /api/v1/nodes?limit=500}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** How many requests with this method there were. */
  public long count(String method) {
    return requests.stream().filter(r -> r.startsWith(method + " ")).count();
  }

  // Faults

  /** Lets it through. */
  public static Fault passes() {
    return call -> call.answer(call.forward());
  }

  /** Answers with this status, and lets nothing through. */
  public static Fault says(int status) {
    return says(status, Map.of(), "{\"kind\":\"Status\",\"message\":\"it is a test\"}");
  }

  public static Fault says(int status, Map<String, String> headers, String body) {
    return call -> {
      headers.forEach((name, value) -> call.exchange.getResponseHeaders().set(name, value));
      call.answer(new Reply(status, body.getBytes(StandardCharsets.UTF_8)));
    };
  }

  /** Lets it through, and answers with this status nevertheless. */
  public static Fault doesAndSays(int status) {
    return call -> {
      call.forward();
      says(status).meet(call);
    };
  }

  /** Breaks the connection, and lets nothing through. */
  public static Fault breaks() {
    return call -> call.exchange.close();
  }

  /** Lets it through, and breaks the connection. */
  public static Fault doesAndBreaks() {
    return call -> {
      call.forward();
      call.exchange.close();
    };
  }

  /** Lets it through, and breaks the connection in the middle of the answer. */
  public static Fault cutsOff() {
    return call -> {
      Reply reply = call.forward();
      call.exchange.sendResponseHeaders(reply.status(), reply.body().length);
      OutputStream out = call.exchange.getResponseBody();
      out.write(reply.body(), 0, reply.body().length / 2);
      out.flush();
      call.exchange.close();
    };
  }

  /** Never answers, and lets nothing through. */
  public static Fault isMute() {
    return call -> call.untilClosed();
  }

  /** Lets it through, and never answers. */
  public static Fault doesAndIsMute() {
    return call -> {
      call.forward();
      call.untilClosed();
    };
  }

  /** Something else happens, and then the connection breaks; it lets nothing through. */
  public static Fault breaksAfter(Runnable event) {
    return call -> {
      event.run();
      call.exchange.close();
    };
  }

  /** Lets it through; something else happens, and then the connection breaks. */
  public static Fault doesAndBreaksAfter(Runnable event) {
    return call -> {
      call.forward();
      event.run();
      call.exchange.close();
    };
  }

  /** Breaks the connection of one request, which arrives with the next one, before it. */
  public static Fault[] arrivesLate() {
    AtomicReference<Call> first = new AtomicReference<>();
    return new Fault[] {
      call -> {
        call.body();
        first.set(call);
        call.exchange.close();
      },
      call -> {
        first.get().forward();
        call.answer(call.forward());
      }
    };
  }

  /** Meets one request of so many, and lets the others through. */
  public static Fault oneOf(int many, Fault fault) {
    AtomicInteger count = new AtomicInteger();
    return call -> (count.incrementAndGet() % many == 0 ? fault : passes()).meet(call);
  }

  private void meet(Call call) throws IOException {
    requests.add(call.exchange.getRequestMethod() + " " + call.exchange.getRequestURI());
    String method = call.exchange.getRequestMethod();
    Optional<Fault> next = Optional.ofNullable(faults.get(method)).map(Deque::poll);
    next.or(() -> Optional.ofNullable(lasting.get(method)))
        .orElseGet(FaultyApi::passes)
        .meet(call);
  }

  /** Nobody listens any more. */
  public void stop() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void close() {
    client.close();
    stop();
  }

  /** One request, on its way. */
  public final class Call {

    private final HttpExchange exchange;
    private Optional<String> body = Optional.empty();

    private Call(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** What is asked for, without its query. */
    public String path() {
      return exchange.getRequestURI().getPath();
    }

    /** It can be read from the wire only once, and only before the exchange is closed. */
    private String body() throws IOException {
      if (body.isEmpty()) {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        body = Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
      return body.get();
    }

    private Reply forward() throws IOException {
      String root = behind.getMasterUrl().toString().replaceAll("/$", "");
      HttpRequest.Builder request = behind
          .getHttpClient()
          .newHttpRequestBuilder()
          .uri(URI.create(root + exchange.getRequestURI()));
      if (!exchange.getRequestMethod().equals("GET")) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        request.method(exchange.getRequestMethod(), type, body()).setHeader("Content-Type", type);
      }
      try {
        HttpResponse<byte[]> response = behind
            .getHttpClient()
            .sendAsync(request.build(), byte[].class)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return new Reply(response.code(), response.body());
      } catch (Exception e) {
        throw new IOException(e);
      }
    }

    private void answer(Reply reply) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
      exchange.close();
    }

    private void untilClosed() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    }
  }
}
