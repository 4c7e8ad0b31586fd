package dev.tocsin.k8s.api;

import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * fabric8's model as JSON. Its own mapper can also guess a kind and keep a field of another type
 * than the model's; for that it loads all kinds there are, and nothing here needs it.
 */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .annotationIntrospector(new Unread())
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private Json() {}

  /**
   * One line.
   *
   * @param body of fabric8's model, or maps and lists
   */
  static String text(Object body) {
    return MAPPER.writeValueAsString(body);
  }

  /**
   * Reads one value.
   *
   * @throws tools.jackson.core.JacksonException if it is cut off, or of another kind
   * @throws java.util.NoSuchElementException if it is {@code null}
   */
  static <T> T read(byte[] body, Class<T> type) {
    return Optional.ofNullable(MAPPER.readValue(body, type)).orElseThrow();
  }
}
