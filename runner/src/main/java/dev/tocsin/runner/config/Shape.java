package dev.tocsin.runner.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mapping of the configuration.
 *
 * @param title for the reference
 * @param own its keys
 * @param included shapes whose keys may stand here too
 * @param keys all of them
 * @param names those of all keys
 * @param one of these exactly one stands in it, if there are any
 */
record Shape(
    String title,
    List<Key<?>> own,
    List<Shape> included,
    List<Key<?>> keys,
    List<String> names,
    List<? extends Key<?>> one) {

  static Shape of(String title, Key<?>... keys) {
    return of(title, List.of(keys), List.of());
  }

  Shape and(Shape other) {
    return of(title, own, List.of(other));
  }

  /** The same, in which exactly one of these keys stands. */
  Shape one(List<? extends Key<?>> keys) {
    return new Shape(title, own, included, this.keys, names, List.copyOf(keys));
  }

  private static Shape of(String title, List<Key<?>> own, List<Shape> included) {
    List<Key<?>> keys = Stream.concat(
            own.stream(), included.stream().flatMap(shape -> shape.keys().stream()))
        .toList();
    return new Shape(
        title, own, included, keys, keys.stream().<String>map(Key::name).toList(), List.of());
  }
}
