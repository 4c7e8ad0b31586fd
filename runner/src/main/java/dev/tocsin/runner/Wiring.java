package dev.tocsin.runner;

import dev.tocsin.email.MailSettings;
import dev.tocsin.runner.config.Configuration;
import java.util.List;

/** The real parts. */
final class Wiring implements Workshop {

  private static final List<String> NO_MAIL = List.of("stdout");

  /** The targets' names, in order. */
  static List<String> names(Configuration configuration) {
    return configuration.watches().stream().map(w -> w.target().name()).sorted().toList();
  }

  /** Who is told, by name. */
  static List<String> recipients(Configuration configuration) {
    return configuration
        .mail()
        .map(m -> m.to().stream().map(MailSettings.Recipient::name).toList())
        .orElse(NO_MAIL);
  }

  /** {@inheritDoc} What needs no cluster loads nothing of the adapter. */
  @Override
  public Kit kit(Configuration configuration, Surroundings around) {
    LocalKit local = new LocalKit(configuration, around);
    return configuration.needsCluster() ? ClusterKit.around(local) : local;
  }
}
