package dev.tocsin.k8s.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes clients over sockets, or the JDK's where a configuration asks for more. */
public final class SocketHttp implements HttpClient.Factory {

  @Override
  public SocketHttpBuilder newBuilder() {
    return new SocketHttpBuilder(this);
  }

  /**
   * {@inheritDoc}
   *
   * @throws KubernetesClientException if its certificates or keys cannot be read
   */
  @Override
  public HttpClient.Builder newBuilder(Config config) {
    HttpClient.Builder builder =
        isPlain(config) ? plain(config) : new JdkHttpClientFactory().newBuilder(config);
    // Else fabric8 repeats by itself, ten times, what may have happened.
    builder.tag(config.getRequestConfig());
    return builder;
  }

  private HttpClient.Builder plain(Config config) {
    SocketHttpBuilder builder = newBuilder();
    builder.connectTimeout(config.getConnectionTimeout(), TimeUnit.MILLISECONDS);
    HttpClientUtils.createApplicableInterceptors(config, this)
        .forEach(builder::addOrReplaceInterceptor);
    if (config.getMasterUrl().startsWith("https:")) {
      try {
        builder.sslContext(SSLUtils.keyManagers(config), Trust.of(config));
      } catch (IOException | GeneralSecurityException e) {
        throw new KubernetesClientException("no TLS: " + e.getMessage(), e);
      }
    }
    return builder;
  }

  /** Whether nothing is asked for that needs more than a socket. */
  private static boolean isPlain(Config config) {
    boolean special = config.isTrustCerts()
        || config.isDisableHostnameVerification()
        || Stream.of(config.getTlsServerName(), config.getHttpProxy(), config.getHttpsProxy())
            .anyMatch(set -> set != null && !set.isEmpty());
    return !special;
  }
}
