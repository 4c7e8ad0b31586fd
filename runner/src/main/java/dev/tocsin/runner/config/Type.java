package dev.tocsin.runner.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value may be.
 *
 * @param expected in words, for messages and for the reference
 * @param form for editors
 * @param reader gives the value, or reports a problem and gives nothing
 */
record Type<T>(String expected, Form form, Function<Item, Optional<T>> reader) {

  Type(String expected, Function<Item, Optional<T>> reader) {
    this(expected, Form.TEXT, reader);
  }

  Optional<T> read(Item item) {
    return reader.apply(item);
  }

  /** One text that can be read or not. */
  static <T> Type<T> scalar(String expected, Function<String, Optional<T>> parse) {
    return scalar(expected, Form.TEXT, parse);
  }

  /** The same, of a form that can be said. */
  static <T> Type<T> scalar(String expected, Form form, Function<String, Optional<T>> parse) {
    return new Type<>(expected, form, item -> {
      Optional<T> value = item.text().flatMap(parse);
      return value.isPresent() ? value : item.refuse(expected);
    });
  }

  /** A value whose reading needs more than itself; it is read later. */
  static Type<Item> later(String expected, Form form) {
    return new Type<>(expected, form, Optional::of);
  }

  /** Like this, and a check that may report more. */
  Type<T> and(Function<Item, Function<T, Optional<T>>> check) {
    return new Type<>(expected, form, item -> read(item).flatMap(check.apply(item)));
  }

  /** A list of these, at least one. */
  Type<List<T>> list() {
    String expectedList = "a list, each entry " + expected;
    return new Type<>(
        expectedList,
        form.list(),
        item -> item.isList() ? all(item, expectedList) : item.refuseUnseen(expectedList));
  }

  /** One of these, or a list of them. */
  Type<List<T>> oneOrMore() {
    String expectedList = expected + ", or a list of such";
    return new Type<>(
        expectedList,
        form.or(form.list()),
        item -> item.isList() ? all(item, expectedList) : read(item).map(List::of));
  }

  private Optional<List<T>> all(Item item, String expectedList) {
    List<Item> entries = item.entries();
    if (entries.isEmpty()) {
      item.problem(item.name() + " is an empty list, expected " + expectedList);
      return Optional.empty();
    }
    List<T> values = entries.stream().map(this::read).flatMap(Optional::stream).toList();
    return values.size() == entries.size() ? Optional.of(values) : Optional.empty();
  }
}
