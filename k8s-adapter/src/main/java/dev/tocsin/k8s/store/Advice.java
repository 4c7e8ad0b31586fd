package dev.tocsin.k8s.store;

import dev.tocsin.k8s.api.Answer;

/**
 * What an answer that is no help means for a ledger, and what a human can do about it.
 *
 * @param namespace where the ledger is
 * @param rights what a Role must allow
 */
record Advice(String namespace, String rights) {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int INVALID = 422;

  /** One line. */
  String on(Answer<?> answer) {
    String words = answer instanceof Answer.Absent
        ? "there is no namespace " + namespace + ": make it first"
        : answer instanceof Answer.Refused<?> no ? on(no) : answer.words();
    return words.replaceAll("\\s+", " ");
  }

  private String on(Answer.Refused<?> no) {
    return switch (no.status()) {
      case UNAUTHORIZED -> no.words() + ": is the token of our service account still valid?";
      case FORBIDDEN -> no.words() + (no.message().isEmpty() ? "" : ": " + no.message()) + role(no);
      case TOO_LARGE, INVALID ->
        no.words() + ". Give the ledger a ConfigMap of its own, with nothing else in it";
      default -> no.words();
    };
  }

  /** A quota that is used up, or a namespace that is being deleted, is a 403 as well. */
  private String role(Answer.Refused<?> no) {
    return no.message().contains("cannot") ? ". A Role must allow " + rights : "";
  }
}
