package dev.tocsin.k8s.rights;

import dev.tocsin.k8s.act.Workloads;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Needs;
import dev.tocsin.k8s.look.Repair;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.look.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What we must be allowed to do, and nothing else. A right is for one object where Kubernetes can
 * narrow it to one and the name is known beforehand: it cannot where something is listed or made,
 * and the names of pods and Events are not known.
 *
 * @param all in order
 */
public record Rights(SortedSet<Right> all) {

  /** Where nothing of a cluster is touched. */
  public static final Rights NONE = of(Stream.of());

  private static final String CLUSTER = "";

  /** Whoever may do something with any object need not be allowed to do it with one. */
  public Rights {
    Set<Right> given = Set.copyOf(all);
    all = Collections.unmodifiableSortedSet(given.stream()
        .filter(right -> right.isForAny() || !given.contains(right.widened()))
        .collect(Collectors.toCollection(TreeSet::new)));
  }

  static Rights of(Stream<Right> rights) {
    return new Rights(rights.collect(Collectors.toCollection(TreeSet::new)));
  }

  /** To keep a ledger in these ConfigMaps, which need not exist. */
  public static Rights toRemember(Collection<Ref<ConfigMap>> parts) {
    return of(parts.stream()
        .flatMap(part -> Stream.of(
            Right.one("get", part),
            Right.one("update", part),
            Right.any("create", Kind.CONFIG_MAPS, part.namespace()))));
  }

  /** To read what the checker before us remembered. */
  public static Rights toTakeOver(Ref<ConfigMap> story) {
    return of(Stream.of(Right.one("get", story)));
  }

  /** To look at a target, and to say in Events what was told of it. */
  public static Rights toWatch(Watched watched) {
    Needs needs = Needs.of(watched);
    String namespace = needs.namespace().orElse(CLUSTER);
    Rights looking = of(needs.kinds().stream().map(kind -> toRead(kind, namespace)));
    return needs.kinds().contains(Kind.EVENTS) ? looking.and(toSay(watched, namespace)) : looking;
  }

  private static Right toRead(Kind<?> kind, String namespace) {
    if (kind.equals(Kind.NAMESPACES)) {
      return Right.one("get", Ref.to(Kind.NAMESPACES, namespace)).within(namespace);
    }
    return Right.any("list", kind, kind.equals(Kind.NODES) ? CLUSTER : namespace);
  }

  private static Rights toSay(Watched watched, String namespace) {
    return of(Stream.concat(
        Stream.of("create", "patch").map(verb -> Right.any(verb, Kind.EVENTS, namespace)),
        Workloads.ref(watched).map(about -> Right.one("get", about)).stream()));
  }

  /** To look at a target once more right before it is repaired, whoever repairs it, and to. */
  public static Rights toRepair(Watched watched) {
    return watched
        .workload()
        .map(workload -> toRepair(watched, workload))
        .orElseGet(() -> of(watched.asked().node().stream()
            .map(node -> Right.one("get", Ref.to(Kind.NODES, node)))));
  }

  private static Rights toRepair(Watched watched, Workload workload) {
    Stream<Right> looking = Stream.concat(
        Stream.of(Right.any("get", Kind.NODES, CLUSTER)),
        Workloads.ref(watched).map(itself -> Right.one("get", itself)).stream());
    Stream<Right> deeds = watched.repairs().values().stream()
        .flatMap(repair -> deeds(repair, watched, workload).stream());
    return of(Stream.concat(looking, deeds));
  }

  private static List<Right> deeds(Repair repair, Watched watched, Workload workload) {
    String namespace = workload.namespace();
    Right bound = Right.any("get", Kind.EVENTS, namespace);
    Right readBack = Right.any("get", Kind.PODS, namespace);
    return switch (repair) {
      case EVICT_POD ->
        List.of(bound, readBack, Right.any("create", Kind.PODS, namespace).of("eviction"));
      case DELETE_POD -> List.of(bound, readBack, Right.any("delete", Kind.PODS, namespace));
      case ROLLOUT_RESTART -> rolls(workload) ? List.of(bound, marked(watched)) : List.of();
    };
  }

  /** No others are ever restarted as a whole. */
  private static boolean rolls(Workload workload) {
    return workload.type() == Workload.Type.DEPLOYMENT
        || workload.type() == Workload.Type.STATEFULSET;
  }

  private static Right marked(Watched watched) {
    return Right.one("patch", Workloads.ref(watched).orElseThrow());
  }

  /** These and others. */
  public Rights and(Rights others) {
    return of(Stream.concat(all.stream(), others.all.stream()));
  }

  /** These, but for those that are for one of these objects alone. */
  public Rights without(Collection<? extends Ref<?>> objects) {
    return of(all.stream().filter(right -> objects.stream().noneMatch(right::isFor)));
  }

  /** All of these. */
  public static Rights all(Stream<Rights> some) {
    return of(some.flatMap(rights -> rights.all.stream()));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }
}
