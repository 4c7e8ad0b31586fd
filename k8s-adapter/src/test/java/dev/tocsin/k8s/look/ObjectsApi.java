package dev.tocsin.k8s.look;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.round.Time;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An API server that has the objects it was given, page by page, and counts what it is asked for:
 * exactly what a look needs of one, and what the mock of the client's makers has not (pages, field
 * selectors, answers cut in the middle).
 */
final class ObjectsApi implements AutoCloseable {

  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private final HttpServer server;
  private final KubernetesClient client;
  private final List<HasMetadata> objects = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private volatile int page = Integer.MAX_VALUE;

  /** Answers otherwise. */
  interface Trouble {
    void answer(HttpExchange exchange) throws IOException;
  }

  ObjectsApi() throws IOException {
    objects.add(Thing.namespace());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work, "objects-api");
      thread.setDaemon(true);
      return thread;
    }));
    server.createContext("/", this::answer);
    server.start();
    client = new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder()
            .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
            .withRequestRetryBackoffLimit(0)
            .build())
        .build();
  }

  /** By the clock of tests. */
  Kubernetes kubernetes() {
    return Kubernetes.of(client, new Time() {
      @Override
      public Instant now() {
        return Thing.NOW;
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    });
  }

  ObjectsApi with(Thing... things) {
    Arrays.stream(things).forEach(thing -> objects.addAll(thing.objects()));
    return this;
  }

  ObjectsApi pages(int size) {
    page = size;
    return this;
  }

  /** Whoever asks for something of that name or kind gets that answer. */
  ObjectsApi trouble(String part, Trouble answer) {
    troubles.put(part, answer);
    return this;
  }

  ObjectsApi forbidding(String part) {
    return trouble(part, exchange -> send(exchange, 403, "{\"kind\":\"Status\"}"));
  }

  /** What was asked for, each path with how often. */
  Map<String, Long> counts() {
    return asked().stream()
        .map(uri -> uri.replaceAll("\\?.*", ""))
        .collect(Collectors.groupingBy(path -> path, TreeMap::new, Collectors.counting()));
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String uri = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
    asked.add(uri);
    try (exchange) {
      for (Map.Entry<String, Trouble> trouble : troubles.entrySet()) {
        if (uri.contains(trouble.getKey())) {
          trouble.getValue().answer(exchange);
          return;
        }
      }
      answer(exchange, exchange.getRequestURI().getPath());
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    List<String> parts = Arrays.asList(path.split("/"));
    int inNamespace = parts.indexOf("namespaces");
    boolean itself = inNamespace == parts.size() - 2;
    String namespace = inNamespace < 0 || itself ? "" : parts.get(inNamespace + 1);
    int at = inNamespace < 0 || itself ? (parts.get(1).equals("api") ? 3 : 4) : inNamespace + 2;
    List<HasMetadata> all = chosen(parts.get(at), namespace, query(exchange));
    if (at == parts.size() - 1) {
      send(exchange, 200, list(all, query(exchange)));
    } else {
      one(exchange, all, parts.get(at + 1));
    }
  }

  private static void one(HttpExchange exchange, List<HasMetadata> all, String name)
      throws IOException {
    String found = all.stream()
        .filter(one -> one.getMetadata().getName().equals(name))
        .map(JSON::asJson)
        .findFirst()
        .orElse("");
    send(exchange, found.isEmpty() ? 404 : 200, found.isEmpty() ? "{}" : found);
  }

  private List<HasMetadata> chosen(String plural, String namespace, Map<String, String> query) {
    synchronized (objects) {
      return objects.stream()
          .filter(one -> (one.getKind() + "s").toLowerCase(Locale.ROOT).equals(plural))
          .filter(
              one -> namespace.isEmpty() || namespace.equals(one.getMetadata().getNamespace()))
          .filter(one -> isChosen(one, query))
          .toList();
    }
  }

  private static boolean isChosen(HasMetadata one, Map<String, String> query) {
    String labels = query.getOrDefault("labelSelector", "");
    String fields = query.getOrDefault("fieldSelector", "");
    boolean labelled =
        labels.isEmpty() || Selector.parse(labels).matches(Meta.of(one).labels());
    return labelled
        && (fields.isEmpty()
            || one instanceof Event event
                && Selector.parse(fields)
                    .matches(Map.of("type", event.getType(), "reason", event.getReason())));
  }

  private String list(List<HasMetadata> all, Map<String, String> query) {
    int from = Integer.parseInt(query.getOrDefault("continue", "0"));
    int limit = Math.min(page, Integer.parseInt(query.getOrDefault("limit", "500")));
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? "\"continue\":\"" + to + "\"" : "";
    String items =
        all.subList(from, to).stream().map(JSON::asJson).collect(Collectors.joining(","));
    return "{\"kind\":\"List\",\"metadata\":{" + next + "},\"items\":[" + items + "]}";
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String text = exchange.getRequestURI().getRawQuery();
    return text == null
        ? Map.of()
        : Arrays.stream(text.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
