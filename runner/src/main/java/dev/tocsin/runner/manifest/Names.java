package dev.tocsin.runner.manifest;

import dev.tocsin.k8s.api.Marks;
import dev.tocsin.runner.config.Configuration.LedgerPlace.InConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How the objects are named.
 *
 * @param namespace where they are, if they are in one: the ledger's
 * @param name of the CronJob, its pods' service account and, unless said otherwise, the Secret
 * @param secret of the Secret
 */
record Names(String namespace, String name, String secret) {

  /** A CronJob makes names of Jobs and pods of its own. */
  private static final int LONGEST = 52;

  private static final Pattern NAME =
      Pattern.compile("(?!.*(?:\\.[.-]|-\\.))[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?");

  static Names of(InConfigMap ledger, Settings settings) {
    String name = settings.name().orElse(ledger.name());
    return new Names(ledger.namespace(), name, settings.secret().orElse(name));
  }

  /** The ConfigMap of the configuration. */
  String config() {
    return name + "-config";
  }

  /** Of Roles and their bindings: no other installation's are named so, in any namespace. */
  String role() {
    return namespace + ":" + name;
  }

  /** Of an object in the namespace. */
  ObjectMeta meta(String of) {
    return new ObjectMetaBuilder()
        .withNamespace(namespace)
        .withName(of)
        .withLabels(Marks.labels())
        .build();
  }

  /** What is wrong with them, one line each. */
  List<String> refusals(InConfigMap ledger) {
    List<String> refusals = new ArrayList<>();
    if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      refusals.add("a CronJob cannot be named '" + name + "', expected --name with at most "
          + LONGEST + " lower-case letters, digits, hyphens and dots");
    }
    if (!secret.equals(name) && !NAME.matcher(secret).matches()) {
      refusals.add("a Secret cannot be named '" + secret
          + "', expected --secret with lower-case letters, digits, hyphens and dots");
    }
    if (IntStream.range(0, ledger.parts()).mapToObj(ledger::part).anyMatch(config()::equals)) {
      refusals.add("the ConfigMap " + config() + " would be the ledger and the configuration,"
          + " expected another --name");
    }
    return refusals;
  }
}
