package dev.tocsin.runner;

import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Target;
import dev.tocsin.k8s.act.ClusterEffects;
import dev.tocsin.k8s.api.Connection;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.ClusterObserver;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.store.ConfigMapStore;
import dev.tocsin.k8s.store.StoryLedger;
import dev.tocsin.k8s.witness.Chronicle;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.Cluster;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.LedgerPlace.Story;
import dev.tocsin.runner.config.Configuration.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of which the ledger or some targets are in a cluster. Only this class knows how to ask one. */
final class ClusterKit implements Kit {

  private final LocalKit local;
  private final Configuration configuration;
  private final Identity identity;
  private final Kubernetes kubernetes;
  private final Chronicle chronicle;
  private final Map<String, Watched> watched;
  private Optional<ClusterEffects> effects = Optional.empty();

  ClusterKit(LocalKit local, Identity identity, Kubernetes kubernetes) {
    this.local = local;
    this.configuration = local.configuration();
    this.identity = identity;
    this.kubernetes = kubernetes;
    this.chronicle = new Chronicle(identity.owner(configuration));
    this.watched = configuration.watches().stream()
        .filter(watch -> watch.cluster().isPresent())
        .collect(Collectors.toMap(
            watch -> watch.target().name(), watch -> watch.cluster().orElseThrow()));
  }

  /** Connects to nothing before there is something to ask. */
  static ClusterKit around(LocalKit local) {
    Cluster cluster = local.configuration().cluster();
    return new ClusterKit(
        local,
        new Identity(local.around().environment(), Path.of("/")),
        Kubernetes.connect(new Connection(cluster.kubeconfig(), cluster.context())));
  }

  @Override
  public List<Part> parts() {
    return configuration.ledger() instanceof InConfigMap place ? parts(place) : local.parts();
  }

  private List<Part> parts(InConfigMap place) {
    List<Target> targets = configuration.watches().stream().map(Watch::target).toList();
    Partition partition = new Partition(targets, place.parts());
    List<Part> parts = new ArrayList<>();
    for (List<Target> some : partition.parts()) {
      int index = parts.size();
      Optional<Story> before =
          place.before().filter(story -> partition.partOf(story.target()) == index);
      parts.add(new Part(store(place, index, before), new Planner(some, configuration.interval())));
    }
    return parts;
  }

  private IncidentStore store(InConfigMap place, int index, Optional<Story> before) {
    return new ConfigMapStore(
        kubernetes,
        configMap(place.namespace(), place.part(index)),
        identity.writer(),
        before.map(
            story -> new StoryLedger(configMap(story.namespace(), story.name()), story.target())));
  }

  private static Ref<ConfigMap> configMap(String namespace, String name) {
    return new Ref<>(Kind.CONFIG_MAPS, namespace, name);
  }

  @Override
  public Observer observer() {
    return local.isolated(
        watched.isEmpty()
            ? local.probes()
            : new ClusterObserver(
                kubernetes,
                chronicle,
                watched,
                configuration.cluster().drainGrace(),
                local.probes()));
  }

  @Override
  public Effects effects(PrintStream told) {
    Effects beside = local.effects(told);
    if (watched.isEmpty()) {
      return beside;
    }
    ClusterEffects made = new ClusterEffects(kubernetes, chronicle, watched, beside);
    effects = Optional.of(made);
    return made;
  }

  /**
   * {@inheritDoc} From then on it goes as this machine's does: a clock that is set in the middle of
   * a round would end it. A ledger in a file is this machine's, and so is its time.
   */
  @Override
  public Time time() {
    if (!(configuration.ledger() instanceof InConfigMap)) {
      return local.time();
    }
    Duration ahead = Duration.between(Time.system().now(), kubernetes.time().now());
    return new Ahead(local.time(), ahead.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public List<String> publish(RoundReport report, Deadline deadline) {
    return effects.map(cluster -> cluster.publish(report, deadline)).orElse(List.of());
  }

  @Override
  public Examination examine(Deadline deadline) {
    Deadline half = deadline.within(deadline.remaining().dividedBy(2));
    return new ClusterCheckup(configuration, kubernetes, chronicle.owner(), half)
        .examination()
        .with(local.examine(deadline).checks());
  }

  @Override
  public void close() {
    kubernetes.close();
  }
}
