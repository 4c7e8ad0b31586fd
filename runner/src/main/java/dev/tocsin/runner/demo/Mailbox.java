package dev.tocsin.runner.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server of this machine that keeps what it gets. Of our own, because the two that are on
 * Maven Central would be carried into every cluster for the sake of a demonstration: GreenMail with
 * IMAP and JUnit, SubEtha with a Jakarta Mail of other packages than the one that we send by.
 */
final class Mailbox implements AutoCloseable {

  private static final int BACKLOG = 50;
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket server;
  private final Thread thread = new Thread(this::serve, "demo-mailbox");
  private final List<Arrived> mails = new CopyOnWriteArrayList<>();

  Mailbox() {
    try {
      server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** All mails, in the order in which they arrived. */
  List<Arrived> mails() {
    return List.copyOf(mails);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client.setSoTimeout(PATIENCE_MILLIS);
        new Dialogue(client).run();
      } catch (IOException e) {
        // A client that breaks off, or the end: what has not arrived is not there.
      }
    }
  }

  /** One client's session (RFC 5321): no extension is offered. */
  private final class Dialogue {

    private final BufferedReader in;
    private final OutputStream out;

    private Dialogue(Socket client) throws IOException {
      in = new BufferedReader(
          new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      out = client.getOutputStream();
    }

    private void run() throws IOException {
      answer("220 mailbox of the demo");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (verb) {
          case "HELO", "EHLO", "MAIL", "RCPT", "RSET", "NOOP" -> answer("250 OK");
          case "DATA" -> data();
          case "QUIT" -> {
            answer("221 Bye");
            return;
          }
          default -> answer("502 Not implemented");
        }
      }
    }

    private void data() throws IOException {
      answer("354 Go on");
      StringBuilder text = new StringBuilder();
      for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          throw new IOException("broken off");
        }
        text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
      mails.add(Arrived.of(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
      answer("250 Kept");
    }

    private void answer(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
