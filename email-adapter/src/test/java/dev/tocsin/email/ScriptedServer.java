package dev.tocsin.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that does what it is told: answers as scripted at each phase, falls silent, drops
 * the line, or drips one byte after the other.
 */
final class ScriptedServer implements AutoCloseable {

  /** Instead of an answer: the line is dropped. */
  static final String DROP = "drop";

  /** Instead of an answer: silence, while the line stays open. */
  static final String SILENCE = "silence";

  /** Instead of an answer: one that never ends, a byte every few milliseconds. */
  static final String DRIP = "drip";

  private final ServerSocket listening;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private final List<String> mails = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> lines = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<SSLContext> startTls = Optional.empty();
  private volatile Optional<SSLContext> implicitTls = Optional.empty();

  ScriptedServer() {
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  /**
   * Scripts an answer.
   *
   * @param phase {@code GREETING}, {@code DOT WHOLE}, {@code DOT ESSENTIALS}, a command, or a
   *     command with the start of its argument
   */
  ScriptedServer on(String phase, String answer) {
    answers.put(phase, answer);
    return this;
  }

  /** Answers as usual again. */
  void mend(String phase) {
    answers.remove(phase);
  }

  ScriptedServer startTls(SSLContext context) {
    startTls = Optional.of(context);
    return this;
  }

  ScriptedServer implicitTls(SSLContext context) {
    implicitTls = Optional.of(context);
    return this;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** All commands so far, on all connections. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  long count(String command) {
    return commands().stream().filter(c -> c.startsWith(command)).count();
  }

  /** The mails that were sent up to the final dot, whatever became of them. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
    for (Socket line : List.copyOf(lines)) {
      line.close();
    }
  }

  private void listen() {
    try {
      while (true) {
        Socket line = listening.accept();
        lines.add(line);
        daemon(() -> serve(line));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket line) {
    try (line) {
      Socket talking = implicitTls.isPresent() ? overTls(implicitTls.get(), line) : line;
      converse(talking, true);
    } catch (IOException e) {
      // The client hung up, or the test is over.
    }
  }

  private void converse(Socket line, boolean greeting) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = line.getOutputStream();
    if (greeting && !answer(out, "GREETING", "220 scripted")) {
      return;
    }
    Optional<String> command = Optional.ofNullable(in.readLine());
    while (command.isPresent()) {
      commands.add(command.get());
      String verb = command.get().split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (verb.equals("STARTTLS") && startTls.isPresent()) {
        out.write("220 go\r\n".getBytes(StandardCharsets.UTF_8));
        converse(overTls(startTls.get(), line), false);
        return;
      }
      if (!answer(out, command.get(), usual(verb, line)) || !more(verb, in, out)) {
        return;
      }
      command = Optional.ofNullable(in.readLine());
    }
  }

  private boolean more(String verb, BufferedReader in, OutputStream out) throws IOException {
    if (verb.equals("AUTH") && !answers.containsKey("AUTH")) {
      return login(in, out);
    }
    return !verb.equals("DATA") || answers.containsKey("DATA") || mail(in, out);
  }

  private boolean login(BufferedReader in, OutputStream out) throws IOException {
    commands.add("user " + in.readLine());
    out.write("334 UGFzc3dvcmQ6\r\n".getBytes(StandardCharsets.UTF_8));
    String password = in.readLine();
    return answer(out, "PASSWORD", "235 welcome", password);
  }

  private boolean mail(BufferedReader in, OutputStream out) throws IOException {
    StringBuilder mail = new StringBuilder();
    String line = in.readLine();
    while (!line.equals(".")) {
      mail.append(line).append("\r\n");
      line = in.readLine();
    }
    mails.add(mail.toString());
    String form = mail.indexOf("multipart/") < 0 ? "ESSENTIALS" : "WHOLE";
    return answer(out, "DOT " + form, "250 taken");
  }

  private String usual(String verb, Socket line) {
    return switch (verb) {
      case "EHLO" ->
        "250-scripted\r\n"
            + (startTls.isPresent() && !(line instanceof SSLSocket) ? "250-STARTTLS\r\n" : "")
            + "250 AUTH LOGIN";
      case "AUTH" -> "334 VXNlcm5hbWU6";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 fine";
    };
  }

  private boolean answer(OutputStream out, String phase, String usual) throws IOException {
    return answer(out, phase, usual, "");
  }

  private boolean answer(OutputStream out, String phase, String usual, String echo)
      throws IOException {
    String answer = answers.entrySet().stream()
        .filter(e -> phase.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(usual);
    switch (answer) {
      case DROP -> {
        return false;
      }
      case SILENCE -> {
        return awaitClose(Long.MAX_VALUE);
      }
      case DRIP -> {
        return drip(out);
      }
      default ->
        out.write((answer.replace("{echo}", echo) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }

  private boolean drip(OutputStream out) throws IOException {
    out.write("250-".getBytes(StandardCharsets.UTF_8));
    while (!awaitClose(20)) {
      out.write('.');
      out.flush();
    }
    return false;
  }

  private boolean awaitClose(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS) && millis == 20;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static Socket overTls(SSLContext context, Socket line) throws IOException {
    var socket = (SSLSocket) context
        .getSocketFactory()
        .createSocket(line, line.getInetAddress().getHostAddress(), line.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }
}
