package dev.tocsin.k8s.witness;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.k8s.api.Marks;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rollout restart leaves on a pod template, and so on everything that is made from it.
 *
 * @param key the attempt's
 * @param owner which installation made it
 */
public record Mark(String key, String owner) {

  private static final Pattern KEY = Pattern.compile("(.{1,120})-remediate-[1-9][0-9]{0,5}");

  /** The mark of an attempt. */
  public static Mark of(Attempt attempt, String owner) {
    return new Mark(attempt.key(), owner);
  }

  /** The mark on the template of a workload or ReplicaSet, or else on the object itself. */
  public static Optional<Mark> on(HasMetadata object) {
    return annotations(object)
        .flatMap(a -> Optional.ofNullable(a.get(Marks.ATTEMPT))
            .flatMap(
                key -> Optional.ofNullable(a.get(Marks.OWNER)).map(owner -> new Mark(key, owner))));
  }

  /**
   * As annotations of a pod template.
   *
   * @param at when the attempt was begun: a pod that is made from it later is no new attempt
   */
  public Map<String, String> annotations(Instant at) {
    String second = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return Map.of(Marks.ATTEMPT, key, Marks.OWNER, owner, Marks.ATTEMPTED_AT, second);
  }

  /** Whether it is of an attempt to repair this target. */
  boolean isAbout(String target) {
    return incident(key).filter(id -> id.target().equals(target)).isPresent();
  }

  /** The incident of an attempt's key, if it is one. */
  static Optional<IncidentId> incident(String key) {
    Matcher form = KEY.matcher(key);
    try {
      return form.matches() ? Optional.of(IncidentId.parse(form.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** When the attempt was begun whose mark is on an object; else when the object was made. */
  static Optional<Instant> begun(HasMetadata marked) {
    return annotations(marked)
        .flatMap(a -> Optional.ofNullable(a.get(Marks.ATTEMPTED_AT)))
        .flatMap(Mark::time)
        .or(() -> made(marked));
  }

  /** When an object was made, by the API server's clock. */
  static Optional<Instant> made(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata())
        .flatMap(m -> Optional.ofNullable(m.getCreationTimestamp()))
        .flatMap(Mark::time);
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, String>> annotations(HasMetadata object) {
    return template(object)
        .map(t -> Optional.ofNullable(t.getMetadata()))
        .orElseGet(() -> Optional.ofNullable(object.getMetadata()))
        .flatMap(m -> Optional.ofNullable(m.getAnnotations()));
  }

  private static Optional<PodTemplateSpec> template(HasMetadata object) {
    if (object instanceof Deployment deployment) {
      return Optional.ofNullable(deployment.getSpec()).map(s -> s.getTemplate());
    }
    if (object instanceof StatefulSet set) {
      return Optional.ofNullable(set.getSpec()).map(s -> s.getTemplate());
    }
    return object instanceof ReplicaSet set
        ? Optional.ofNullable(set.getSpec()).map(s -> s.getTemplate())
        : Optional.empty();
  }
}
