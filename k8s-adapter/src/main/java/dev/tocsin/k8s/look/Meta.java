package dev.tocsin.k8s.look;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What every object says of itself. */
record Meta(ObjectMeta meta) {

  static Meta of(HasMetadata object) {
    return new Meta(Optional.ofNullable(object.getMetadata()).orElseGet(ObjectMeta::new));
  }

  String name() {
    return Filled.text(meta.getName());
  }

  String namespace() {
    return Filled.text(meta.getNamespace());
  }

  /** For example {@code cams/frigate}. */
  String path() {
    return namespace() + "/" + name();
  }

  String uid() {
    return Filled.text(meta.getUid());
  }

  Map<String, String> labels() {
    return Filled.map(meta.getLabels());
  }

  Map<String, String> annotations() {
    return Filled.map(meta.getAnnotations());
  }

  Optional<String> annotation(String name) {
    return Optional.ofNullable(annotations().get(name));
  }

  long generation() {
    return Filled.number(meta.getGeneration());
  }

  Optional<Instant> created() {
    return Times.at(meta.getCreationTimestamp());
  }

  boolean isLeaving() {
    return meta.getDeletionTimestamp() != null;
  }

  /** When it is to be gone: the grace it was given has passed by then. */
  Optional<Instant> leavesAt() {
    return Times.at(meta.getDeletionTimestamp());
  }

  /** The one owner that makes it anew. */
  Optional<Owner> controller() {
    return Filled.list(meta.getOwnerReferences()).stream()
        .filter(reference -> Filled.yes(reference.getController()))
        .findFirst()
        .map(Owner::of);
  }
}
