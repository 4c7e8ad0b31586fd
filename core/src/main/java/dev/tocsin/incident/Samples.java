package dev.tocsin.incident;

import java.util.Objects;
import java.util.Optional;

/**
 * What was lately seen of one target, counted samples only.
 *
 * @param lately the last samples, oldest first: {@code F} failing, {@code P} passing
 * @param failures failures in a row
 * @param passes passes in a row
 * @param fresh failures in a row since the last pass, the last settle's end and the last round in
 *     which a precondition was not MET
 * @param passingSince the first of the passes in a row
 */
public record Samples(
    String lately, int failures, int passes, int fresh, Optional<Moment> passingSince) {

  public static final Samples NONE = new Samples("", 0, 0, 0, Optional.empty());

  public Samples {
    if (!isSamples(lately) || failures < 0 || passes < 0 || fresh < 0) {
      throw new IllegalArgumentException("impossible samples: '" + Text.oneLine(lately) + "'");
    }
    Objects.requireNonNull(passingSince);
  }

  Samples failed(Policy policy) {
    return new Samples(lately('F', policy), failures + 1, 0, fresh + 1, Optional.empty());
  }

  Samples passed(Policy policy, Moment now) {
    return new Samples(
        lately('P', policy), 0, passes + 1, 0, Optional.of(passingSince.orElse(now)));
  }

  /** Failures are confirmed afresh before the next attempt. */
  Samples notFresh() {
    return fresh == 0 ? this : new Samples(lately, failures, passes, 0, passingSince);
  }

  /** What was lately seen, with nothing in a row: nothing is open, or there was a gap. */
  Samples settled() {
    return lately.indexOf('F') < 0 ? NONE : new Samples(lately, 0, 0, 0, Optional.empty());
  }

  /** Enough failures in a row, or among the last samples; never by the first after a gap. */
  boolean confirmFailure(Policy policy, Rhythm rhythm) {
    return failures >= policy.failuresToAlert()
        || rhythm != Rhythm.GAP
            && lately.chars().filter(sample -> sample == 'F').count() >= policy.flapFailures();
  }

  Samples notAfter(Moment now) {
    Optional<Moment> since = passingSince.map(m -> m.notAfter(now));
    return since.equals(passingSince) ? this : new Samples(lately, failures, passes, fresh, since);
  }

  private static boolean isSamples(String lately) {
    for (int i = 0; i < lately.length(); i++) {
      if (lately.charAt(i) != 'F' && lately.charAt(i) != 'P') {
        return false;
      }
    }
    return lately.length() <= 60;
  }

  private String lately(char sample, Policy policy) {
    String all = lately + sample;
    return all.length() <= policy.flapSamples()
        ? all
        : all.substring(all.length() - policy.flapSamples());
  }
}
