package dev.tocsin.k8s.rights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rights as rules of RBAC, as few as say the same. A rule allows each of its verbs on each of its
 * resources with each of its names: so resources are only put together where no name is given, and
 * names only of one resource.
 */
final class Rules {

  private Rules() {}

  /** What a verb is allowed on. */
  private record Thing(String group, String resource, String name) {}

  /** What may stand in one rule: the resource is empty where several may. */
  private record Kin(String group, String resource, SortedSet<String> verbs)
      implements Comparable<Kin> {

    private static final Comparator<Kin> ORDER = Comparator.comparing(Kin::group)
        .thenComparing(Kin::resource)
        .thenComparing(kin -> kin.verbs.toString());

    static Kin of(Thing thing, SortedSet<String> verbs) {
      return new Kin(thing.group, thing.name.isEmpty() ? "" : thing.resource, verbs);
    }

    @Override
    public int compareTo(Kin other) {
      return ORDER.compare(this, other);
    }
  }

  /** The rules that allow these, all in one namespace, or in none. */
  static List<PolicyRule> of(Collection<Right> rights) {
    Map<Thing, SortedSet<String>> verbs = rights.stream()
        .collect(groupingBy(
            right -> new Thing(right.group(), right.resource(), right.name()),
            mapping(Right::verb, toCollection(TreeSet::new))));
    Map<Kin, List<Thing>> kin = new TreeMap<>();
    verbs.forEach((thing, allowed) ->
        kin.computeIfAbsent(Kin.of(thing, allowed), none -> new ArrayList<>()).add(thing));
    return kin.entrySet().stream().map(e -> rule(e.getKey(), e.getValue())).toList();
  }

  private static PolicyRule rule(Kin kin, List<Thing> things) {
    return new PolicyRuleBuilder()
        .withApiGroups(kin.group)
        .withResources(things.stream().map(Thing::resource).distinct().sorted().toList())
        .withResourceNames(things.stream()
            .map(Thing::name)
            .filter(name -> !name.isEmpty())
            .sorted()
            .toList())
        .withVerbs(List.copyOf(kin.verbs))
        .build();
  }
}
