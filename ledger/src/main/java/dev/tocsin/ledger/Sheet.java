package dev.tocsin.ledger;

import dev.tocsin.incident.Moment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object being written. What is empty, zero or usual is left out. */
final class Sheet {

  private final ObjectNode json = Json.object();

  ObjectNode json() {
    return json;
  }

  Sheet text(String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
    return this;
  }

  /** What is not text yet is written as it calls itself. */
  Sheet text(String name, Optional<?> value) {
    value.ifPresent(v -> json.put(name, v.toString()));
    return this;
  }

  Sheet texts(String name, Collection<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = json.putArray(name);
      values.forEach(list::add);
    }
    return this;
  }

  Sheet flag(String name, Optional<Boolean> value) {
    value.ifPresent(v -> json.put(name, v));
    return this;
  }

  Sheet count(String name, long value) {
    if (value != 0) {
      json.put(name, value);
    }
    return this;
  }

  Sheet word(String name, Enum<?> value, Enum<?> usual) {
    return value == usual ? this : text(name, Words.of(value));
  }

  Sheet span(String name, Duration value) {
    return text(name, Words.of(value));
  }

  Sheet moment(String name, Moment value) {
    return text(name, Words.of(value));
  }

  Sheet moment(String name, Moment value, Moment usual) {
    return value.equals(usual) ? this : moment(name, value);
  }

  Sheet moment(String name, Optional<Moment> value) {
    return text(name, value.map(Words::of));
  }

  Sheet moments(String name, List<Moment> values) {
    return texts(name, values.stream().map(Words::of).toList());
  }

  Sheet sheet(String name, Sheet value) {
    if (!value.json.isEmpty()) {
      json.set(name, value.json);
    }
    return this;
  }

  Sheet sheet(String name, Optional<Sheet> value) {
    value.ifPresent(v -> json.set(name, v.json));
    return this;
  }

  Sheet sheets(String name, List<Sheet> values) {
    if (!values.isEmpty()) {
      ArrayNode list = json.putArray(name);
      values.forEach(v -> list.add(v.json));
    }
    return this;
  }
}
