package dev.tocsin.k8s.look;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.look.Watched.Check;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one workload stands: what makes its pods, its pods, and the nodes that they are on. What
 * could not be read is empty here; {@link Situations#read} answers with a situation only if
 * everything was.
 */
public final class Situation {

  private static final Comparator<PodSeen> OLDEST_FIRST = Comparator.comparing(
          (PodSeen pod) -> pod.created().orElse(Instant.MAX))
      .thenComparing(PodSeen::name);

  private static final Comparator<PodSeen> HIGHEST_FIRST =
      Comparator.comparing(PodSeen::ordinal).reversed();

  private final Watched watched;
  private final Workload workload;
  private final Snapshot snapshot;
  private final Known known;
  private final Answer<List<Controller>> makers;
  private final Answer<PodGroup> pods;
  private final Whereabouts whereabouts;
  private final NodeFacts nodeFacts;

  Situation(Watched watched, Workload workload, Snapshot snapshot, Known known) {
    this.watched = watched;
    this.workload = workload;
    this.snapshot = snapshot;
    this.makers = readMakers();
    this.pods = readPods();
    this.known = known;
    this.whereabouts = new Whereabouts(this, known.place());
    this.nodeFacts = new NodeFacts(this);
  }

  private Answer<List<Controller>> readMakers() {
    Controllers controllers = namespace().controllers();
    return isNamed()
        ? controllers.named(workload).map(one -> one.stream().toList())
        : controllers.makers().map(all -> all.wanting(Selector.parse(workload.name())));
  }

  private Answer<PodGroup> readPods() {
    if (!isNamed()) {
      Selector selector = Selector.parse(workload.name());
      return namespace()
          .controllers()
          .makers()
          .then(
              all -> namespace().pods().map(seen -> group(seen.chosenBy(selector), all::isNewest)));
    }
    return makers.then(made -> made.isEmpty()
        ? new Answer.Ok<>(PodGroup.EMPTY)
        : namespace().pods().then(seen -> owned(made.get(0), seen)));
  }

  private Answer<PodGroup> owned(Controller maker, Pods seen) {
    if (workload.type() != Workload.Type.DEPLOYMENT) {
      return new Answer.Ok<>(group(seen.ownedBy(maker.meta().uid()), pod -> true));
    }
    return namespace().controllers().versions(maker).map(versions -> {
      String newest = versions.isEmpty() ? "" : versions.get(0).meta().uid();
      return group(
          versions.stream().flatMap(v -> seen.ownedBy(v.meta().uid()).stream()).toList(),
          pod -> pod.meta().controller().filter(o -> o.uid().equals(newest)).isPresent());
    });
  }

  private PodGroup group(List<PodSeen> seen, Predicate<PodSeen> newest) {
    return PodGroup.of(seen.stream().map(this::believed).toList(), newest);
  }

  /** Nobody takes back what a pod says when its node falls silent, or not at once. */
  private PodSeen believed(PodSeen pod) {
    boolean silent = pod.node()
        .filter(name -> nodes().value().isPresent())
        .filter(name -> node(name).map(NodeSeen::isSilent).orElse(true))
        .isPresent();
    return silent ? pod.lost() : pod;
  }

  /** The Deployment, StatefulSet or DaemonSet; none of pods by their labels, or if it is gone. */
  public Optional<HasMetadata> object() {
    return isNamed() ? made().map(Controller::object).findFirst() : Optional.empty();
  }

  /** What is written on its pod template. */
  public Map<String, String> templateAnnotations() {
    return object().isEmpty()
        ? Map.of()
        : made().findFirst().map(c -> c.template().meta().annotations()).orElse(Map.of());
  }

  /** The pods that are judged: of the newest version, neither leaving nor failed. */
  public List<PodSeen> pods() {
    return pods.value().map(PodGroup::current).orElse(List.of());
  }

  /**
   * Those of them that are not ready. Where somebody else says that it fails, and all say that they
   * are ready, any of them may be the trouble.
   */
  public List<PodSeen> bad() {
    List<PodSeen> broken = pods.value().map(PodGroup::broken).orElse(List.of());
    return broken.isEmpty() && !(check() instanceof Check.OfWorkload) ? pods() : broken;
  }

  /** Those of which preconditions speak: the bad ones, or all if there is none. */
  List<PodSeen> concerned() {
    List<PodSeen> bad = bad();
    return bad.isEmpty() ? pods() : bad;
  }

  /**
   * The pods that may be taken away, the first one first: bad, on a node that is good by the
   * preconditions that are asked for, and made by what makes a new one. Of a StatefulSet the one
   * with the highest number comes first, else the oldest.
   */
  public List<PodSeen> victims() {
    OwnerFacts owners = new OwnerFacts(this);
    return bad().stream()
        .filter(pod -> nodeFacts.isGood(pod) && owners.makesAnew(pod))
        .sorted(HIGHEST_FIRST.thenComparing(OLDEST_FIRST))
        .toList();
  }

  /** Whether an attempt left its key on the pod template, or on a version that is still known. */
  public boolean carries(String attempt) {
    return Stream.concat(made(), versions().value().stream().flatMap(List::stream))
        .anyMatch(one ->
            one.template().attemptOf(snapshot.owner()).filter(attempt::equals).isPresent());
  }

  /** When its youngest pod was made. */
  public Optional<Instant> youngest() {
    return pods.value().stream()
        .flatMap(PodGroup::all)
        .flatMap(pod -> pod.created().stream())
        .max(Instant::compareTo);
  }

  /** The name of the node where it runs, ran or would have to run, if that is known. */
  public Optional<String> place() {
    return whereabouts.place();
  }

  /** Whether it is an object of its own, and not pods by their labels. */
  boolean isNamed() {
    return workload.type() != Workload.Type.PODS;
  }

  Known known() {
    return known;
  }

  Check check() {
    return watched.check();
  }

  Asked asked() {
    return watched.asked();
  }

  boolean repairs(Repair by) {
    return watched.repairs().containsValue(by);
  }

  /** Whether one pod may be taken away to repair it. */
  boolean replacesOne() {
    return repairs(Repair.EVICT_POD) || repairs(Repair.DELETE_POD);
  }

  Workload workload() {
    return workload;
  }

  NamespaceSeen namespace() {
    return snapshot.namespace(workload.namespace());
  }

  Answer<Nodes> nodes() {
    return snapshot.nodes();
  }

  Optional<NodeSeen> node(String name) {
    return nodes().value().flatMap(all -> all.find(name));
  }

  /** Deployments and the like; none if there is none. */
  Answer<List<Controller>> makers() {
    return makers;
  }

  private Stream<Controller> made() {
    return makers.value().stream().flatMap(List::stream);
  }

  Answer<PodGroup> group() {
    return pods;
  }

  /** The ReplicaSets of its Deployments, of each the newest first. */
  Answer<List<ReplicaSetSeen>> versions() {
    Controllers controllers = namespace().controllers();
    Answer<List<ReplicaSetSeen>> all = new Answer.Ok<>(List.of());
    for (Controller maker : made().filter(DeploymentSeen.class::isInstance).toList()) {
      all = all.then(some -> controllers
          .versions(maker)
          .map(more -> Stream.concat(some.stream(), more.stream()).toList()));
    }
    return all;
  }

  /** What a restart may have left its mark on. */
  List<HasMetadata> marked() {
    Stream<HasMetadata> sets =
        versions().value().stream().flatMap(List::stream).map(ReplicaSetSeen::object);
    Stream<HasMetadata> all = pods.value().stream().flatMap(PodGroup::all).map(PodSeen::pod);
    return Stream.concat(sets, all).toList();
  }

  String owner() {
    return snapshot.owner();
  }

  Instant now() {
    return snapshot.now();
  }

  /** How long ago, for people: {@code 40s}. */
  String span(Instant then) {
    return Times.words(then, now());
  }

  boolean isYounger(Instant then, Duration than) {
    return Times.since(then, now()).compareTo(than) < 0;
  }

  Whereabouts whereabouts() {
    return whereabouts;
  }

  NodeFacts nodeFacts() {
    return nodeFacts;
  }

  @Override
  public String toString() {
    return workload.toString();
  }
}
