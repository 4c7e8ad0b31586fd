package dev.tocsin.runner.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that misbehaves as told. */
final class RawServer implements AutoCloseable {

  /** What it does with a connection. */
  interface Script {
    void play(OutputStream out, RawServer server) throws IOException, InterruptedException;
  }

  private interface Listening {
    void to(InputStream in) throws IOException;
  }

  private final ServerSocket socket;
  private final CountDownLatch closed = new CountDownLatch(1);

  RawServer(Script script) {
    this(script, RawServer::readRequest);
  }

  private RawServer(Script script, Listening listening) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(script, listening), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Script script, Listening listening) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        listening.to(connection.getInputStream());
        script.play(connection.getOutputStream(), this);
      } catch (IOException e) {
        // The other side went away, or the test is over.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A server that speaks first. */
  static RawServer greeting(String text) {
    return new RawServer(
        (out, server) -> {
          say(out, text);
          server.stall();
        },
        in -> {});
  }

  /** To the blank line: what is left unread would make closing a reset. */
  private static void readRequest(InputStream in) throws IOException {
    int newlines = 0;
    for (int c = in.read(); c >= 0 && newlines < 2; c = newlines < 2 ? in.read() : c) {
      newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
    }
  }

  /** Says nothing for as long as the test lasts. */
  void stall() throws InterruptedException {
    closed.await();
  }

  /** A short while; false when the test is over. */
  boolean goesOn() throws InterruptedException {
    return !closed.await(20, TimeUnit.MILLISECONDS);
  }

  static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/stats";
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
