package dev.tocsin.runner.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A view as JSON: its components in their order, times in UTC, what is absent left out. */
public final class Json {

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private static final ObjectWriter WRITER = JsonMapper.builder()
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
      .build()
      .writer()
      .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  private Json() {}

  /**
   * Ends in a line break.
   *
   * @throws JacksonException if the view cannot be written, which is a bug
   */
  public static String of(Record view) {
    return WRITER.writeValueAsString(view) + "\n";
  }

  /** The same of values of JSON. */
  public static String of(SortedMap<String, Object> values) {
    return WRITER.writeValueAsString(values) + "\n";
  }
}
