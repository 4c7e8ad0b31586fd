package dev.tocsin.runner.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place where a configuration will be used that is read here, and what it takes from there. What
 * is there need not be here: no variable is looked up, and no secret is read.
 */
public final class Elsewhere {

  private final Path directory;
  private final SortedSet<String> variables = new TreeSet<>();
  private final SortedSet<Referred> files = new TreeSet<>(Comparator.comparing(Referred::there)
      .thenComparing(Referred::written)
      .thenComparing(Referred::content));
  private String text = "";

  /** What a file holds. */
  public enum Content {
    SECRET,
    AUTHORITIES,
    KUBECONFIG
  }

  /**
   * A file that the configuration names.
   *
   * @param written as it is named
   * @param there where it will be
   * @param here where it would be if the configuration was used where it is read
   */
  public record Referred(Content content, String written, Path there, Path here) {}

  /**
   * Nothing was read yet.
   *
   * @param directory the configuration's there, absolute: relative paths start at it
   */
  public Elsewhere(Path directory) {
    this.directory = directory;
  }

  /** The names of its variables. */
  public Set<String> variables() {
    return Set.copyOf(variables);
  }

  /** The files that it names, in order. */
  public List<Referred> files() {
    return List.copyOf(files);
  }

  /** The configuration as it is written; empty if it could not be read. */
  public String text() {
    return text;
  }

  /** Where a path leads there; nobody knows what is at home there. */
  Path resolve(String path) {
    return directory.resolve(path).normalize();
  }

  void needs(String variable) {
    variables.add(variable);
  }

  void needs(Referred file) {
    files.add(file);
  }

  void isWritten(String configuration) {
    text = configuration;
  }
}
