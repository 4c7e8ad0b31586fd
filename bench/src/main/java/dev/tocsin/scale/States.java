package dev.tocsin.scale;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a round said of its targets. */
final class States {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private States() {}

  /**
   * How many targets are in each state.
   *
   * @param said by {@code tocsin run -o json}
   */
  static SortedMap<String, Long> of(String said) {
    return StreamSupport.stream(JSON.readTree(said).path("targets").spliterator(), false)
        .map(target -> States.last(target.path("states")))
        .collect(groupingBy(state -> state, TreeMap::new, counting()));
  }

  private static String last(JsonNode states) {
    return states.path(states.size() - 1).asString("none");
  }
}
