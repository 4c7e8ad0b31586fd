package dev.tocsin.runner.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mapping of the configuration.
 *
 * @param title for the reference
 * @param own its keys
 * @param included shapes whose keys may stand here too
 */
record Shape(String title, List<Key<?>> own, List<Shape> included) {

  static Shape of(String title, Key<?>... keys) {
    return new Shape(title, List.of(keys), List.of());
  }

  Shape and(Shape other) {
    return new Shape(title, own, List.of(other));
  }

  List<Key<?>> keys() {
    return Stream.concat(own.stream(), included.stream().flatMap(shape -> shape.keys().stream()))
        .toList();
  }

  List<String> names() {
    return keys().stream().<String>map(Key::name).toList();
  }
}
