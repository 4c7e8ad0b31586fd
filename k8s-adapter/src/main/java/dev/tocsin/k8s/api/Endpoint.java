package dev.tocsin.k8s.api;

import dev.tocsin.k8s.http.SocketHttp;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;

/**
 * An API server, fabric8's transport to it, and fabric8's JSON. Its client itself, with all that
 * can be said through it, would take longer to load than a round.
 *
 * @param server the scheme, the host and perhaps the port
 */
record Endpoint(String server, HttpClient http) implements AutoCloseable {

  /** Nobody is connected to yet. */
  static Endpoint of(Config config) {
    return new Endpoint(
        config.getMasterUrl(), new SocketHttp().newBuilder(config).build());
  }

  /** That of a client. */
  static Endpoint of(KubernetesClient client) {
    return new Endpoint(client.getMasterUrl().toString(), client.getHttpClient());
  }

  @Override
  public void close() {
    http.close();
  }
}
