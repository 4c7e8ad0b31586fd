package dev.tocsin.runner.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types of the names that things have in a cluster. */
final class ClusterNames {

  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
  /** A DNS label. */
  static final Pattern NAMESPACE = Pattern.compile(LABEL);

  private static final Pattern SERVICE =
      Pattern.compile("(" + LABEL + ")/(" + LABEL + "):([1-9]\\d{0,4})");

  private ClusterNames() {}

  /** Where a Service answers within its cluster. */
  record Service(String namespace, String name, int port) {

    /** Its name in the cluster's DNS. */
    String host() {
      return name + "." + namespace + ".svc";
    }
  }

  static Type<String> namespace() {
    return Scalars.pattern(
        "a namespace: lower-case letters, digits and hyphens, at most 63", NAMESPACE);
  }

  static Type<String> name(int most) {
    return Scalars.pattern(
        "a name: lower-case letters, digits, hyphens and dots, at most " + most,
        Pattern.compile(
            "(?!.*(?:\\.[.-]|-\\.))[a-z0-9](?:[-.a-z0-9]{0," + (most - 2) + "}[a-z0-9])?"));
  }

  static Type<Service> service() {
    return Type.scalar(
        "NAMESPACE/NAME:PORT, with a port from 1 to 65535", Form.word(SERVICE), text -> {
          Matcher parts = SERVICE.matcher(text);
          return parts.matches() && Integer.parseInt(parts.group(3)) <= 65535
              ? Optional.of(
                  new Service(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3))))
              : Optional.empty();
        });
  }
}
