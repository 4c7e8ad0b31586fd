package dev.tocsin.runner.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping that is read by its shape. Everything wrong with its own values is reported when it is
 * made; asking for a value reports nothing new.
 */
final class Fields {

  private final Item item;
  private final Shape shape;
  private final Optional<Fields> below;
  private final Map<String, Item> given = new LinkedHashMap<>();

  /** Keys that are not missing: another word stands for them. */
  private final Set<String> meant = new TreeSet<>();

  private boolean sound = true;
  private boolean strange;

  private Fields(Item item, Shape shape, Optional<Fields> below) {
    this.item = item;
    this.shape = shape;
    this.below = below;
  }

  /** Reads a mapping; if it is something else, that is the one problem with it. */
  static Fields of(Item item, Shape shape) {
    return read(item, shape, Optional.empty());
  }

  /** Reads a mapping over another one, whose values stand where this one has none. */
  static Fields over(Fields below, Item item, Shape shape) {
    return read(item, shape, Optional.of(below));
  }

  /** A mapping in which nothing is given, where a short form stands. */
  static Fields bare(Item item, Shape shape, Optional<Fields> below) {
    return new Fields(item, shape, below);
  }

  private static Fields read(Item item, Shape shape, Optional<Fields> below) {
    Fields fields = new Fields(item, shape, below);
    if (item.node() instanceof MappingNode mapping) {
      mapping.getValue().forEach(fields::take);
      shape.keys().forEach(fields::check);
    } else {
      item.refuseUnseen("a mapping with " + String.join(", ", shape.names()));
      fields.sound = false;
      fields.strange = true;
      fields.meant.addAll(shape.names());
    }
    return fields;
  }

  /** A mapping within this one, over the same one of the defaults. */
  Fields within(Key<Item> key, Shape inner) {
    Optional<Fields> lower =
        below.filter(defaults -> defaults.knows(key)).map(defaults -> defaults.within(key, inner));
    return item(key)
        .map(found -> read(found, inner, lower))
        .orElseGet(() -> bare(item, inner, lower));
  }

  /** The value, its fallback, or nothing; nothing too if it is wrong or misspelt. */
  <T> Optional<T> find(Key<T> key) {
    if (has(key)) {
      return key.type().read(given.get(key.name()));
    }
    if (meant.contains(key.name())) {
      return Optional.empty();
    }
    Optional<Fields> lower = below.filter(defaults -> defaults.knows(key));
    return lower.isPresent() ? lower.get().find(key) : key.fallback();
  }

  /** The value of a key that is required or has a fallback, where all is sound. */
  <T> T value(Key<T> key) {
    return find(key).orElseThrow();
  }

  /** Whether it stands here. */
  boolean has(Key<?> key) {
    return given.containsKey(key.name());
  }

  /** Whether it does not stand here, and no other word stands for it. */
  boolean lacks(Key<?> key) {
    return !has(key) && !meant.contains(key.name());
  }

  /** Whether it stands here or in the defaults. */
  boolean isGiven(Key<?> key) {
    return has(key)
        || below
            .filter(defaults -> defaults.knows(key) && defaults.isGiven(key))
            .isPresent();
  }

  /** Whether nothing else stands here. */
  boolean isLonely(Key<?> key) {
    return has(key) && given.size() == 1;
  }

  Optional<Item> item(Key<?> key) {
    return Optional.ofNullable(given.get(key.name()));
  }

  /** Where to complain about a key: its value, that of the defaults, else this mapping. */
  Item at(Key<?> key) {
    return item(key)
        .orElseGet(() -> below
            .filter(defaults -> defaults.knows(key) && defaults.isGiven(key))
            .map(defaults -> defaults.at(key))
            .orElse(item));
  }

  Item item() {
    return item;
  }

  /** Whether nothing was wrong with the values here and in the defaults. */
  boolean isSound() {
    return sound && below.map(Fields::isSound).orElse(true);
  }

  /** Whether something here was not understood, so that nothing can be said to be missing. */
  boolean isStrange() {
    return strange;
  }

  /** Whether the one key is given of which its shape wants one; anything else is a problem. */
  boolean hasOne() {
    List<? extends Key<?>> keys = shape.one();
    List<? extends Key<?>> found = keys.stream().filter(this::has).toList();
    if (found.size() == 1) {
      return true;
    }
    sound = false;
    String all = String.join(", ", keys.stream().map(Key::name).toList());
    if (found.size() > 1) {
      String both = String.join(" and ", found.stream().map(Key::name).toList());
      item(found.get(1)).orElse(item).problem(both + " exclude each other, expected one of " + all);
    } else if (!strange) {
      item.problem(item.name() + " has none of " + all + ", expected one of them");
    }
    return false;
  }

  /** What is not always required is here. */
  void require(Key<?> key) {
    if (lacks(key)) {
      fault(item, "'" + key.name() + "' is missing, expected " + key.type().expected());
    }
    sound &= has(key);
  }

  private boolean knows(Key<?> key) {
    return shape.names().contains(key.name());
  }

  private void take(NodeTuple entry) {
    Item key = item.named("a key of " + item.name(), entry.getKeyNode());
    Optional<String> name =
        key.node() instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    if (name.isEmpty()) {
      fault(key, "a key of " + item.name() + " is no text, expected one of " + expected());
      strange = true;
    } else if (!shape.names().contains(name.get())) {
      unknown(key, name.get());
    } else if (given.containsKey(name.get())) {
      fault(
          key,
          "duplicate key '" + name.get() + "', first given at line "
              + given.get(name.get()).line());
    } else {
      Node value = entry.getValueNode();
      given.put(name.get(), item.named(name.get(), value));
    }
  }

  private void unknown(Item key, String name) {
    strange = true;
    if (name.equals("<<")) {
      meant.addAll(shape.names());
      fault(
          key, "merge keys ('<<') are not read, expected what several targets share in 'defaults'");
      return;
    }
    Spelling.nearest(name, shape.names()).ifPresent(meant::add);
    fault(
        key,
        "unknown key " + Item.quoted(name) + ", expected one of " + expected()
            + Spelling.hint(name, shape.names()));
  }

  private void check(Key<?> key) {
    if (has(key)) {
      sound &= key.type().read(given.get(key.name())).isPresent();
    } else if (key.isRequired()) {
      require(key);
    }
  }

  private void fault(Item where, String message) {
    where.problem(message);
    sound = false;
  }

  private String expected() {
    return String.join(", ", shape.names());
  }
}
