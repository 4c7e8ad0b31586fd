package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The connections of a client. One that just answered is asked again, one that idled is not.
 * Whoever finds all in use waits a little before he opens another: a handshake takes longer than
 * most answers.
 */
final class Connections implements AutoCloseable {

  /** Longer than this a server may have ended it, and a write on it would be in doubt. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** For one request and its answer, unless the request says so itself. */
  private static final Duration EXCHANGE = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final Optional<SSLContext> tls;
  private final Duration connect;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Set<Socket> open = new HashSet<>();
  private int asked;
  private boolean closed;

  Connections(Optional<SSLContext> tls, Duration connect) {
    this.tls = tls;
    this.connect = connect;
  }

  /**
   * Sends a request and reads its answer, once.
   *
   * @throws ConnectException if nothing was sent
   */
  Received exchange(StandardHttpRequest request) throws IOException {
    Duration most = Optional.ofNullable(request.getTimeout())
        .filter(t -> !t.isZero() && t.compareTo(EXCHANGE) < 0)
        .orElse(EXCHANGE);
    long end = System.nanoTime() + most.toNanos();
    byte[] wire = Sent.bytes(request);
    Optional<Connection> kept = kept(request.uri());
    try {
      Connection connection = kept.isPresent() ? kept.get() : connection(request.uri());
      return exchange(connection, wire, request.method(), end);
    } finally {
      free();
    }
  }

  private Received exchange(Connection connection, byte[] wire, String method, long end)
      throws IOException {
    try {
      Received received = connection.exchange(wire, method, end);
      if (received.reusable()) {
        keep(connection);
      } else {
        drop(connection.socket());
      }
      return received;
    } catch (IOException | RuntimeException e) {
      drop(connection.socket());
      throw e;
    }
  }

  private synchronized Optional<Connection> kept(URI uri) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<Connection> kept = idle(uri);
    for (long left = PATIENCE.toNanos();
        kept.isEmpty() && asked > 0 && left > 0;
        left = end - System.nanoTime()) {
      await(left);
      kept = idle(uri);
    }
    asked++;
    return kept;
  }

  private synchronized void free() {
    asked--;
    notifyAll();
  }

  private void await(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Connection> idle(URI uri) {
    while (!idle.isEmpty()) {
      Connection last = idle.pop();
      if (last.isFor(uri) && System.nanoTime() - last.used() < FRESH.toNanos()) {
        return Optional.of(last);
      }
      drop(last.socket());
    }
    return Optional.empty();
  }

  private synchronized void keep(Connection connection) {
    if (closed) {
      drop(connection.socket());
    } else {
      idle.push(connection);
    }
  }

  private Connection connection(URI uri) throws IOException {
    boolean secure = uri.getScheme().equals("https");
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    // An IPv6 address stands in brackets there.
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
    Socket socket = register(new Socket());
    try {
      socket.setTcpNoDelay(true);
      socket.connect(address, (int) connect.toMillis());
      socket.setSoTimeout((int) connect.toMillis());
      return new Connection(secure ? register(secured(socket, host, port)) : socket, uri);
    } catch (SSLHandshakeException e) {
      drop(socket);
      throw e;
    } catch (IOException e) {
      drop(socket);
      ConnectException none = new ConnectException(String.valueOf(e.getMessage()));
      none.initCause(e);
      throw none;
    }
  }

  private SSLSocket secured(Socket socket, String host, int port) throws IOException {
    SSLContext context = tls.orElseThrow(() -> new ConnectException("TLS is not set up"));
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private synchronized <S extends Socket> S register(S socket) throws IOException {
    open.add(socket);
    if (closed) {
      drop(socket);
      throw new ConnectException("the client is closed");
    }
    return socket;
  }

  private synchronized void drop(Socket socket) {
    open.remove(socket);
    quietly(socket);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more either way.
    }
  }

  /** Whoever waits for an answer then has none. */
  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(Connections::quietly);
    open.clear();
    idle.clear();
  }
}
