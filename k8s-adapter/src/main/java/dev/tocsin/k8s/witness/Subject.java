package dev.tocsin.k8s.witness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.Optional;

/**
 * An object that an Event is about. What is not known is empty.
 *
 * @param uid which one of those that had its name
 */
public record Subject(String apiVersion, String kind, String namespace, String name, String uid) {

  /** Where Events about what lives in no namespace are kept. */
  private static final String NO_NAMESPACE = "default";

  /** An object as it was read. */
  public static Subject of(HasMetadata object) {
    return new Subject(
        object.getApiVersion(),
        object.getKind(),
        text(object.getMetadata().getNamespace()),
        object.getMetadata().getName(),
        text(object.getMetadata().getUid()));
  }

  static Subject of(ObjectReference reference) {
    return new Subject(
        text(reference.getApiVersion()),
        text(reference.getKind()),
        text(reference.getNamespace()),
        text(reference.getName()),
        text(reference.getUid()));
  }

  /** Where its Events are kept. */
  public String eventsIn() {
    return namespace.isEmpty() ? NO_NAMESPACE : namespace;
  }

  ObjectReference reference() {
    ObjectReference reference = new ObjectReference();
    reference.setApiVersion(apiVersion);
    reference.setKind(kind);
    reference.setName(name);
    known(namespace).ifPresent(reference::setNamespace);
    known(uid).ifPresent(reference::setUid);
    return reference;
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
