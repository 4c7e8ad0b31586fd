package dev.tocsin.runner;

import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Ref;
import dev.tocsin.k8s.look.Watched;
import dev.tocsin.k8s.rights.Rights;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.config.Configuration.Watch;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a configuration must be allowed to do in its cluster. */
final class ClusterRights {

  private ClusterRights() {}

  static Rights of(Configuration configuration) {
    Rights ledger = configuration.ledger() instanceof InConfigMap place ? of(place) : Rights.NONE;
    Stream<Rights> targets = configuration.watches().stream()
        .flatMap(watch -> watch.cluster().map(watched -> of(watch, watched)).stream());
    return ledger.and(Rights.all(targets));
  }

  private static Rights of(InConfigMap place) {
    List<Ref<ConfigMap>> parts = IntStream.range(0, place.parts())
        .mapToObj(part -> configMap(place.namespace(), place.part(part)))
        .toList();
    return place
        .before()
        .map(story -> Rights.toTakeOver(configMap(story.namespace(), story.name())))
        .orElse(Rights.NONE)
        .and(Rights.toRemember(parts));
  }

  private static Ref<ConfigMap> configMap(String namespace, String name) {
    return new Ref<>(Kind.CONFIG_MAPS, namespace, name);
  }

  private static Rights of(Watch watch, Watched watched) {
    Rights watching = Rights.toWatch(watched);
    return watch.target().policy().remediation().isPresent()
        ? watching.and(Rights.toRepair(watched))
        : watching;
  }
}
