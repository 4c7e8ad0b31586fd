package dev.tocsin.k8s.api;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of its refusal; any of it may be empty.
 *
 * @param reason its word, for example {@code AlreadyExists}
 * @param message its sentence
 * @param causes what it names beside
 */
record Said(String reason, String message, List<Answer.Cause> causes) {

  /** An answer that is no {@code Status}. */
  static final Said NOTHING = new Said("", "", List.of());

  static Said of(Status status) {
    List<StatusCause> causes =
        Optional.ofNullable(status.getDetails()).map(StatusDetails::getCauses).orElse(List.of());
    return new Said(
        words(status.getReason()),
        words(status.getMessage()),
        causes.stream()
            .map(c -> new Answer.Cause(words(c.getReason()), words(c.getMessage())))
            .toList());
  }

  private static String words(String text) {
    return text == null ? "" : text;
  }
}
