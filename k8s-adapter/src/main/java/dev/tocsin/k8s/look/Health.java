package dev.tocsin.k8s.look;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Observation.Cause;
import dev.tocsin.incident.Observation.Failing;
import dev.tocsin.incident.Observation.Passing;
import dev.tocsin.incident.Observation.Unknown;
import dev.tocsin.k8s.api.Answer;
import java.util.Optional;
import java.util.Set;

/**
 * How well something is.
 *
 * @param observation of whoever looks at nothing else
 * @param clause the same for whoever has seen a failure elsewhere; empty if it explains nothing
 */
record Health(Observation observation, Optional<String> clause) {

  private static final Set<Integer> NO_ACCESS = Set.of(401, 403);

  static Health well(String detail) {
    return new Health(new Passing(detail), Optional.empty());
  }

  static Health bad(String symptom, String clause) {
    return new Health(new Failing(symptom), Optional.of(clause));
  }

  static Health off(String detail) {
    return new Health(new Unknown(Cause.INTENDED, detail), Optional.empty());
  }

  static Health unseen(Cause cause, String detail) {
    return new Health(new Unknown(cause, detail), Optional.empty());
  }

  /** What it depends on could not be read. */
  static Health unseen(Answer<?> answer) {
    boolean noAccess = answer instanceof Answer.Refused<?> refused && isAccess(refused);
    return unseen(noAccess ? Cause.NO_ACCESS : Cause.NO_ANSWER, answer.words());
  }

  /** Whether it is a matter of rights, which last. */
  static boolean isAccess(Answer.Refused<?> refused) {
    return NO_ACCESS.contains(refused.status());
  }

  boolean isBad() {
    return observation instanceof Failing;
  }

  boolean isWell() {
    return observation instanceof Passing;
  }

  /** What was seen, for people. */
  String words() {
    return observation.words();
  }

  boolean isOff() {
    return observation instanceof Unknown unknown && unknown.cause() == Cause.INTENDED;
  }
}
