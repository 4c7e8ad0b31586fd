package dev.tocsin.email;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How notices are put into words.
 *
 * @param hints commands, by target, that show more of it where it runs: what a reader could type
 * @param directory of templates that replace the built-in ones: {@code notice.txt},
 *     {@code notice.html}, either or both; absent: none
 */
public record Wording(Map<String, List<String>> hints, Optional<Path> directory) {

  /** No hints, and the built-in templates. */
  public static final Wording BUILT_IN = new Wording(Map.of(), Optional.empty());

  public Wording {
    hints = Map.copyOf(hints);
  }

  /** The same with hints. */
  public Wording with(Map<String, List<String>> others) {
    return new Wording(others, directory);
  }

  List<String> hints(String target) {
    return hints.getOrDefault(target, List.of());
  }

  Templates templates() {
    return Templates.of(directory);
  }

  /**
   * What is wrong with the templates, one line each with the file and, where it is known, the line.
   */
  public List<String> problems() {
    return Templates.problems(directory);
  }
}
