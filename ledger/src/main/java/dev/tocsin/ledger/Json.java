package dev.tocsin.ledger;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON, strictly read and prettily written. */
final class Json {

  /**
   * What lies above is written as an escape: kubectl shows a text with an emoji in it as one long
   * quoted line, which nobody can edit.
   */
  private static final int HIGHEST_AS_IT_IS = 0xd7ff;

  private static final JsonMapper MAPPER = JsonMapper.builder(
          JsonFactory.builder().highestNonEscapedChar(HIGHEST_AS_IT_IS).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private static final ObjectWriter PRETTY = MAPPER
      .writer()
      .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
              .withObjectNameValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Ends in a line feed, as text files do. */
  static String pretty(JsonNode json) {
    return PRETTY.writeValueAsString(json) + "\n";
  }

  /**
   * Reads one document.
   *
   * @throws Damage if it is no JSON, or a field comes twice
   */
  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw damage(e);
    }
  }

  /**
   * Reads one document.
   *
   * @throws Damage if it is no JSON, or a field comes twice
   */
  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw damage(e);
    }
  }

  private static Damage damage(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null || at.getLineNr() < 1
        ? ""
        : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return new Damage(where + "no valid JSON, " + e.getOriginalMessage().replaceAll("\\s+", " "));
  }
}
