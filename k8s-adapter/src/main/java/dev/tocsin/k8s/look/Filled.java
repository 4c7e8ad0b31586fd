package dev.tocsin.k8s.look;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object leaves out is empty here, and zero, and false: never null. */
final class Filled {

  private Filled() {}

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static Optional<String> word(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }

  static int number(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  static long number(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  static boolean yes(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  static Map<String, String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
