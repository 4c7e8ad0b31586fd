package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.BodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.ByteArrayBodyContent;
import io.fabric8.kubernetes.client.http.StandardHttpRequest.StringBodyContent;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A request as it is on the wire. */
final class Sent {

  private Sent() {}

  /**
   * Its bytes.
   *
   * @throws IllegalArgumentException if a header cannot be sent; it is not shown, it may be a
   *     secret
   */
  static byte[] bytes(StandardHttpRequest request) {
    byte[] body = body(request.body());
    StringBuilder head = new StringBuilder();
    URI uri = request.uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    head.append(request.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    header(head, "Host", host(uri));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      header.getValue().forEach(value -> header(head, header.getKey(), value));
    }
    if (request.body() != null) {
      if (request.getContentType() != null && !request.headers().containsKey("Content-Type")) {
        header(head, "Content-Type", request.getContentType());
      }
      header(head, "Content-Length", "" + body.length);
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static String host(URI uri) {
    return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
  }

  private static void header(StringBuilder head, String name, String value) {
    boolean sendable = value.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 0x7f);
    if (!sendable || !name.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("a header cannot be sent: " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] body(BodyContent body) {
    if (body == null) {
      return new byte[0];
    }
    if (body instanceof StringBodyContent text) {
      return text.getContent().getBytes(StandardCharsets.UTF_8);
    }
    if (body instanceof ByteArrayBodyContent bytes) {
      return bytes.getContent();
    }
    throw new IllegalArgumentException("a body of this kind cannot be sent");
  }
}
