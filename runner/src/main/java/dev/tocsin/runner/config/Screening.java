package dev.tocsin.runner.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Looks at the events of a YAML text, before a tree is made of it, for what we do not take: aliases
 * that multiply, nesting without end, tags, several documents. Its messages show no text of the
 * file: an unquoted password may begin with an asterisk or an exclamation mark.
 */
final class Screening {

  private static final int DEPTH = 32;
  private static final long NODES = 200_000;

  /** How many nodes each anchor stands for; an anchor without number is still open. */
  private final Map<Anchor, Optional<Long>> anchors = new HashMap<>();

  private final Deque<Open> open = new ArrayDeque<>();
  private long nodes;
  private int documents;

  private record Open(Optional<Anchor> anchor, long nodesBefore) {}

  /** Why this event is refused. */
  Optional<String> refusal(Event event) {
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      return Optional.of("a second document, expected one document in the file");
    }
    Optional<String> refusal = Optional.empty();
    if (event instanceof AliasEvent alias) {
      refusal = expand(alias.getAlias());
    } else if (event instanceof ScalarEvent scalar) {
      refusal = tagged(scalar.getTag());
      nodes++;
      scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, Optional.of(1L)));
    } else if (event instanceof CollectionStartEvent start) {
      refusal = tagged(start.getTag()).or(() -> open(start));
    } else if (event instanceof CollectionEndEvent) {
      close();
    }
    return refusal.or(this::tooMany);
  }

  private Optional<String> open(CollectionStartEvent start) {
    open.push(new Open(start.getAnchor(), nodes));
    nodes++;
    start.getAnchor().ifPresent(anchor -> anchors.put(anchor, Optional.empty()));
    return open.size() > DEPTH
        ? Optional.of("nested too deeply, expected at most " + DEPTH + " levels")
        : Optional.empty();
  }

  private void close() {
    Open closed = open.pop();
    long size = nodes - closed.nodesBefore();
    closed.anchor().ifPresent(anchor -> anchors.put(anchor, Optional.of(size)));
  }

  private Optional<String> expand(Anchor anchor) {
    if (!anchors.containsKey(anchor)) {
      return Optional.of("an alias ('*') without its anchor; quote a text that begins so");
    }
    Optional<Long> size = anchors.get(anchor);
    nodes += size.orElse(0L);
    return size.isPresent()
        ? Optional.empty()
        : Optional.of("an alias ('*') within its own anchor");
  }

  private Optional<String> tooMany() {
    return nodes > NODES
        ? Optional.of("with all aliases written out this is more than " + NODES + " values")
        : Optional.empty();
  }

  private static Optional<String> tagged(Optional<String> tag) {
    return tag.map(given -> "a tag ('!'), expected none; quote a text that begins so");
  }
}
