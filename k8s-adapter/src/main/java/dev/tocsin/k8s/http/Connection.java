package dev.tocsin.k8s.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection, on which one request is answered after the other (RFC 9112). */
final class Connection {

  private static final int HEADERS = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Socket socket;
  private final URI uri;
  private final OutputStream out;
  private final Incoming in;
  private volatile long used;

  Connection(Socket socket, URI uri) throws IOException {
    this.socket = socket;
    this.uri = uri;
    this.out = socket.getOutputStream();
    this.in = new Incoming(socket);
  }

  Socket socket() {
    return socket;
  }

  /** When it last answered, in {@link System#nanoTime}. */
  long used() {
    return used;
  }

  boolean isFor(URI other) {
    return uri.getScheme().equals(other.getScheme())
        && uri.getRawAuthority().equals(other.getRawAuthority());
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param end when to be back, in {@link System#nanoTime}
   */
  Received exchange(byte[] request, String method, long end) throws IOException {
    in.until(end);
    out.write(request);
    out.flush();
    String first = in.line();
    int status = status(first);
    Map<String, List<String>> headers = headers();
    while (status < 200) {
      first = in.line();
      status = status(first);
      headers = headers();
    }
    Framing framing = framing(headers);
    boolean none = method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
    byte[] body = none ? new byte[0] : body(framing);
    used = System.nanoTime();
    boolean kept = first.startsWith("HTTP/1.1 ")
        && !has(headers, "Connection", "close")
        && (none || framing.delimited());
    return new Received(status, headers, body, kept);
  }

  /** How the end of a body is known; if by neither, it is the connection's. */
  private record Framing(boolean chunked, Optional<Long> length) {
    boolean delimited() {
      return chunked || length.isPresent();
    }
  }

  private static int status(String line) throws ProtocolException {
    if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
      throw new ProtocolException("that is no HTTP");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int count = 0;
    for (String line = in.line(); !line.isEmpty(); line = in.line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || ++count > HEADERS) {
        throw new ProtocolException("its headers cannot be read");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static Framing framing(Map<String, List<String>> headers) throws ProtocolException {
    if (headers.containsKey("Transfer-Encoding")) {
      if (!has(headers, "Transfer-Encoding", "chunked")) {
        throw new ProtocolException("its encoding is unknown");
      }
      return new Framing(true, Optional.empty());
    }
    List<String> lengths = headers.getOrDefault("Content-Length", List.of());
    if (lengths.isEmpty()) {
      return new Framing(false, Optional.empty());
    }
    if (lengths.stream().distinct().count() > 1 || !lengths.get(0).matches("\\d{1,10}")) {
      throw new ProtocolException("its length cannot be read");
    }
    return new Framing(false, Optional.of(Long.parseLong(lengths.get(0))));
  }

  private byte[] body(Framing framing) throws IOException {
    if (framing.chunked()) {
      return in.chunks();
    }
    return framing.length().isPresent() ? in.exactly(framing.length().get()) : in.rest();
  }

  private static boolean has(Map<String, List<String>> headers, String name, String value) {
    return headers.getOrDefault(name, List.of()).stream().anyMatch(value::equalsIgnoreCase);
  }
}
