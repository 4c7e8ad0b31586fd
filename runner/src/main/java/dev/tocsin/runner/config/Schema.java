package dev.tocsin.runner.config;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JSON Schema of the configuration, made of the same keys that the reader reads by: what an
 * editor can know without reading files, variables and conditions.
 */
public final class Schema {

  private static final String DIALECT = "http://json-schema.org/draft-07/schema#";

  private Schema() {}

  /** As values of JSON, in the order of their names. */
  public static SortedMap<String, Object> asMap() {
    SortedMap<String, Object> schema = new TreeMap<>(of(RootSection.SHAPE));
    schema.put("$schema", DIALECT);
    schema.put("title", "The configuration of Tocsin");
    Map<String, Object> definitions = new TreeMap<>();
    RootSection.SHAPES.stream()
        .skip(1)
        .forEach(shape -> definitions.put(Form.definition(shape.title()), of(shape)));
    schema.put(Form.SHAPES, definitions);
    return schema;
  }

  private static Map<String, Object> of(Shape shape) {
    Map<String, Object> properties = new TreeMap<>();
    shape.keys().forEach(key -> properties.put(key.name(), of(key)));
    List<String> required =
        shape.keys().stream().filter(Key::isRequired).<String>map(Key::name).toList();
    Map<String, Object> schema = new TreeMap<>(
        Map.of("type", "object", "additionalProperties", false, "properties", properties));
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!shape.one().isEmpty()) {
      schema.put(
          "oneOf",
          shape.one().stream()
              .map(key -> Map.of("required", List.of(key.name())))
              .toList());
    }
    return schema;
  }

  /** Beside a reference nothing else is read, so it stands in a list of its own. */
  private static Map<String, Object> of(Key<?> key) {
    Map<String, Object> schema = new TreeMap<>(key.type().form().keywords());
    if (schema.containsKey("$ref")) {
      schema = new TreeMap<>(Map.of("allOf", List.of(schema)));
    }
    schema.put("description", description(key));
    return schema;
  }

  private static String description(Key<?> key) {
    Stream<String> unless = Stream.of("–", "required").anyMatch(key.unless()::equals)
        ? Stream.empty()
        : Stream.of("Unless given: " + key.unless() + ".");
    String expected = key.type().expected();
    return String.join(
        " ",
        Stream.concat(Stream.of(key.meaning(), "Expected: " + expected + "."), unless)
            .toList());
  }
}
