package dev.tocsin.runner.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a JSON text into maps, lists, texts, booleans and doubles. All numbers are doubles, so that
 * {@code 0}, {@code 0.0} and {@code -0} are one value; the null value is the caller's.
 */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Object nothing;

  /**
   * A reader.
   *
   * @param nothing stands for JSON's null
   */
  Json(Object nothing) {
    this.nothing = nothing;
  }

  /**
   * The value; empty if this is not JSON, is nested too deeply to be read, or has a number of more
   * than 1000 digits.
   */
  Optional<Object> read(byte[] text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode() ? Optional.empty() : Optional.of(value(node));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      List<Object> values = new ArrayList<>(node.size());
      node.forEach(element -> values.add(value(element)));
      return values;
    }
    if (node.isNumber()) {
      return number(node) + 0.0; // turns -0.0, which CEL takes for less than 0, into 0.0
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? nothing : node.stringValue();
  }

  /** Asked for a double, a whole number that is too large for one would refuse. */
  private static double number(JsonNode node) {
    return node.isBigInteger() ? node.bigIntegerValue().doubleValue() : node.asDouble();
  }

  private Map<String, Object> map(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
    return values;
  }
}
