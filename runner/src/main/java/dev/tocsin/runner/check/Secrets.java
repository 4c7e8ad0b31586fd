package dev.tocsin.runner.check;

import dev.tocsin.incident.Observation;
import dev.tocsin.runner.config.Sha256;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a probe sends and nobody may read. What is shorter than {@value #SHORTEST} characters is no
 * secret, and would be found in every text.
 */
final class Secrets {

  private static final int SHORTEST = 4;
  private static final String HIDDEN = "***";

  /** The longest first: one may be a part of another. */
  private final List<String> values;

  private Secrets(Stream<String> values) {
    this.values = values
        .filter(value -> value.length() >= SHORTEST)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** The values of the headers, each word of them, and what may come of the URL's variables. */
  static Secrets of(Probe probe) {
    if (!(probe instanceof Probe.Http http)) {
      return new Secrets(Stream.empty());
    }
    Stream<String> headers = http.headers().values().stream()
        .flatMap(value -> Stream.concat(Stream.of(value), Arrays.stream(value.split(" "))));
    Stream<String> url = Stream.of(
            http.url().getRawPath(),
            http.url().getPath(),
            http.url().getRawQuery(),
            http.url().getQuery())
        .flatMap(part -> Optional.ofNullable(part).stream());
    return new Secrets(Stream.concat(headers, url));
  }

  /** The same, without any of them. */
  Observation hiddenIn(Observation seen) {
    if (seen instanceof Observation.Passing passing) {
      return new Observation.Passing(hiddenIn(passing.detail()));
    }
    if (seen instanceof Observation.Failing failing) {
      return new Observation.Failing(hiddenIn(failing.symptom()));
    }
    Observation.Unknown unknown = (Observation.Unknown) seen;
    return new Observation.Unknown(unknown.cause(), hiddenIn(unknown.detail()));
  }

  private String hiddenIn(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, HIDDEN);
    }
    return hidden;
  }

  /** Stands for a text that may be secret: the same for the same, and too short to go back. */
  static String number(String text) {
    return Sha256.digits(text, 8);
  }
}
