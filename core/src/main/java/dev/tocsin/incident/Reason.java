package dev.tocsin.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a decision is as it is. Doing nothing has a reason too.
 *
 * @param code which rule spoke
 * @param facts the facts that led to it, one line; may be empty
 * @param earliest where it waits, the earliest time at which it could act
 */
public record Reason(Code code, String facts, Optional<Instant> earliest) {

  public Reason {
    Objects.requireNonNull(code);
    facts = Text.oneLine(facts);
    Objects.requireNonNull(earliest);
  }

  static Reason of(Code code, String facts) {
    return new Reason(code, facts, Optional.empty());
  }

  static Reason until(Code code, String facts, Instant earliest) {
    return new Reason(code, facts, Optional.of(earliest));
  }

  /** For people: the rule's words, then the facts. */
  public String sentence() {
    return facts.isEmpty() ? code.words : code.words + ": " + facts;
  }

  /** The rules that can speak. */
  public enum Code {
    PASSING("passing"),
    PAUSED("paused"),
    TOO_SOON("too soon after the last round to count"),
    UNKNOWN("could not look"),
    SWITCHED_OFF("switched off on purpose"),
    NOT_CONFIRMED("failing, not confirmed"),
    PASSED_UNCONFIRMED("passed before the failure was confirmed"),
    NOT_TRUSTED("passing again, not yet trusted"),
    RECOVERED_SETTLING("passing again, the last attempt is still settling"),
    QUIET("passing again, it failed again too often to be trusted at once"),
    TOLD_TOO_OFTEN("passing again, closed when fewer notices lie in the last 24 hours"),
    RECOVERED("recovered"),
    NO_REMEDIATION("no remediation is configured"),
    ATTEMPTS_SPENT("all attempts of this incident are spent"),
    GAVE_UP("gave up, a human is needed"),
    HELD("not repaired"),
    STORM("not repaired, too much failed at once"),
    MEMORY_DAMAGED("not repaired, our memory of earlier attempts was damaged"),
    ATTEMPT_OPEN("the outcome of the last attempt is not known"),
    SETTLING("the last attempt is settling"),
    CONFIRMING("failures are confirmed afresh before acting"),
    WINDOW_SPENT("the attempts of this window are spent"),
    PAUSING("pausing between attempts"),
    REMEDIATING("repairing");

    private final String words;

    Code(String words) {
      this.words = words;
    }

    /** For people, as a clause. */
    public String words() {
      return words;
    }
  }
}
