package dev.tocsin.runner.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${NAME}} from the environment; {@code $${} stands for itself. Only where a secret may
 * stand: nothing of a program's arguments is touched, since a shell may want it.
 */
final class Variables {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$\\{");

  /** One reference and nothing else. */
  static final Pattern ALONE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

  private Variables() {}

  /** Whether a text is one reference and nothing else. */
  static boolean isReference(String text) {
    return ALONE.matcher(text).matches();
  }

  static boolean hasReference(String text) {
    return REFERENCE.matcher(text).results().anyMatch(found -> found.group(1) != null);
  }

  /** Whether nobody knows here what a text will be. */
  static boolean isOpen(Item item) {
    return item.source().elsewhere().isPresent()
        && item.text().filter(Variables::hasReference).isPresent();
  }

  /** The text with its variables; every one that is not set is a problem. */
  static Optional<String> expand(Item item, String expected) {
    Optional<String> text = item.text();
    if (text.isEmpty()) {
      return item.refuseUnseen(expected);
    }
    boolean whole = true;
    StringBuilder expanded = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(text.get());
    while (matcher.find()) {
      Optional<String> value = value(matcher, item);
      whole &= value.isPresent();
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value.orElse("")));
    }
    matcher.appendTail(expanded);
    return whole ? Optional.of(expanded.toString()) : Optional.empty();
  }

  private static Optional<String> value(Matcher matcher, Item item) {
    if (matcher.group().equals("$${")) {
      return Optional.of("${");
    }
    Optional<String> name = Optional.ofNullable(matcher.group(1));
    if (name.isEmpty()) {
      item.problem(
          item.name() + " has '${' without a name and '}', expected ${NAME}; '$${' is '${'");
      return Optional.empty();
    }
    Optional<Elsewhere> elsewhere = item.source().elsewhere();
    if (elsewhere.isPresent()) {
      elsewhere.get().needs(name.get());
      return name;
    }
    Optional<String> value = item.source().variable(name.get());
    if (value.isEmpty() && item.source().secrets() == Secrets.NONE) {
      return name;
    }
    if (value.isEmpty()) {
      item.problem(item.name() + " needs ${" + name.get()
          + "}, which is not set or empty, expected it in the environment");
    }
    return value;
  }
}
