package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What whole rounds over a store must hold, two at once among them, judged by what the outside saw.
 */
public abstract class RoundContract {

  /**
   * Opens a place as another process would: another store over the same memory.
   *
   * @param place a DNS label; in a new test no place has a ledger
   */
  protected abstract IncidentStore open(String place);

  // F06, F33: accepted, then killed, and again: three in all, then once a day.
  @Test
  protected void a_round_killed_after_every_mail_is_no_storm() {
    Story story = Story.onlyTells(() -> open("here"), Duration.ofHours(1));
    story.world().fails();
    story.round();
    for (int round = 0; round < 24; round++) {
      story.world().duringTell(() -> {
        story.world().mailbox().merge("accepted", 1, Integer::sum);
        throw new Killed("after the final dot");
      });
      story.killed(Trap.none());
    }
    assertThat(new HashSet<>(story.world().told())).hasSize(1);
    assertThat(story.world().mailbox().get("accepted")).isEqualTo(3);
  }

  // F04
  @Test
  protected void an_alert_that_was_only_written_down_is_told() {
    Story story = Story.onlyTells(() -> open("here"), Story.INTERVAL);
    story.world().fails();
    story.round();
    story.killed(Trap.at(2, Trap.Side.AFTER));
    assertThat(story.world().told()).as("killed before anything was sent").isEmpty();
    assertThat(story.ledger().notices()).hasSize(1);

    story.round();
    story.round();

    assertThat(story.world().mailbox()).hasSize(1);
  }

  // F; F while a second round runs between the first one's two saves
  @Test
  protected void an_outcome_is_not_lost_to_a_round_between_the_two_saves() {
    Story story = Story.onlyTells(() -> open("here"), Story.INTERVAL);
    story.world().fails();
    story.round();
    AtomicReference<Ending> second = new AtomicReference<>();
    story
        .world()
        .duringTell(() -> second.set(story.now(open("here"), Trap.none()).ending()));

    RoundReport first = story.round();

    assertThat(first.exitCode()).isZero();
    assertThat(second.get()).isIn(Ending.DONE, Ending.OWING);
    for (int round = 0; round < 4; round++) {
      story.round();
    }
    assertThat(story.world().told()).hasSize(1);
    assertThat(story.ledger().notices()).isEmpty();
  }

  // F76, S7
  @Test
  protected void of_two_rounds_at_once_only_one_does_anything() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.world().fails();
    AtomicReference<Ending> other = new AtomicReference<>();
    story
        .world()
        .duringLook(() -> other.set(story.now(open("here"), Trap.none()).ending()));

    RoundReport overtaken = story.round();

    assertThat(other.get()).isEqualTo(Ending.DONE);
    assertThat(overtaken.ending()).isEqualTo(Ending.OVERTAKEN);
    assertThat(overtaken.exitCode()).isZero();
    assertThat(overtaken.outcomes()).isEmpty();
    assertThat(story.world().told()).hasSize(1);
    assertThat(story.world().repairs()).hasSize(1);
  }

  // F78
  @Test
  protected void an_impatient_operator_confirms_nothing() {
    Story story = Story.onlyTells(() -> open("here"), Story.INTERVAL);
    story.world().fails();
    for (int round = 0; round < 5; round++) {
      story.now(open("here"), Trap.none());
      story.time().pass(Duration.ofSeconds(10));
    }
    assertThat(story.world().told()).isEmpty();
  }

  // F33, S3
  @Test
  protected void a_mail_whose_answer_is_lost_is_repeated_three_times_then_once_a_day() {
    Story story = Story.onlyTells(() -> open("here"), Duration.ofHours(1));
    story.world().fails();
    story.world().mailAnswers(() -> new Outcome.Unclear("the answer was lost"));
    List<Integer> tries = new ArrayList<>();
    for (int round = 0; round < 76; round++) {
      story.round();
      tries.add(story.world().told().size());
    }

    assertThat(tries.subList(0, 5)).containsExactly(0, 1, 2, 3, 3);
    assertThat(tries.get(26)).as("before a day is over").isEqualTo(3);
    assertThat(tries.get(28)).as("a day later").isEqualTo(4);
    assertThat(tries.get(75)).as("three days later").isEqualTo(6);
    assertThat(new HashSet<>(story.world().told())).hasSize(1);
  }

  // F23
  @Test
  protected void what_cannot_be_written_down_is_not_done() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.world().fails();
    IncidentStore full = FaultyStore.failing(open("here"));

    RoundReport report = story.now(full, Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world().told()).isEmpty();
    assertThat(story.world().repairs()).isEmpty();
    assertThat(story.ledger()).isEqualTo(Ledger.EMPTY);
  }

  // F19
  @Test
  protected void what_is_not_known_to_be_written_is_done_by_a_later_round() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.world().fails();
    IncidentStore silent = FaultyStore.silent(open("here"));

    RoundReport report = story.now(silent, Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world().told()).isEmpty();
    assertThat(story.world().repairs()).isEmpty();
    story.time().pass(Story.INTERVAL);
    for (int round = 0; round < 3; round++) {
      story.round();
    }
    assertThat(story.world().mailbox().values()).containsExactly(1);
    assertThat(story.world().repairs().values()).containsExactly(1);
  }

  // F12, F20
  @Test
  protected void a_ledger_without_an_answer_is_not_an_empty_one() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.world().fails();

    RoundReport report = story.now(FaultyStore.unusable(open("here")), Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world().looks()).isZero();
    assertThat(story.world().told()).isEmpty();
    assertThat(story.ledger()).isEqualTo(Ledger.EMPTY);
  }

  // F39
  @Test
  protected void a_ledger_emptied_during_the_round_is_no_other_rounds_work() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.round();
    story.world().fails();
    story.world().duringLook(() -> {
      IncidentStore store = open("here");
      Loaded.Found found = (Loaded.Found) store.load();
      assertThat(found.ledger().schedule().rounds()).isEqualTo(1);
      assertThat(store.write(Ledger.EMPTY, found.version())).isInstanceOf(Written.At.class);
    });
    RoundReport report = story.round();
    assertThat(report.ending()).isEqualTo(Ending.DONE);
    assertThat(story.world().mailbox()).hasSize(1);
  }

  // F21
  @Test
  protected void somebody_who_only_touched_the_ledger_does_not_cost_the_round() {
    Story story = Story.alertsAtOnce(() -> open("here"));
    story.world().fails();
    story.world().duringLook(() -> {
      Ledger paused =
          Ledger.EMPTY.paused("plex", Optional.of(story.time().now().plus(Story.INTERVAL)));
      Written written = open("here").write(paused, IncidentStore.Version.ABSENT);
      assertThat(written).isInstanceOf(Written.At.class);
    });

    RoundReport report = story.round();

    assertThat(report.ending()).isEqualTo(Ending.DONE);
    assertThat(story.world().mailbox()).hasSize(1);
  }
}
