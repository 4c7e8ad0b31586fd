package dev.tocsin.k8s.act;

import dev.tocsin.incident.Outcome;
import dev.tocsin.k8s.api.Answer;
import java.util.OptionalInt;

/** What an answer of the API server means for an attempt. */
final class Upshot {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final OptionalInt BROKE = OptionalInt.of(500);

  private Upshot() {}

  /** Of a request that was to come before the deed, and failed: nothing was done. */
  static Outcome nothingDone(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> no
        ? refused(no)
        : new Outcome.NotDone("nothing was done: " + answer.words());
  }

  /** Of a refusal: what helps by itself, with time, is tried again. */
  static Outcome refused(Answer.Refused<?> no) {
    if (no.status() == TOO_MANY) {
      return new Outcome.NotDone(no.cause("DisruptionBudget")
          .map(budget -> "a disruption budget is in the way: " + budget)
          .orElse("the API server is too busy: " + no.message()));
    }
    boolean passing = no.status() == UNAUTHORIZED || no.status() == CONFLICT || isVanishing(no);
    return passing ? new Outcome.NotDone(words(no)) : new Outcome.Refused(words(no));
  }

  /** Whether it was refused because the namespace is being deleted. */
  static boolean isVanishing(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> no
        && no.cause("NamespaceTerminating").isPresent();
  }

  /** Whether nothing came of a deed, whatever there is to be read: the server says so. */
  static boolean certainlyNothing(Answer<?> answer) {
    return answer instanceof Answer.Refused
        || answer instanceof Answer.Absent
        || answer instanceof Answer.Unreached;
  }

  /**
   * Of a deed of which nothing is to be seen: it may come yet, unless the server is done with it.
   */
  static Outcome unseen(Answer<?> answer, String still) {
    boolean over = answer instanceof Answer.Ok
        || answer instanceof Answer.Unclear<?> unclear && unclear.status().equals(BROKE);
    return over
        ? new Outcome.NotDone(still + why(answer))
        : new Outcome.Unclear(still + why(answer));
  }

  /** Of a deed that cannot be looked for. */
  static Outcome unknown(Answer<?> reading) {
    return new Outcome.Unclear("what became of it cannot be read: " + reading.words());
  }

  private static String why(Answer<?> answer) {
    return answer instanceof Answer.Ok ? ", though the API server agreed" : ": " + answer.words();
  }

  /** A 403 may be a right that is missing, or an admission that says no. */
  private static String words(Answer.Refused<?> no) {
    return no.status() == FORBIDDEN ? no.words() + ": " + no.message() : no.words();
  }
}
