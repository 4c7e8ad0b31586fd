package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Marks;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What new pods of a controller are made from. */
record Template(Meta meta, Placement placement) {

  /** What {@code kubectl rollout restart} leaves: when that was. */
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  static Template of(@Nullable PodTemplateSpec template) {
    Optional<PodTemplateSpec> given = Optional.ofNullable(template);
    ObjectMeta meta = given.map(PodTemplateSpec::getMetadata).orElseGet(ObjectMeta::new);
    return new Template(
        new Meta(meta), Placement.of(given.map(PodTemplateSpec::getSpec).orElse(null)));
  }

  Map<String, String> labels() {
    return meta.labels();
  }

  Optional<String> restartedAt() {
    return meta.annotation(RESTARTED);
  }

  /** Our attempt that left its mark, if it is this installation's. */
  Optional<String> attemptOf(String owner) {
    return meta.annotation(Marks.OWNER)
        .filter(owner::equals)
        .flatMap(ours -> meta.annotation(Marks.ATTEMPT));
  }
}
