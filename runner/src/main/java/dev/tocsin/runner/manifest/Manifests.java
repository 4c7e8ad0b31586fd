package dev.tocsin.runner.manifest;

import dev.tocsin.k8s.api.Marks;
import dev.tocsin.k8s.rights.Grant;
import dev.tocsin.k8s.rights.Rights;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Elsewhere;
import dev.tocsin.runner.config.Spans;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a configuration needs in a cluster, but for its Secret, and never its ledger. */
public final class Manifests {

  /** Where a pod has its configuration. */
  public static final Path DIRECTORY = Layout.DIRECTORY;

  private final Configuration configuration;
  private final Elsewhere pod;
  private final Settings settings;
  private final Layout layout;

  private Manifests(Configuration configuration, Elsewhere pod, Settings settings) {
    this.configuration = configuration;
    this.pod = pod;
    this.settings = settings;
    this.layout = Layout.of(pod, settings);
  }

  /** The manifests, or why there are none. */
  public sealed interface Made {

    /** YAML documents. */
    record Yaml(String text) implements Made {}

    /** What cannot be in a pod, one line each, at least one. */
    record Refused(List<String> reasons) implements Made {}
  }

  /**
   * Makes them.
   *
   * @param configuration read for {@link #DIRECTORY}
   * @param pod what it takes from there
   * @param rights what it must be allowed to do
   */
  public static Made of(
      Configuration configuration, Elsewhere pod, Rights rights, Settings settings) {
    Manifests manifests = new Manifests(configuration, pod, settings);
    Optional<InConfigMap> ledger = Optional.of(configuration.ledger())
        .filter(InConfigMap.class::isInstance)
        .map(InConfigMap.class::cast);
    List<String> reasons = manifests.refusals(ledger);
    return reasons.isEmpty()
        ? new Made.Yaml(manifests.yaml(Names.of(ledger.orElseThrow(), settings), rights))
        : new Made.Refused(reasons);
  }

  private List<String> refusals(Optional<InConfigMap> ledger) {
    List<String> reasons = new ArrayList<>();
    ledger.ifPresentOrElse(
        place -> {
          reasons.addAll(Names.of(place, settings).refusals(place));
          reasons.addAll(shards(place));
        },
        () -> reasons.add("the ledger is a file, and every round is a new pod without its files,"
            + " expected ledger: {configMap: {namespace: monitoring, name: tocsin}}"));
    Duration interval = configuration.interval();
    if (Schedule.of(interval).isEmpty()) {
      reasons.add("cron cannot say an interval of " + Spans.show(interval) + ", expected "
          + Spans.show(Schedule.nearest(interval)) + ", which is the nearest that it can");
    }
    reasons.addAll(new Premises(configuration, layout).refusals());
    reasons.addAll(layout.refusals(pod));
    return reasons;
  }

  /** A shard is made of parts of the ledger. */
  private List<String> shards(InConfigMap place) {
    int shards = settings.shards();
    if (shards < 1) {
      return List.of(
          "a round cannot be shared by " + shards + " pods, expected --shards 1 or more");
    }
    return shards <= place.parts()
        ? List.of()
        : List.of("the ledger's parts are " + place.parts() + " and the shards " + shards
            + ", and each takes a part at least, expected ledger: {configMap: {parts: " + shards
            + "}} or more, or fewer --shards");
  }

  private String yaml(Names names, Rights rights) {
    List<HasMetadata> granted = new Grant(
            names.role(),
            Marks.labels(),
            Optional.of(Grant.account(names.namespace(), names.name())))
        .of(rights);
    return settings.only().isPresent()
        ? Yaml.of(List.of("Made by `tocsin manifests --only rights`."), granted.stream())
        : yaml(names, granted);
  }

  private String yaml(Names names, List<HasMetadata> granted) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(new ServiceAccountBuilder()
        .withMetadata(names.meta(names.name()))
        .withAutomountServiceAccountToken(false)
        .build());
    objects.addAll(granted);
    objects.add(new ConfigMapBuilder()
        .withMetadata(names.meta(names.config()))
        .withData(layout.data())
        .build());
    objects.add(new RoundJob(names, layout, settings, configuration.interval()).cronJob());
    Preface preface = new Preface(configuration, names, layout, settings, beats());
    return settings.namespace() == Settings.NamespaceIs.OURS
        ? Yaml.of(preface.lines(), Stream.concat(Stream.of(namespace(names)), objects.stream()))
        : Yaml.of(preface.lines(), objects.stream());
  }

  private Preface.Beats beats() {
    boolean together = settings.isSharded()
        && configuration.heartbeat().isPresent()
        && !pod.variables().contains(Layout.INDEX);
    return together ? Preface.Beats.TOGETHER : Preface.Beats.APART;
  }

  private static Namespace namespace(Names names) {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(names.namespace())
        .withLabels(Marks.labels())
        .addToLabels("pod-security.kubernetes.io/audit", "restricted")
        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
        .addToLabels("pod-security.kubernetes.io/warn", "restricted")
        .endMetadata()
        .build();
  }
}
