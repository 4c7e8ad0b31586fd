package dev.tocsin.incident;

import java.util.Objects;

/** What one round saw of a target. */
public sealed interface Observation {

  /** What was seen, or what was in the way, in one line. */
  String words();

  /** The same, and why it could not be looked at if that is so. */
  default String inFull() {
    return this instanceof Unknown unknown ? unknown.cause().words() + ", " + words() : words();
  }

  /** The check passed. */
  record Passing(String detail) implements Observation {
    public Passing {
      detail = Text.oneLine(detail);
    }

    @Override
    public String words() {
      return detail;
    }
  }

  /**
   * The target answered badly or did not answer: a refused connection, a name that does not
   * resolve, an expired certificate, an answer on which a condition cannot be evaluated.
   *
   * @param symptom one line, at most {@value Text#LIMIT} characters
   */
  record Failing(String symptom) implements Observation {
    public Failing {
      symptom = Text.oneLine(symptom);
    }

    @Override
    public String words() {
      return symptom;
    }
  }

  /** <em>We</em> could not look. Moves nothing, counts nothing, starts nothing. */
  record Unknown(Cause cause, String detail) implements Observation {
    public Unknown {
      Objects.requireNonNull(cause);
      detail = Text.oneLine(detail);
    }

    @Override
    public String words() {
      return detail;
    }
  }

  /** Why we could not look. */
  enum Cause {
    /** Our credentials or rights do not suffice. */
    NO_ACCESS("we have no access"),
    /** Our source of facts (an API server) gave no answer. */
    NO_ANSWER("our source of facts gives no answer"),
    /** A program or file of ours is missing. */
    OURS_MISSING("a program or file of ours is missing"),
    /** We are cut off ourselves. */
    ISOLATED("we are cut off ourselves"),
    /** The round ended before this target's turn came. */
    NO_TIME("there was no time to look"),
    /** A bug of ours. */
    BUG("a bug of ours"),
    /** Scaled to zero or the like, on purpose: never makes blind, and closes nothing. */
    INTENDED("it is switched off on purpose");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** For people, as a clause. */
    public String words() {
      return words;
    }
  }
}
