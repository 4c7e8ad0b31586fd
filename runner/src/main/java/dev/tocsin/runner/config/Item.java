package dev.tocsin.runner.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file.
 *
 * @param name what it is called in messages: its key
 * @param node where it stands
 */
record Item(String name, Node node, Source source) {

  private static final int SHOWN = 40;

  void problem(String message) {
    source.problem(node.getStartMark(), message);
  }

  /** Says what it is and what was expected, with the text itself: not for what may be secret. */
  <T> Optional<T> refuse(String expected) {
    problem(
        name + " is " + text().map(Item::quoted).orElseGet(this::kind) + ", expected " + expected);
    return Optional.empty();
  }

  /** Says of which kind it is and what was expected. */
  <T> Optional<T> refuseUnseen(String expected) {
    problem(name + " is " + kind() + ", expected " + expected);
    return Optional.empty();
  }

  /** The text of a scalar that is not empty. */
  Optional<String> text() {
    return node instanceof ScalarNode scalar && !isEmpty()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  boolean isPlain() {
    return node instanceof ScalarNode scalar && scalar.isPlain();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The entries of a list; none if it is no list. */
  List<Item> entries() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream()
            .map(entry -> named("an entry of " + name, entry))
            .toList()
        : List.of();
  }

  Item named(String name, Node node) {
    return new Item(name, node, source);
  }

  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  static String quoted(String text) {
    return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…") + "'";
  }

  private String kind() {
    if (isList()) {
      return "a list";
    }
    if (isMapping()) {
      return "a mapping";
    }
    return isEmpty() ? "empty" : "text";
  }

  private boolean isEmpty() {
    return node.getTag().equals(Tag.NULL)
        || node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }
}
