package dev.tocsin.incident;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing watched.
 *
 * @param name a DNS label (RFC 1123): lower-case letters, digits and hyphens, at most 63
 * @param policy its knobs
 * @param after names of targets that must be HEALTHY and Passing before this one is acted on
 */
public record Target(String name, Policy policy, Set<String> after) {

  private static final int LONGEST_NAME = 63;

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
    int length = text.length();
    if (length == 0 || length > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      boolean inside = i > 0 && i < length - 1;
      if (!isLetterOrDigit(text.charAt(i)) && !(inside && text.charAt(i) == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a target's name is a DNS label, not '" + name + "'");
    }
  }
}
