package dev.tocsin.k8s.api;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which API server to talk to.
 *
 * @param kubeconfig a file; absent: {@code $KUBECONFIG}, {@code ~/.kube/config}, or, in a pod, the
 *     pod's own service account
 * @param context of that file; absent: its current one
 */
public record Connection(Optional<Path> kubeconfig, Optional<String> context) {

  /** As {@code kubectl} would, or as a pod does. */
  public static final Connection USUAL = new Connection(Optional.empty(), Optional.empty());

  /** The current context of that file. */
  public static Connection of(Path kubeconfig) {
    return new Connection(Optional.of(kubeconfig), Optional.empty());
  }
}
