package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardWebSocketBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends requests over sockets. An answer is read to its end before anybody sees it. */
public final class SocketHttpClient
    extends StandardHttpClient<SocketHttpClient, SocketHttp, SocketHttpBuilder> {

  private final Connections connections;

  SocketHttpClient(SocketHttpBuilder builder, AtomicBoolean closed, Connections connections) {
    super(builder, closed);
    this.connections = connections;
  }

  Connections connections() {
    return connections;
  }

  @Override
  public CompletableFuture<HttpResponse<AsyncBody>> consumeBytesDirect(
      StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    CompletableFuture<HttpResponse<AsyncBody>> coming = new CompletableFuture<>();
    Thread thread = new Thread(() -> answer(request, consumer, coming), "tocsin-http");
    thread.setDaemon(true);
    thread.start();
    return coming;
  }

  private void answer(
      StandardHttpRequest request,
      AsyncBody.Consumer<List<ByteBuffer>> consumer,
      CompletableFuture<HttpResponse<AsyncBody>> coming) {
    try {
      Received received = connections.exchange(request);
      coming.complete(new Response(request, received, new Body(received.body(), consumer)));
    } catch (Throwable e) {
      coming.completeExceptionally(e);
    }
  }

  /** {@inheritDoc} There are none here. */
  @Override
  public CompletableFuture<WebSocketResponse> buildWebSocketDirect(
      StandardWebSocketBuilder socket, WebSocket.Listener listener) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException("no web sockets"));
  }

  @Override
  protected void doClose() {
    connections.close();
  }

  /** A body that is there already, given when it is asked for. */
  private record Body(
      byte[] bytes, AsyncBody.Consumer<List<ByteBuffer>> consumer, CompletableFuture<Void> done)
      implements AsyncBody {

    Body(byte[] bytes, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
      this(bytes, consumer, new CompletableFuture<>());
    }

    @Override
    public void consume() {
      if (done.isDone()) {
        return;
      }
      try {
        if (bytes.length > 0) {
          consumer.consume(List.of(ByteBuffer.wrap(bytes)), new Body(bytes, consumer, DONE));
        }
        done.complete(null);
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    }

    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    @Override
    public void cancel() {
      done.cancel(false);
    }
  }
}
