package dev.tocsin.runner.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A key of the configuration.
 *
 * @param unless what holds where it is left out, in words
 * @param fallback the value where it is left out
 * @param meaning for the reference
 */
record Key<T>(String name, Type<T> type, String unless, Optional<T> fallback, String meaning) {

  private static final String REQUIRED = "required";

  static <T> Key<T> required(String name, Type<T> type, String meaning) {
    return new Key<>(name, type, REQUIRED, Optional.empty(), meaning);
  }

  static <T> Key<T> optional(String name, Type<T> type, String unless, String meaning) {
    return new Key<>(name, type, unless, Optional.empty(), meaning);
  }

  /** The fallback is written, and read, as a user would write it: so the reference cannot lie. */
  static <T> Key<T> or(String name, Type<T> type, String fallback, String meaning) {
    ScalarNode node = new ScalarNode(Tag.STR, fallback, ScalarStyle.PLAIN);
    Optional<T> value = type.read(new Item(name, node, Source.none()));
    return new Key<>(name, type, "`" + fallback + "`", Optional.of(value.orElseThrow()), meaning);
  }

  boolean isRequired() {
    return unless.equals(REQUIRED);
  }
}
