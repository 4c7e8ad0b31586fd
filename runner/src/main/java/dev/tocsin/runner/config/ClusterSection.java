package dev.tocsin.runner.config;

import dev.tocsin.runner.config.Configuration.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** {@code cluster}: which one is meant, and who we are in it. */
final class ClusterSection {

  static final Key<Path> KUBECONFIG = Key.optional(
      "kubeconfig",
      FileContent.kubeconfig(),
      "`$KUBECONFIG`, else `~/.kube/config`; in a pod its own service account",
      "Which clusters there are.");
  static final Key<String> CONTEXT =
      Key.optional("context", Scalars.label(), "the current one", "Which of them, and as who.");
  static final Key<String> INSTALLATION = Key.optional(
      "installation",
      Scalars.pattern(
          "a name of letters, digits, '.', '_', '/' and '-'",
          Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,98}[A-Za-z0-9])?")),
      "namespace and name of the ledger's ConfigMap; of a file the host and a number",
      "By which our own deeds are told from those of another Tocsin in this cluster.");
  static final Key<Duration> DRAIN_GRACE = Key.or(
      "drainGrace",
      Scalars.duration(Duration.ZERO, Duration.ofDays(1)),
      "10m",
      "How long a target that was drained away is switched off on purpose rather than failing.");
  static final Shape SHAPE = Shape.of("cluster", KUBECONFIG, CONTEXT, INSTALLATION, DRAIN_GRACE);

  private ClusterSection() {}

  /** Where something is wrong, what is usual stands for it. */
  static Cluster read(Fields root, Key<Item> key) {
    Fields fields = root.within(key, SHAPE);
    return new Cluster(
        fields.find(KUBECONFIG),
        fields.find(CONTEXT),
        fields.find(INSTALLATION),
        fields.find(DRAIN_GRACE).orElse(Duration.ZERO));
  }
}
