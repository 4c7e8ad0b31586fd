package dev.tocsin.k8s.look;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What runs a target.
 *
 * @param type what it is
 * @param namespace where it is
 * @param name its name; of {@link Type#PODS} a label selector, for example {@code app=frigate}
 */
public record Workload(Type type, String namespace, String name) {

  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
  private static final String NAME = "[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?";
  private static final String TERM = "[A-Za-z0-9./_-]{1,317}={1,2}[A-Za-z0-9._-]{0,63}";
  private static final Pattern NAMED =
      Pattern.compile("(deployment|statefulset|daemonset)/(" + LABEL + ")/(" + NAME + ")");
  private static final Pattern SELECTED =
      Pattern.compile("pods/(" + LABEL + ")/(" + TERM + "(?:," + TERM + ")*)");

  /** What runs pods. */
  public enum Type {
    DEPLOYMENT,
    STATEFULSET,
    DAEMONSET,
    /** Pods by their labels, whoever made them. */
    PODS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads {@code deployment/NAMESPACE/NAME}, {@code statefulset/…}, {@code daemonset/…} or
   * {@code pods/NAMESPACE/LABEL=VALUE,…}; empty if it is none of these.
   */
  public static Optional<Workload> parse(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.matches()) {
      Type type = Type.valueOf(named.group(1).toUpperCase(Locale.ROOT));
      return Optional.of(new Workload(type, named.group(2), named.group(3)));
    }
    Matcher selected = SELECTED.matcher(text);
    return selected.matches()
        ? Optional.of(new Workload(Type.PODS, selected.group(1), selected.group(2)))
        : Optional.empty();
  }

  /** For people: {@code deployment cams/frigate}, {@code pods cams/app=frigate}. */
  @Override
  public String toString() {
    return type.word() + " " + namespace + "/" + name;
  }
}
