package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpHeaders;
import java.util.Optional;

/** An answer as fabric8 knows it. */
final class Response extends StandardHttpHeaders implements HttpResponse<AsyncBody> {

  private final HttpRequest request;
  private final int status;
  private final AsyncBody body;

  Response(HttpRequest request, Received received, AsyncBody body) {
    super(received.headers());
    this.request = request;
    this.status = received.status();
    this.body = body;
  }

  @Override
  public int code() {
    return status;
  }

  @Override
  public AsyncBody body() {
    return body;
  }

  @Override
  public HttpRequest request() {
    return request;
  }

  @Override
  public Optional<HttpResponse<?>> previousResponse() {
    return Optional.empty();
  }
}
