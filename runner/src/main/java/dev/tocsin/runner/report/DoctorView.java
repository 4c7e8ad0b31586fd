package dev.tocsin.runner.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a round could do its duty here.
 *
 * @param at when it was looked at
 * @param checks all that was looked at
 * @param missing rights that we have not
 * @param apply what gives them to us, as YAML; absent: none is missing
 * @param exitCode 0 all is well, 3 something is wrong with the ledger, 4 with anything else
 */
public record DoctorView(
    Instant at, List<Check> checks, List<String> missing, Optional<String> apply, int exitCode) {

  private static final int NO_LEDGER = 3;
  private static final int WRONG = 4;

  public DoctorView {
    checks = List.copyOf(checks);
    missing = List.copyOf(missing);
  }

  /** What the checks come to. */
  public static DoctorView of(
      Instant at, List<Check> checks, List<String> missing, Optional<String> apply) {
    List<Subject> wrong = checks.stream()
        .filter(check -> check.verdict() == Verdict.WRONG)
        .map(Check::about)
        .toList();
    int other = wrong.isEmpty() ? 0 : WRONG;
    return new DoctorView(
        at, checks, missing, apply, wrong.contains(Subject.LEDGER) ? NO_LEDGER : other);
  }

  /** What is looked at, in this order. */
  public enum Subject {
    CONFIGURATION,
    CLUSTER,
    RIGHTS,
    LEDGER,
    TARGETS,
    PROGRAMS,
    MAIL,
    REFERENCE
  }

  /** Whether it is as it should be. */
  public enum Verdict {
    OK,
    WRONG
  }

  /**
   * One thing that was looked at.
   *
   * @param detail what was seen
   * @param advice what to do; absent if nothing is wrong
   */
  public record Check(Subject about, Verdict verdict, String detail, Optional<String> advice) {

    /** It is as it should be. */
    public static Check ok(Subject about, String detail) {
      return new Check(about, Verdict.OK, detail, Optional.empty());
    }

    /** It is not. */
    public static Check wrong(Subject about, String detail, String advice) {
      return new Check(about, Verdict.WRONG, detail, Optional.of(advice));
    }
  }
}
