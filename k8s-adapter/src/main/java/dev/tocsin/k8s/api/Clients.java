package dev.tocsin.k8s.api;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.util.List;
import java.util.Optional;

/** Makes clients that do not repeat anything by themselves. */
final class Clients {

  private static final int CONNECT_MILLIS = 5_000;

  /** Where the client goes if nobody told it where to. */
  private static final String NOWHERE = "https://kubernetes.default.svc";

  private Clients() {}

  /**
   * Nobody is connected to yet.
   *
   * @throws IllegalArgumentException if the context is not there: another one would be another
   *     cluster; or if nothing says which cluster there is
   */
  static Endpoint open(Connection to) {
    String context = to.context().orElse(null);
    Config config = to.kubeconfig()
        .map(file -> Config.fromKubeconfig(context, file.toFile()))
        .orElseGet(() -> Config.autoConfigure(context));
    to.context().ifPresent(wanted -> requireContext(wanted, config));
    requireSomeCluster(config);
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setUserAgent("tocsin");
    // Over HTTP/2 an API server ends the connection with its 401, and Java's client loses the
    // answer.
    config.setHttp2Disable(true);
    return Endpoint.of(config);
  }

  /** Who knows of no cluster would ask a host of this name, and call the network broken. */
  private static void requireSomeCluster(Config config) {
    boolean none = config.getCurrentContext() == null
        && config.getMasterUrl().startsWith(NOWHERE)
        && System.getenv("KUBERNETES_SERVICE_HOST") == null;
    if (none) {
      throw new IllegalArgumentException("nothing says which cluster there is: this is no pod, and"
          + " there is no kubeconfig at $KUBECONFIG or ~/.kube/config");
    }
  }

  private static void requireContext(String wanted, Config config) {
    List<NamedContext> contexts = Optional.ofNullable(config.getContexts()).orElse(List.of());
    List<String> known = contexts.stream().map(NamedContext::getName).sorted().toList();
    if (!known.contains(wanted)) {
      throw new IllegalArgumentException("the kubeconfig has no context '" + wanted + "', it has "
          + (known.isEmpty() ? "none" : String.join(", ", known)));
    }
  }
}
