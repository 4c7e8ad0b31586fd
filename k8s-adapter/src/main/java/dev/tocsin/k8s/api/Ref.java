package dev.tocsin.k8s.api;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * One object, wherever it is.
 *
 * @param namespace empty for a kind that lives in none
 */
public record Ref<T extends HasMetadata>(Kind<T> kind, String namespace, String name) {

  /** An object of a kind that lives in no namespace. */
  public static <T extends HasMetadata> Ref<T> to(Kind<T> kind, String name) {
    return new Ref<>(kind, "", name);
  }

  String path() {
    return namespace.isEmpty() ? kind.one(name) : kind.one(namespace, name);
  }

  /** For example {@code deployment cams/frigate}. */
  @Override
  public String toString() {
    return kind.singular() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
