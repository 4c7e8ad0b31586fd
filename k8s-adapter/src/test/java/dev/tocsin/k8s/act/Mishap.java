package dev.tocsin.k8s.act;

import dev.tocsin.k8s.testing.RealApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to the API server on which, at the n-th request, something goes wrong. */
final class Mishap {

  /** What goes wrong. */
  enum Kind {
    /** The request is lost, and the round goes on. */
    UNSENT,
    /** The request is carried out, its answer is lost, and the round goes on. */
    UNHEARD,
    /** The request's answer is lost, and it is carried out when the round is over. */
    LATE,
    /** The round is killed before the request. */
    KILLED_BEFORE,
    /** The round is killed after the request was carried out. */
    KILLED_AFTER,
    /** Nothing is lost, but somebody else is faster. */
    OVERTAKEN
  }

  private final Kind kind;
  private final int at;
  private final Runnable meanwhile;
  private final AtomicInteger requests = new AtomicInteger();
  private Runnable late = () -> {};

  Mishap(Kind kind, int at) {
    this(kind, at, () -> {});
  }

  private Mishap(Kind kind, int at, Runnable meanwhile) {
    this.kind = kind;
    this.at = at;
    this.meanwhile = meanwhile;
  }

  /** Right before the n-th request, something happens. */
  static Mishap meanwhile(int at, Runnable something) {
    return new Mishap(Kind.OVERTAKEN, at, something);
  }

  int at() {
    return at;
  }

  /** How many requests there were. */
  int requests() {
    return requests.get();
  }

  /** What was under way arrives. */
  void arrive() {
    late.run();
  }

  KubernetesClient client() {
    Config config = Config.fromKubeconfig(RealApiServer.kubeconfig());
    config.setRequestRetryBackoffLimit(0);
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new JdkHttpClientFactory() {
          @Override
          public HttpClient.Builder newBuilder(Config of) {
            return wrap(HttpClient.Builder.class, super.newBuilder(of));
          }
        })
        .build();
  }

  /** The same builder, but of clients that meet the mishap. */
  private <T> T wrap(Class<T> type, Object builder) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          try {
            Object result = method.invoke(builder, arguments);
            if (result instanceof HttpClient client) {
              return new Lossy(client);
            }
            return result == builder ? proxy : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  private <T> CompletableFuture<HttpResponse<T>> send(
      HttpClient client, HttpRequest request, Class<T> type) {
    int number = requests.incrementAndGet();
    boolean hit = number == at;
    if (hit && kind == Kind.LATE) {
      late = () -> client.sendAsync(request, type).join();
      return lost();
    }
    boolean after = number > at && (kind == Kind.KILLED_BEFORE || kind == Kind.KILLED_AFTER);
    if (after || hit && (kind == Kind.UNSENT || kind == Kind.KILLED_BEFORE)) {
      return lost();
    }
    if (hit) {
      meanwhile.run();
    }
    if (!hit || kind == Kind.OVERTAKEN) {
      return client.sendAsync(request, type);
    }
    try {
      client.sendAsync(request, type).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return lost();
  }

  private static <T> CompletableFuture<HttpResponse<T>> lost() {
    return CompletableFuture.failedFuture(new IOException("connection reset"));
  }

  private final class Lossy implements HttpClient {

    private final HttpClient of;

    private Lossy(HttpClient of) {
      this.of = of;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, Class<T> type) {
      return send(of, request, type);
    }

    @Override
    public DerivedClientBuilder newBuilder() {
      return wrap(DerivedClientBuilder.class, of.newBuilder());
    }

    @Override
    public CompletableFuture<HttpResponse<AsyncBody>> consumeBytes(
        HttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
      return of.consumeBytes(request, consumer);
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
      return of.newWebSocketBuilder();
    }

    @Override
    public HttpRequest.Builder newHttpRequestBuilder() {
      return of.newHttpRequestBuilder();
    }

    @Override
    public boolean isClosed() {
      return of.isClosed();
    }

    @Override
    public void close() {
      of.close();
    }
  }
}
