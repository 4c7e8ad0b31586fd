package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.Time;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Effects} must hold, whoever is told and whatever is repaired. The intents are
 * those of a real round: one notice and one attempt for each of {@link #TARGETS}.
 */
public abstract class EffectsContract {

  /** What the intents are about. The first of them is the one that breaks. */
  protected static final List<String> TARGETS = List.of("frigate", "mqtt");

  private static final String BROKEN = TARGETS.get(0);
  private static final String SOUND = TARGETS.get(1);
  private static final Duration ENOUGH = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** How much later than its deadline a call may end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private Errands errands = Errands.of(List.of(), "", Time.system());

  /** Opens the effects as another process would: the same outside, nothing else is remembered. */
  protected abstract Effects open();

  /**
   * How often something took effect, as the outside counts it.
   *
   * @param key of a notice: how often that mail arrived; of an attempt: how often it was made
   */
  protected abstract int count(String key);

  /** From now on nobody can be told of this target, and every repair of it fails at once. */
  protected abstract void breaks(String target);

  /** From now on nobody answers, for longer than any deadline. */
  protected abstract void hangs();

  /** The step that the attempts ask for. */
  protected String step() {
    return "restart";
  }

  /** The clocks of deadlines. */
  protected Time time() {
    return Time.system();
  }

  /**
   * Whether the outside knows an attempt by its key, so that making it twice is harmless. Where it
   * does not, {@link Effects#find} alone keeps an attempt from being made twice.
   */
  protected boolean outsideKnowsKeys() {
    return true;
  }

  private Errands errands() {
    if (errands.keys().isEmpty()) {
      errands = Errands.of(TARGETS, step(), time());
    }
    return errands;
  }

  private Recorded<Notice> notice(String target) {
    return errands().notice(target);
  }

  private Recorded<Attempt> attempt(String target) {
    return errands().attempt(target);
  }

  private Deadline in(Duration span) {
    return Deadline.in(span, time());
  }

  private Deadline soon() {
    return in(ENOUGH);
  }

  // One intent, one effect, one outcome

  /** Notices come first in a round: what is only told later comes after the repair, or never. */
  @Test
  protected void what_is_told_has_arrived_and_nothing_else_happened() {
    Recorded<Notice> notice = notice(SOUND);

    Outcome outcome = open().tell(notice, soon());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertOnly(notice.key());
  }

  @Test
  protected void what_is_made_has_taken_effect_and_nothing_else_happened() {
    Recorded<Attempt> attempt = attempt(SOUND);

    Outcome outcome = open().remediate(attempt, soon());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertOnly(attempt.key());
  }

  private void assertOnly(String key) {
    assertThat(errands().keys())
        .allSatisfy(one -> assertThat(count(one)).as(one).isEqualTo(one.equals(key) ? 1 : 0));
  }

  // Failures

  @Test
  protected void one_failure_drops_no_other() {
    breaks(BROKEN);
    Effects effects = open();

    assertThat(effects.tell(notice(BROKEN), soon())).isNotInstanceOf(Outcome.Done.class);
    assertThat(effects.tell(notice(SOUND), soon())).isInstanceOf(Outcome.Done.class);
    assertThat(effects.remediate(attempt(BROKEN), soon())).isNotInstanceOf(Outcome.Done.class);
    assertThat(effects.remediate(attempt(SOUND), soon())).isInstanceOf(Outcome.Done.class);

    assertThat(count(notice(SOUND).key())).isEqualTo(1);
    assertThat(count(attempt(SOUND).key())).isEqualTo(1);
  }

  /** What is called done, and is not, is never tried again. */
  @Test
  protected void what_took_no_effect_is_not_called_done() {
    breaks(BROKEN);

    Outcome told = open().tell(notice(BROKEN), soon());
    Outcome made = open().remediate(attempt(BROKEN), soon());

    assertThat(count(notice(BROKEN).key())).isZero();
    assertThat(count(attempt(BROKEN).key())).isZero();
    assertThat(told).isNotInstanceOf(Outcome.Done.class);
    assertThat(made).isNotInstanceOf(Outcome.Done.class);
  }

  @Test
  protected void trouble_is_an_outcome_and_not_an_exception() {
    breaks(BROKEN);

    assertSays(effects -> effects.tell(notice(BROKEN), soon()));
    assertSays(effects -> effects.remediate(attempt(BROKEN), soon()));
    assertSays(effects -> effects.find(attempt(BROKEN), soon()));
  }

  private void assertSays(Function<Effects, Outcome> call) {
    assertThatCode(() -> assertThat(call.apply(open())).isNotNull()).doesNotThrowAnyException();
  }

  // Time

  @Test
  protected void nothing_begins_after_its_deadline() {
    assertThat(open().tell(notice(SOUND), in(Duration.ZERO))).isNotInstanceOf(Outcome.Done.class);
    assertThat(open().remediate(attempt(SOUND), in(Duration.ZERO)))
        .isNotInstanceOf(Outcome.Done.class);

    assertThat(errands().keys())
        .allSatisfy(key -> assertThat(count(key)).as(key).isZero());
  }

  // F34, S14
  @Test
  protected void whoever_does_not_answer_is_given_up_at_the_deadline() {
    hangs();

    assertGivenUp((effects, deadline) -> effects.tell(notice(SOUND), deadline));
    assertGivenUp((effects, deadline) -> effects.remediate(attempt(SOUND), deadline));
  }

  private void assertGivenUp(Call call) {
    long begun = time().nanos();
    Outcome outcome = call.make(open(), in(SHORT));
    assertThat(Duration.ofNanos(time().nanos() - begun)).isLessThan(SHORT.plus(GRACE));
    assertThat(outcome).isNotInstanceOf(Outcome.Done.class);
  }

  /** One of the three. */
  @FunctionalInterface
  private interface Call {
    Outcome make(Effects effects, Deadline deadline);
  }

  // Keys

  // F08, F26: as a round does that takes over what another one left
  @Test
  protected void an_attempt_that_is_taken_over_is_not_made_twice() {
    Recorded<Attempt> attempt = attempt(SOUND);
    open().remediate(attempt, soon());

    Outcome found = open().find(attempt, soon());
    if (found instanceof Outcome.NotDone) {
      open().remediate(attempt, soon());
    }

    assertThat(found).isInstanceOf(Outcome.Done.class);
    assertThat(count(attempt.key())).isEqualTo(1);
  }

  @Test
  protected void an_attempt_that_is_repeated_has_no_second_effect() {
    Recorded<Attempt> attempt = attempt(SOUND);
    open().remediate(attempt, soon());
    if (outsideKnowsKeys()) {
      open().remediate(attempt, soon());
    }

    assertThat(count(attempt.key())).isEqualTo(1);
  }

  @Test
  protected void looking_for_an_attempt_makes_nothing() {
    Outcome found = open().find(attempt(SOUND), soon());

    assertThat(found).isNotNull();
    assertThat(errands().keys())
        .allSatisfy(key -> assertThat(count(key)).as(key).isZero());
  }

  // A whole round

  @Test
  protected void a_round_has_one_outcome_for_every_intent_and_no_other() {
    RoundReport report = errands().round(open());

    assertThat(report.bugs()).isEmpty();
    assertThat(report.outcomes().keySet()).containsExactlyElementsOf(errands().keys());
    assertThat(report.outcomes().values()).allMatch(o -> o instanceof Outcome.Done);
    assertThat(errands().keys())
        .allSatisfy(key -> assertThat(count(key)).as(key).isEqualTo(1));
  }
}
