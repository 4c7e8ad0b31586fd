package dev.tocsin.runner.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a value looks like, as far as that can be said beforehand: keywords of JSON Schema, for
 * editors. It takes all that the reader takes, and some that the reader refuses.
 */
record Form(Map<String, Object> keywords) {

  Form {
    keywords = Collections.unmodifiableSortedMap(new TreeMap<>(keywords));
  }

  /** Under which a schema keeps its shapes. */
  static final String SHAPES = "definitions";

  /** YAML takes some texts for something else, and the reader takes them for texts. */
  private static final List<String> SCALARS = List.of("string", "number", "boolean");

  /** Any text. */
  static final Form TEXT = new Form(Map.of("type", SCALARS));

  private static final String TYPE = "type";
  private static final String PATTERN = "pattern";

  static Form text(Pattern pattern) {
    return new Form(Map.of(TYPE, SCALARS, PATTERN, whole(pattern)));
  }

  /** A text that is never a number by itself. */
  static Form word(Pattern pattern) {
    return new Form(Map.of(TYPE, "string", PATTERN, whole(pattern)));
  }

  private static String whole(Pattern pattern) {
    return "^(?:" + pattern.pattern() + ")$";
  }

  static Form integer(int least, int most) {
    return new Form(Map.of(TYPE, "integer", "minimum", least, "maximum", most));
  }

  static Form choice(List<String> words) {
    return new Form(Map.of("enum", words));
  }

  /** A mapping, by its title. */
  static Form mapping(String title) {
    return new Form(Map.of("$ref", "#/" + SHAPES + "/" + definition(title)));
  }

  /** A mapping of any names to texts. */
  static Form texts() {
    return new Form(Map.of(TYPE, "object", "additionalProperties", TEXT.keywords()));
  }

  Form list() {
    return new Form(Map.of(TYPE, "array", "minItems", 1, "items", keywords));
  }

  Form or(Form other) {
    return new Form(Map.of("anyOf", Stream.of(this, other).map(Form::keywords).toList()));
  }

  /** How a shape is called where others refer to it. */
  static String definition(String title) {
    return title.replace(' ', '-');
  }
}
