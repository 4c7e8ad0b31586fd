package dev.tocsin.runner;

import dev.tocsin.k8s.api.Answer;
import dev.tocsin.k8s.api.Kind;
import dev.tocsin.k8s.api.Kubernetes;
import dev.tocsin.k8s.api.Marks;
import dev.tocsin.k8s.rights.Grant;
import dev.tocsin.k8s.rights.Permissions;
import dev.tocsin.k8s.rights.Rights;
import dev.tocsin.round.Deadline;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import dev.tocsin.runner.manifest.Yaml;
import dev.tocsin.runner.report.DoctorView.Check;
import dev.tocsin.runner.report.DoctorView.Subject;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what a round needs of its cluster. Changes nothing in it.
 *
 * @param owner which installation we are
 */
record ClusterCheckup(
    Configuration configuration, Kubernetes kubernetes, String owner, Deadline deadline) {

  private static final int EXISTS = 409;

  /** What there is to say; if the cluster does not answer, that and nothing else. */
  Examination examination() {
    Answer<VersionInfo> version = kubernetes.get("/version", VersionInfo.class, deadline);
    if (version.value().isEmpty()) {
      String advice = "mend 'cluster' or the network; nothing else was asked of it";
      return Examination.of(List.of(Check.wrong(Subject.CLUSTER, version.words(), advice)));
    }
    Optional<String> who = Permissions.whoWeAre(kubernetes, deadline);
    List<Check> checks = new ArrayList<>();
    checks.add(Check.ok(Subject.CLUSTER, words(version.value().get(), who)));
    Rights needed = ClusterRights.of(configuration);
    WatchedObjects watched = WatchedObjects.looked(configuration, kubernetes, deadline);
    Permissions permissions = Permissions.of(kubernetes, needed, deadline);
    Rights missing = permissions.missing().without(watched.missing());
    checks.addAll(rights(needed, missing, permissions.unknown()));
    ledger().ifPresent(checks::add);
    checks.addAll(watched.checks());
    return new Examination(
        checks, missing.all().stream().map(Object::toString).toList(), apply(missing, who));
  }

  private String words(VersionInfo version, Optional<String> who) {
    return "Kubernetes " + version.getGitVersion() + " at " + kubernetes.server() + ", "
        + who.map(name -> "as " + name).orElse("which does not say who we are")
        + "; what we do there is signed " + owner;
  }

  private static List<Check> rights(Rights needed, Rights missing, Collection<String> unknown) {
    List<Check> checks = new ArrayList<>();
    missing
        .all()
        .forEach(right -> checks.add(
            Check.wrong(Subject.RIGHTS, "we may not " + right, "apply what stands below")));
    unknown.forEach(
        why -> checks.add(Check.wrong(Subject.RIGHTS, "not known: " + why, "look again")));
    return checks.isEmpty()
        ? List.of(Check.ok(Subject.RIGHTS, "all " + needed.all().size() + " that are needed"))
        : checks;
  }

  /** Whether the ledger could be made, if it is not there: a namespace that is missing says so. */
  private Optional<Check> ledger() {
    if (!(configuration.ledger() instanceof InConfigMap place)) {
      return Optional.empty();
    }
    ConfigMap first = new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(place.namespace())
        .withName(place.name())
        .endMetadata()
        .build();
    Answer<ConfigMap> answer =
        kubernetes.rehearseCreate(Kind.CONFIG_MAPS, place.namespace(), first, deadline);
    boolean there = answer instanceof Answer.Refused<ConfigMap> no && no.status() == EXISTS;
    return there || answer.value().isPresent()
        ? Optional.empty()
        : Optional.of(Check.wrong(Subject.LEDGER, why(place, answer), "no round could begin it"));
  }

  private static String why(InConfigMap place, Answer<ConfigMap> answer) {
    if (answer instanceof Answer.Absent) {
      return "there is no namespace " + place.namespace();
    }
    return answer instanceof Answer.Refused<ConfigMap> no
        ? answer.words() + ": " + no.message()
        : answer.words();
  }

  private Optional<String> apply(Rights missing, Optional<String> who) {
    String us = configuration.ledger() instanceof InConfigMap place
        ? place.namespace() + ":" + place.name()
        : "tocsin";
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Yaml.of(new Grant(us + ":missing", Marks.labels(), who.map(Grant::holder))
            .of(missing).stream()));
  }
}
