package dev.tocsin.incident;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One thing watched.
 *
 * @param name a DNS label (RFC 1123): lower-case letters, digits and hyphens, at most 63
 * @param policy its knobs
 * @param after names of targets that must be HEALTHY and Passing before this one is acted on
 */
public record Target(String name, Policy policy, Set<String> after) {

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public Target {
    requireName(name);
    Objects.requireNonNull(policy);
    after = Collections.unmodifiableSet(new TreeSet<>(after));
  }

  /** A target that depends on no other. */
  public static Target of(String name, Policy policy) {
    return new Target(name, policy, Set.of());
  }

  /** Whether a text can name a target. */
  public static boolean isName(String text) {
    return DNS_LABEL.matcher(text).matches();
  }

  static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a target's name is a DNS label, not '" + name + "'");
    }
  }
}
