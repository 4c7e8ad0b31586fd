package dev.tocsin.k8s.rights;

import static java.util.stream.Collectors.groupingBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.RoleRefBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Roles, and what gives them to somebody.
 *
 * @param name of all of them
 * @param labels of all of them
 * @param holder who is allowed it; absent: nobody knows, and there are only Roles
 */
public record Grant(String name, Map<String, String> labels, Optional<Subject> holder) {

  private static final String API = "rbac.authorization.k8s.io";
  private static final String ACCOUNT = "system:serviceaccount:";

  /** Somebody, by the name that the API server has for him. */
  public static Subject holder(String username) {
    String[] account = username.startsWith(ACCOUNT)
        ? username.substring(ACCOUNT.length()).split(":", 2)
        : new String[0];
    return account.length == 2
        ? account(account[0], account[1])
        : new SubjectBuilder()
            .withApiGroup(API)
            .withKind("User")
            .withName(username)
            .build();
  }

  /** A service account. */
  public static Subject account(String namespace, String name) {
    return new SubjectBuilder()
        .withKind("ServiceAccount")
        .withNamespace(namespace)
        .withName(name)
        .build();
  }

  /** What gives these rights: in each namespace a Role, and a ClusterRole for the rest. */
  public List<HasMetadata> of(Rights rights) {
    Map<String, List<Right>> byNamespace =
        new TreeMap<>(rights.all().stream().collect(groupingBy(Right::namespace)));
    List<HasMetadata> objects = new ArrayList<>();
    byNamespace.forEach((namespace, some) -> objects.addAll(
        namespace.isEmpty() ? clusterWide(Rules.of(some)) : within(namespace, Rules.of(some))));
    return List.copyOf(objects);
  }

  private List<HasMetadata> clusterWide(List<PolicyRule> rules) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(new ClusterRoleBuilder().withMetadata(named()).withRules(rules).build());
    holder.ifPresent(who -> objects.add(new ClusterRoleBindingBuilder()
        .withMetadata(named())
        .withRoleRef(role("ClusterRole"))
        .withSubjects(who)
        .build()));
    return objects;
  }

  private List<HasMetadata> within(String namespace, List<PolicyRule> rules) {
    ObjectMeta meta = new ObjectMetaBuilder(named()).withNamespace(namespace).build();
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(new RoleBuilder().withMetadata(meta).withRules(rules).build());
    holder.ifPresent(who -> objects.add(new RoleBindingBuilder()
        .withMetadata(meta)
        .withRoleRef(role("Role"))
        .withSubjects(who)
        .build()));
    return objects;
  }

  private ObjectMeta named() {
    return new ObjectMetaBuilder().withName(name).withLabels(labels).build();
  }

  private RoleRef role(String kind) {
    return new RoleRefBuilder().withApiGroup(API).withKind(kind).withName(name).build();
  }
}
