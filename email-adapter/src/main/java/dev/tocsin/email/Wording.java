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
 * @param configuration the file that the reader's {@code tocsin} commands need; absent: not known
 * @param mark stands before each headline, for what is no notice but looks like one; may be empty
 */
public record Wording(
    Map<String, List<String>> hints,
    Optional<Path> directory,
    Optional<Path> configuration,
    String mark) {

  /** No hints, and the built-in templates. */
  public static final Wording BUILT_IN = new Wording(Map.of(), Optional.empty());

  public Wording {
    hints = Map.copyOf(hints);
  }

  /** Neither a file nor a mark. */
  public Wording(Map<String, List<String>> hints, Optional<Path> directory) {
    this(hints, directory, Optional.empty(), "");
  }

  /** The same with hints. */
  public Wording with(Map<String, List<String>> others) {
    return new Wording(others, directory, configuration, mark);
  }

  /** The same with a configuration. */
  public Wording with(Path file) {
    return new Wording(hints, directory, Optional.of(file), mark);
  }

  Wording marked(String other) {
    return new Wording(hints, directory, configuration, other);
  }

  List<String> hints(String target) {
    return hints.getOrDefault(target, List.of());
  }

  /** A command of ours as it is to be typed. */
  String command(String words) {
    return "tocsin " + words + configuration.map(file -> " -c " + quoted(file)).orElse("");
  }

  private static String quoted(Path file) {
    String path = file.toString();
    return path.matches("[\\w@%+=:,./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
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
