package dev.tocsin.k8s.store;

import dev.tocsin.k8s.api.Kubernetes;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who wrote what of a ConfigMap, as the API server remembers it in {@code managedFields}. Whoever
 * changes a text takes it over from the one who wrote it before. Where nothing is remembered,
 * nobody is suspected.
 */
final class Authors {

  private static final String DATA = "f:data";

  /** Where {@code kubectl apply} and Argo CD keep the manifest that they applied last. */
  private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final List<ManagedFieldsEntry> entries;
  private final String manifest;

  private Authors(List<ManagedFieldsEntry> entries, String manifest) {
    this.entries = entries;
    this.manifest = manifest;
  }

  static Authors of(ObjectMeta metadata) {
    return new Authors(
        Optional.ofNullable(metadata.getManagedFields()).orElseGet(List::of),
        Optional.ofNullable(metadata.getAnnotations())
            .map(annotations -> annotations.get(APPLIED))
            .orElse(""));
  }

  /** Whether it is known that we wrote the text under this key. */
  boolean wrote(String key) {
    return writers(key).anyMatch(Authors::isOurs);
  }

  /** Who wrote the text under this key, if we did not. */
  Optional<String> stranger(String key) {
    return stranger(key, entry -> true);
  }

  /** Who put the text under this key there from a manifest, if we did not write it. */
  Optional<String> applier(String key) {
    boolean declared = manifest.contains("\"" + key + "\":");
    return stranger(key, entry -> declared || "Apply".equals(entry.getOperation()));
  }

  /** When it was written last, by whomever. */
  Optional<Instant> lastWrite() {
    return lastWrite(entry -> true);
  }

  /** When we wrote it last. */
  Optional<Instant> ourLastWrite() {
    return lastWrite(Authors::isOurs);
  }

  private Optional<Instant> lastWrite(Predicate<ManagedFieldsEntry> who) {
    return entries.stream()
        .filter(who)
        .flatMap(entry -> instant(entry.getTime()).stream())
        .max(Instant::compareTo);
  }

  private static boolean isOurs(ManagedFieldsEntry entry) {
    return Kubernetes.MANAGER.equals(entry.getManager());
  }

  private Optional<String> stranger(String key, Predicate<ManagedFieldsEntry> suspect) {
    return wrote(key)
        ? Optional.empty()
        : writers(key).filter(suspect).map(e -> String.valueOf(e.getManager())).findFirst();
  }

  private Stream<ManagedFieldsEntry> writers(String key) {
    return entries.stream().filter(entry -> isIn(entry, key));
  }

  private static boolean isIn(ManagedFieldsEntry entry, String key) {
    return Optional.ofNullable(entry.getFieldsV1())
        .map(fields -> fields.getAdditionalProperties().get(DATA))
        .filter(data -> data instanceof Map<?, ?> keys && keys.containsKey("f:" + key))
        .isPresent();
  }

  private static Optional<Instant> instant(String time) {
    try {
      return Optional.ofNullable(time).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
