package dev.tocsin.runner.training;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A server on loopback, with a thread for each connection. */
abstract class StandIn implements AutoCloseable {

  private final ServerSocket socket;

  StandIn(ServerSocket socket) {
    this.socket = socket;
  }

  /** From then on it answers. */
  final void start() {
    daemon(this::accept);
  }

  final int port() {
    return socket.getLocalPort();
  }

  abstract void serve(Socket client) throws IOException;

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        daemon(() -> quietly(client));
      } catch (IOException e) {
        // Closed, or this client sees that there is nobody.
      }
    }
  }

  private void quietly(Socket client) {
    try (client) {
      serve(client);
    } catch (IOException e) {
      // Then the round fails, and says so.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "training");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public final void close() throws IOException {
    socket.close();
  }
}
