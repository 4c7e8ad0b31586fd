package dev.tocsin.runner.config;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tocsin.runner.report.Json;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor with the schema says of a configuration. */
final class Editor {

  private static final com.networknt.schema.Schema SCHEMA = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_7)
      .getSchema(Json.of(Schema.asMap()));

  private Editor() {}

  /** One line each. */
  static List<String> problems(String yaml) {
    try {
      Object values = new Load(LoadSettings.builder().build()).loadFromString(yaml);
      JsonNode node = new JsonMapper().valueToTree(values);
      return SCHEMA.validate(node).stream().map(Error::toString).toList();
    } catch (YamlEngineException e) {
      return List.of("no YAML: " + e.getMessage());
    }
  }
}
