package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Builds a client, or one with other interceptors that shares the connections of the first. */
public final class SocketHttpBuilder
    extends StandardHttpClientBuilder<SocketHttpClient, SocketHttp, SocketHttpBuilder> {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  SocketHttpBuilder(SocketHttp factory) {
    super(factory);
  }

  @Override
  public SocketHttpClient build() {
    return Optional.ofNullable(getClient())
        .map(first -> new SocketHttpClient(this, first.getClosed(), first.connections()))
        .orElseGet(() -> new SocketHttpClient(this, new AtomicBoolean(), connections()));
  }

  private Connections connections() {
    Duration connect =
        Optional.ofNullable(getConnectTimeout()).filter(t -> !t.isZero()).orElse(CONNECT);
    return new Connections(Optional.ofNullable(getSslContext()), connect);
  }

  @Override
  protected SocketHttpBuilder newInstance(SocketHttp factory) {
    return new SocketHttpBuilder(factory);
  }
}
