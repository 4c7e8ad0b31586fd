package dev.tocsin.runner;

import dev.tocsin.email.MailSettings;
import dev.tocsin.k8s.look.Fact;
import dev.tocsin.runner.config.Configuration;
import dev.tocsin.runner.report.Recipients;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The real parts. */
final class Wiring implements Workshop {

  private static final List<String> NO_MAIL = List.of("stdout");

  /** The targets' names, in order. */
  static List<String> names(Configuration configuration) {
    return configuration.watches().stream().map(w -> w.target().name()).sorted().toList();
  }

  /** Who is told of what, by name. */
  static Recipients recipients(Configuration configuration) {
    return (kind, target, begun) -> configuration
        .mail()
        .map(mail -> mail.to().stream()
            .filter(recipient -> recipient.route().takes(kind, target, begun))
            .map(MailSettings.Recipient::name)
            .toList())
        .orElse(NO_MAIL);
  }

  /** The preconditions that every workload has, where there may be one. */
  static Set<String> usual(Configuration configuration) {
    return configuration.needsCluster()
        ? Arrays.stream(Fact.values()).map(Fact::word).collect(Collectors.toSet())
        : Set.of();
  }

  /** {@inheritDoc} What needs no cluster loads nothing of the adapter. */
  @Override
  public Kit kit(Configuration configuration, Surroundings around) {
    LocalKit local = new LocalKit(configuration, around);
    return configuration.needsCluster() ? ClusterKit.around(local) : local;
  }
}
