package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the contract catches a mistake of its own. */
class EffectsContractTest {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "tells when it repairs",
            TellsLate::new,
            EffectsContract::what_is_told_has_arrived_and_nothing_else_happened),
        mistake(
            "tells once more of what it repairs",
            TellsOfRepairs::new,
            EffectsContract::what_is_made_has_taken_effect_and_nothing_else_happened),
        mistake(
            "gives up after a failure", GivesUp::new, EffectsContract::one_failure_drops_no_other),
        mistake(
            "calls done what failed",
            AlwaysDone::new,
            EffectsContract::what_took_no_effect_is_not_called_done),
        mistake("throws", Throws::new, EffectsContract::trouble_is_an_outcome_and_not_an_exception),
        mistake("begins late", BeginsLate::new, EffectsContract::nothing_begins_after_its_deadline),
        mistake(
            "waits for ever",
            Waits::new,
            EffectsContract::whoever_does_not_answer_is_given_up_at_the_deadline),
        mistake(
            "finds nothing",
            FindsNothing::new,
            EffectsContract::an_attempt_that_is_taken_over_is_not_made_twice),
        mistake(
            "knows no keys",
            KnowsNoKeys::new,
            EffectsContract::an_attempt_that_is_repeated_has_no_second_effect),
        mistake(
            "makes what it looks for",
            MakesWhatItLooksFor::new,
            EffectsContract::looking_for_an_attempt_makes_nothing),
        mistake(
            "answers nothing to the second",
            SaysNothing::new,
            EffectsContract::a_round_has_one_outcome_for_every_intent_and_no_other));
  }

  private static Arguments mistake(
      String name, Function<Outside, Effects> mutant, Consumer<EffectsContract> rule) {
    return Arguments.of(name, mutant, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_caught_by_its_rule(
      String name, Function<Outside, Effects> mutant, Consumer<EffectsContract> rule) {
    assertThatCode(() -> rule.accept(new MemoryEffectsTest())).doesNotThrowAnyException();
    assertThatThrownBy(() -> rule.accept(with(mutant))).isInstanceOf(AssertionError.class);
  }

  private static EffectsContract with(Function<Outside, Effects> mutant) {
    return new MemoryEffectsTest() {
      @Override
      Effects open(Outside outside) {
        return mutant.apply(outside);
      }
    };
  }

  /** People and workloads, in memory. */
  static final class Outside implements Time {
    final List<String> happened = new ArrayList<>();
    final Set<String> broken = new HashSet<>();
    private final VirtualTime time = new VirtualTime();
    private boolean hangs;

    void hang() {
      hangs = true;
    }

    /** Whether it answers within so long; if it does not, so long has passed. */
    boolean answers(Duration atMost) {
      if (hangs) {
        time.pass(atMost);
      }
      return !hangs;
    }

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }
  }

  /** As it must be. */
  static class Right implements Effects {
    final Outside outside;

    Right(Outside outside) {
      this.outside = outside;
    }

    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      return happen(notice.key(), notice.intent().members().get(0).target(), deadline);
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      return outside.happened.contains(attempt.key())
          ? new Outcome.Done("already")
          : happen(attempt.key(), attempt.intent().target(), deadline);
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      return outside.happened.contains(attempt.key())
          ? new Outcome.Done("found")
          : new Outcome.NotDone("not found");
    }

    Outcome happen(String key, String target, Deadline deadline) {
      if (deadline.passed() || outside.broken.contains(target)) {
        return new Outcome.NotDone("no");
      }
      if (!outside.answers(deadline.remaining())) {
        return new Outcome.Unclear("no answer");
      }
      outside.happened.add(key);
      return new Outcome.Done("yes");
    }
  }

  private static final class TellsLate extends Right {
    TellsLate(Outside outside) {
      super(outside);
    }

    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      return new Outcome.Done("put into a queue");
    }
  }

  private static final class TellsOfRepairs extends Right {
    TellsOfRepairs(Outside outside) {
      super(outside);
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      outside.happened.add(attempt.intent().incident() + "-alert-1");
      outside.happened.add(attempt.key());
      return super.remediate(attempt, deadline);
    }
  }

  private static final class GivesUp extends Right {
    private boolean failed;

    GivesUp(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      failed |= outside.broken.contains(target);
      return failed ? new Outcome.NotDone("no") : super.happen(key, target, deadline);
    }
  }

  private static final class AlwaysDone extends Right {
    AlwaysDone(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      super.happen(key, target, deadline);
      return new Outcome.Done("I tried");
    }
  }

  private static final class Throws extends Right {
    Throws(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      if (outside.broken.contains(target)) {
        throw new IllegalStateException("connection refused");
      }
      return super.happen(key, target, deadline);
    }
  }

  private static final class BeginsLate extends Right {
    BeginsLate(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      outside.happened.add(key);
      return deadline.passed() ? new Outcome.NotDone("late") : new Outcome.Done("yes");
    }
  }

  private static final class Waits extends Right {
    Waits(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      return outside.answers(Duration.ofDays(1))
          ? super.happen(key, target, deadline)
          : new Outcome.Unclear("no answer");
    }
  }

  private static final class FindsNothing extends Right {
    FindsNothing(Outside outside) {
      super(outside);
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      return new Outcome.NotDone("not found");
    }
  }

  private static final class KnowsNoKeys extends Right {
    KnowsNoKeys(Outside outside) {
      super(outside);
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      return happen(attempt.key(), attempt.intent().target(), deadline);
    }
  }

  private static final class MakesWhatItLooksFor extends Right {
    MakesWhatItLooksFor(Outside outside) {
      super(outside);
    }

    @Override
    public Outcome find(Recorded<Attempt> attempt, Deadline deadline) {
      return remediate(attempt, deadline);
    }
  }

  private static final class SaysNothing extends Right {
    private int calls;

    SaysNothing(Outside outside) {
      super(outside);
    }

    @Override
    Outcome happen(String key, String target, Deadline deadline) {
      Outcome said = super.happen(key, target, deadline);
      calls++;
      if (calls == 2) {
        return Objects.requireNonNull(null, "nothing was said");
      }
      return said;
    }
  }
}
