package dev.tocsin.k8s.rights;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.AtOnce;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.round.Deadline;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewStatus;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What the API server says that we may do.
 *
 * @param missing what we may not do
 * @param unknown why it is not known of others, one line each
 */
public record Permissions(Rights missing, Set<String> unknown) {

  private static final String ACCESS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final String OURSELVES = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

  public Permissions {
    unknown = Set.copyOf(unknown);
  }

  /** Asks for each of these rights; whoever is known at all may ask. */
  public static Permissions of(Kubernetes kubernetes, Rights rights, Deadline deadline) {
    Map<Right, Supplier<Answer<Boolean>>> coming = new LinkedHashMap<>();
    SortedSet<Right> missing = new TreeSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    try (AtOnce atOnce = new AtOnce(deadline)) {
      rights
          .all()
          .forEach(right -> coming.put(right, atOnce.ask(() -> may(kubernetes, right, deadline))));
      coming.forEach((right, answer) -> {
        Answer<Boolean> allowed = answer.get();
        if (allowed.value().isEmpty()) {
          unknown.add(allowed.words());
        } else if (!allowed.value().get()) {
          missing.add(right);
        }
      });
    }
    return new Permissions(new Rights(missing), unknown);
  }

  /** Who we are, by the name that Roles have for us. Asked of Kubernetes 1.28 or later. */
  public static Optional<String> whoWeAre(Kubernetes kubernetes, Deadline deadline) {
    return kubernetes
        .ask(OURSELVES, new SelfSubjectReview(), SelfSubjectReview.class, deadline)
        .value()
        .flatMap(review -> Optional.ofNullable(review.getStatus()))
        .flatMap(status -> Optional.ofNullable(status.getUserInfo()))
        .flatMap(user -> Optional.ofNullable(user.getUsername()));
  }

  private static Answer<Boolean> may(Kubernetes kubernetes, Right right, Deadline deadline) {
    SelfSubjectAccessReview question = new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withResourceAttributes(attributes(right))
        .endSpec()
        .build();
    return kubernetes
        .ask(ACCESS, question, SelfSubjectAccessReview.class, deadline)
        .map(answer -> Optional.ofNullable(answer.getStatus())
            .map(SubjectAccessReviewStatus::getAllowed)
            .orElse(false));
  }

  private static ResourceAttributes attributes(Right right) {
    ResourceAttributesBuilder builder = new ResourceAttributesBuilder()
        .withVerb(right.verb())
        .withGroup(right.group())
        .withResource(right.plainResource());
    right.subresource().ifPresent(builder::withSubresource);
    if (!right.namespace().isEmpty()) {
      builder.withNamespace(right.namespace());
    }
    if (!right.isForAny()) {
      builder.withName(right.name());
    }
    return builder.build();
  }
}
