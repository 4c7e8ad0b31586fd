package dev.tocsin.ledger;

import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Moment;
import dev.tocsin.incident.Notice.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object being read, by somebody who trusts nothing in it: every answer is of the right
 * type and not impossible, or there is {@link Damage}. Fields that nobody asks for are ignored.
 */
final class Fields {

  /** More than we ever write into one text. */
  private static final int TEXT_AT_MOST = 500;

  /** No target fails so often, and no rule that adds to it comes to a limit of Java's. */
  private static final long COUNT_AT_MOST = 1_000_000;

  /** A round a second, for thirty million years. */
  private static final long NUMBER_AT_MOST = 1_000_000_000_000_000L;

  private final String where;
  private final JsonNode json;

  private Fields(String where, JsonNode json) {
    this.where = where;
    this.json = json;
  }

  /**
   * The fields of an object.
   *
   * @param where its place in the document, for people
   */
  static Fields of(String where, JsonNode json) {
    if (!json.isObject()) {
      throw new Damage(where + " is no JSON object");
    }
    return new Fields(where, json);
  }

  Damage damage(String name, String what) {
    return new Damage(where + "." + name + " " + what);
  }

  <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> damage(name, "is missing"));
  }

  Optional<String> text(String name) {
    return find(name).map(value -> text(name, value));
  }

  List<String> texts(String name, int most) {
    return values(name, most).stream().map(value -> text(name, value)).toList();
  }

  Optional<Boolean> flag(String name) {
    return find(name).map(value -> {
      if (!value.isBoolean()) {
        throw damage(name, "is neither true nor false");
      }
      return value.booleanValue();
    });
  }

  /** A count; left out, it is zero. */
  int count(String name) {
    return (int) number(name, COUNT_AT_MOST);
  }

  /** A count that may be large; left out, it is zero. */
  long number(String name) {
    return number(name, NUMBER_AT_MOST);
  }

  private long number(String name, long most) {
    return find(name).map(value -> number(name, value, most)).orElse(0L);
  }

  private long number(String name, JsonNode value, long most) {
    boolean possible = value.isIntegralNumber() && value.canConvertToLong();
    if (!possible || value.longValue() < 0 || value.longValue() > most) {
      throw damage(name, "is " + shown(value) + ", which is no possible count");
    }
    return value.longValue();
  }

  /** A word of an enum; left out, it is the usual one. */
  <E extends Enum<E>> E word(String name, E usual) {
    return word(name, usual.getDeclaringClass()).orElse(usual);
  }

  <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
    return parsed(name, text -> {
      for (E word : words.getEnumConstants()) {
        if (word.name().equals(text.toUpperCase(Locale.ROOT))) {
          return word;
        }
      }
      throw new Damage("is none of the words we know");
    });
  }

  Optional<Instant> instant(String name) {
    return parsed(name, Words::instant);
  }

  Optional<Duration> span(String name) {
    return parsed(name, Words::span);
  }

  Optional<Moment> moment(String name) {
    return parsed(name, Words::moment);
  }

  List<Moment> moments(String name, int most) {
    return texts(name, most).stream()
        .map(text -> parsed(name, text, Words::moment))
        .toList();
  }

  List<Tried> tried(String name, int most) {
    return texts(name, most).stream()
        .map(text -> parsed(name, text, Words::tried))
        .toList();
  }

  /** The name of an incident, or of a blindness. */
  IncidentId id(String name) {
    return required(name, parsed(name, Fields::incidentId));
  }

  Optional<Fields> object(String name) {
    return find(name).map(value -> of(where + "." + name, value));
  }

  List<Fields> objects(String name, int most) {
    List<Fields> all = new ArrayList<>();
    for (JsonNode value : values(name, most)) {
      all.add(of(where + "." + name + "[" + all.size() + "]", value));
    }
    return all;
  }

  /** What the constructors of core refuse is damage too. */
  <T> T checked(Function<Fields, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException e) {
      throw new Damage(where + ": " + e.getMessage());
    }
  }

  private Optional<JsonNode> find(String name) {
    return json.optional(name).filter(value -> !value.isNull());
  }

  private List<JsonNode> values(String name, int most) {
    Optional<JsonNode> list = find(name);
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray() || list.get().size() > most) {
      throw damage(name, "is no list of at most " + most);
    }
    return List.copyOf(list.get().values());
  }

  private String text(String name, JsonNode value) {
    if (!value.isString() || value.stringValue().length() > TEXT_AT_MOST) {
      throw damage(name, "is no text of at most " + TEXT_AT_MOST + " characters");
    }
    return value.stringValue();
  }

  private <T> Optional<T> parsed(String name, Function<String, T> parser) {
    return text(name).map(text -> parsed(name, text, parser));
  }

  private <T> T parsed(String name, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (Damage e) {
      throw damage(name, "'" + shortened(text) + "' " + e.getMessage());
    }
  }

  private static IncidentId incidentId(String text) {
    try {
      return IncidentId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Damage("names no incident");
    }
  }

  private static String shown(JsonNode value) {
    return shortened(value.toString());
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\p{C}+", " ");
    return line.length() <= 60 ? line : line.substring(0, 59) + "…";
  }
}
