package dev.tocsin.runner.training;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * As much of an API server as a round needs: it keeps what is written, and lists a few workloads.
 */
final class ApiStandIn extends StandIn {

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  ApiStandIn(SSLContext tls) throws IOException {
    super(tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    start();
  }

  @Override
  void serve(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    while (true) {
      String[] first = line(in).split(" ");
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        if (line.startsWith("Content-Length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      String path = first[1].replaceFirst("\\?.*", "");
      Optional<String> answer = first[0].equals("GET") ? got(path) : written(first[0], path, body);
      out.write(bytes(answer));
      out.flush();
    }
  }

  private Optional<String> written(String method, String path, String body) {
    String text = body.replaceFirst("\"metadata\":\\{", "\"metadata\":{\"resourceVersion\":\"1\",");
    String name = body.replaceFirst("(?s).*\"metadata\":\\{[^}]*\"name\":\"([^\"]+)\".*", "$1");
    kept.put(method.equals("POST") ? path + "/" + name : path, text);
    return Optional.of(text);
  }

  private Optional<String> got(String path) {
    if (path.contains("/configmaps/")) {
      return Optional.ofNullable(kept.get(path));
    }
    return Optional.of(Workloads.at(path));
  }

  private static byte[] bytes(Optional<String> answer) {
    byte[] body = answer
        .orElse("{\"kind\":\"Status\",\"reason\":\"NotFound\",\"code\":404}")
        .getBytes(StandardCharsets.UTF_8);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    String text = "HTTP/1.1 " + (answer.isPresent() ? "200 OK" : "404 Not Found") + "\r\nDate: "
        + date + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
        + "\r\n\r\n" + new String(body, StandardCharsets.UTF_8);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }
}
