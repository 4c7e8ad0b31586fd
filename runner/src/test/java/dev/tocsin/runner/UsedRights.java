package dev.tocsin.runner;

import dev.tocsin.k8s.rights.Right;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rights some manifests grant, and which ones some requests used. */
final class UsedRights {

  private static final String ANY = "";

  private UsedRights() {}

  /** Every right that the Roles among some YAML documents give, one by one. */
  static SortedSet<Right> granted(String manifests) {
    KubernetesSerialization serialization = new KubernetesSerialization();
    List<HasMetadata> objects = serialization.unmarshal(
        new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)));
    return objects.stream()
        .flatMap(UsedRights::granted)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Right> granted(HasMetadata object) {
    if (object instanceof ClusterRole role) {
      return role.getRules().stream().flatMap(rule -> granted(rule, ""));
    }
    return object instanceof Role role
        ? role.getRules().stream()
            .flatMap(rule -> granted(rule, role.getMetadata().getNamespace()))
        : Stream.of();
  }

  private static Stream<Right> granted(PolicyRule rule, String namespace) {
    List<String> names = rule.getResourceNames().isEmpty() ? List.of(ANY) : rule.getResourceNames();
    return rule.getVerbs().stream()
        .flatMap(verb -> rule.getApiGroups().stream()
            .flatMap(group -> rule.getResources().stream()
                .flatMap(resource -> names.stream()
                    .map(name -> new Right(verb, group, resource, namespace, name)))));
  }

  /** What each request needed, for example {@code GET /api/v1/nodes?limit=500}. */
  static SortedSet<Right> used(Collection<String> requests) {
    return requests.stream().map(UsedRights::used).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Right used(String request) {
    String method = request.substring(0, request.indexOf(' '));
    String path = request.substring(request.indexOf(' ') + 1).replaceFirst("\\?.*", "");
    List<String> words = List.of(path.substring(1).split("/"));
    boolean core = words.get(0).equals("api");
    String group = core ? "" : words.get(1);
    List<String> rest = words.subList(core ? 2 : 3, words.size());
    boolean inside = rest.get(0).equals("namespaces") && rest.size() > 2;
    String namespace = rest.get(0).equals("namespaces") ? rest.get(1) : "";
    List<String> what = inside ? rest.subList(2, rest.size()) : rest;
    String name = what.size() > 1 ? what.get(1) : ANY;
    String resource = what.size() > 2 ? what.get(0) + "/" + what.get(2) : what.get(0);
    return new Right(verb(method, name), group, resource, namespace, name);
  }

  private static String verb(String method, String name) {
    return switch (method) {
      case "GET" -> name.isEmpty() ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      default -> method.toLowerCase(Locale.ROOT);
    };
  }

  /** Whether a right is for what a request needed. */
  static boolean isFor(Right granted, Right used) {
    Right any = new Right(used.verb(), used.group(), used.resource(), used.namespace(), ANY);
    return granted.equals(used) || granted.equals(any);
  }

  /** Those of some that nothing among others matches. */
  static List<Right> without(Collection<Right> some, Predicate<Right> matched) {
    return some.stream().filter(matched.negate()).toList();
  }
}
