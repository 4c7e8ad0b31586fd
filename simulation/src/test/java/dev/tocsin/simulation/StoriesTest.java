package dev.tocsin.simulation;

import static dev.tocsin.simulation.Worlds.last;
import static dev.tocsin.simulation.Worlds.lasting;
import static dev.tocsin.simulation.Worlds.plan;
import static dev.tocsin.simulation.Worlds.restarts;
import static dev.tocsin.simulation.Worlds.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Witness;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sequences that broke earlier drafts of the rules, each the shortest known. */
class StoriesTest {

  private final Simulation world = Worlds.of(Worlds.policy(), 1);

  @Test
  void an_alert_whose_outcome_another_round_overtook_is_not_sent_twice() {
    Simulation stage = play("F F& F F F");
    assertThat(told(stage, Notice.Kind.ALERT)).isEqualTo(1);
  }

  @Test
  void a_watchman_killed_after_every_mail_does_not_send_five_alerts() {
    Simulation stage = play("F FK FK FK FK FK FK FK FK FK FK FK FK");
    assertThat(told(stage, Notice.Kind.ALERT)).isEqualTo(3);
  }

  @Test
  void two_rounds_that_find_the_same_leftover_send_it_once() {
    Simulation stage = play("F FK F F&");
    assertThat(last(stage).mails()).hasSize(1);
  }

  @Test
  void a_second_round_with_its_clock_far_ahead_does_not_end_the_claim_of_a_living_one() {
    Simulation stage = play("F Fk F>");
    assertThat(last(stage).mails()).isEmpty();
  }

  @Test
  void a_passing_target_is_not_restarted_by_a_leftover() {
    Simulation stage = play("F F+! P P P P");
    assertThat(restarts(stage)).isZero();
    assertThat(stage.ledger().of("t0").attempts().unsettled()).isEmpty();
  }

  @Test
  void an_attempt_left_over_is_not_made_after_its_node_went_down_and_came_back() {
    assertThat(restarts(play("F F+! N+! F'"))).isZero();
    assertThat(restarts(play("F Fk N N F'"))).isZero();
    assertThat(restarts(play("F F+! F"))).isEqualTo(1);
  }

  @Test
  void a_recovery_is_not_told_again_because_its_alert_was_told_late_and_the_ledger_lost() {
    Simulation two = Worlds.of(Worlds.policy(), 2, Witness.REMEMBERS);
    Simulation stage = play(two, "FF NN-+ FF!+ PF-+ PP FP FF FF FF FF PF0 PF");
    assertThat(last(stage).mails())
        .flatExtracting(mail -> mail.notice().orElseThrow().members())
        .extracting(member -> member.about().round())
        .containsExactly(6L);
  }

  @Test
  void an_attempt_that_is_found_again_and_again_takes_effect_once() {
    Simulation stage = play("F F+? FK FK FK F F F");
    assertThat(restarts(stage)).isEqualTo(1);
  }

  @Test
  void settle_counts_from_when_the_outcome_is_known() {
    Simulation stage = play("F F+? P+? F F F F F");
    assertThat(restarts(stage)).isEqualTo(1);
  }

  @Test
  void three_restarts_do_not_fit_into_a_window_of_two_when_an_outcome_comes_late() {
    Policy policy = Worlds.policy().remediation(Worlds.remediation(8, 1));
    Simulation small = Worlds.of(policy, 1);
    Simulation stage = play(small, "F F+? F P P F F P F F");
    assertThat(restarts(stage)).isEqualTo(2);
  }

  @Test
  void a_recovery_of_an_alert_that_nobody_got_tells_both_in_one_mail() {
    Simulation stage = play("N N!+ N!+ N!+ P P");
    Notice only = last(stage).mails().get(0).notice().orElseThrow();
    assertThat(only.kind()).isEqualTo(Notice.Kind.RECOVERY);
    assertThat(only.members().get(0).begun()).isEqualTo(Telling.OWED);
  }

  @Test
  void an_alert_that_stays_unclear_is_told_when_the_mail_is_mended() {
    Simulation stage = play("N N! N! N!");
    stage = Turn.played(stage, lasting(See.NODE_DOWN, 290));
    assertThat(told(stage, Notice.Kind.ALERT)).isEqualTo(1);
    assertThat(stage.ledger().of("t0").incident().orElseThrow().alert()).isEqualTo(Telling.TOLD);
  }

  @Test
  void an_attempt_that_nobody_can_look_for_does_not_keep_its_incident_open_for_ever() {
    Simulation stage = play("F F+!" + " P+!".repeat(11));
    assertThat(stage.ledger().of("t0").attempts().unsettled()).isEmpty();
    assertThat(stage.ledger().of("t0").attempts().charges()).hasSize(1);
    stage = Turn.played(stage, Turn.parse("P P P P P P"));
    assertThat(stage.ledger().of("t0").incident()).isEmpty();
    assertThat(restarts(stage)).isZero();
  }

  @Test
  void nobody_hears_gave_up_after_recovered() {
    Simulation stage = Turn.played(world, lasting(See.FAIL, 1));
    stage = Turn.played(stage, Collections.nCopies(100, Turn.parse("F-+").get(0)));
    assertThat(stage.ledger().of("t0").incident().orElseThrow().gaveUp()).isEqualTo(Telling.OWED);
    stage = Turn.played(stage, Turn.parse("P-+ P P P P P P P P"));
    assertThat(told(stage, Notice.Kind.GAVE_UP)).isZero();
    assertThat(told(stage, Notice.Kind.RECOVERY)).isEqualTo(1);
  }

  @Test
  void a_new_alert_takes_in_the_recovery_that_was_never_told() {
    Simulation stage = play("N N P- P- N- N");
    Notice alert = last(stage).mails().get(0).notice().orElseThrow();
    assertThat(alert.kind()).isEqualTo(Notice.Kind.ALERT);
    assertThat(alert.members().get(0).earlier()).isPresent();
    assertThat(told(stage, Notice.Kind.RECOVERY)).isZero();
  }

  @Test
  void an_overlapping_pass_does_not_close_an_incident_on_one_sample() {
    assertThat(state(play("N N- P&"))).isEqualTo(State.RECOVERED);
  }

  @Test
  void an_impatient_operator_does_not_alert_early() {
    assertThat(state(play("F F' F' F'"))).isEqualTo(State.DEGRADED);
  }

  @Test
  void nobody_gives_up_without_ever_having_acted() {
    Simulation stage = play("F Fk N N F Fk N N F Fk N N F Fk N N F F+! N N N N N N N N");
    assertThat(restarts(stage)).isZero();
    assertThat(told(stage, Notice.Kind.GAVE_UP)).isZero();
  }

  @Test
  void a_pass_in_between_does_not_shorten_the_settle_time() {
    Simulation stage = play("F F P F F");
    assertThat(restarts(stage)).isEqualTo(1);
    assertThat(reason(stage)).isEqualTo(Reason.Code.SETTLING);
  }

  @Test
  void two_incidents_of_one_second_have_two_names() {
    Planner planner = new Planner(world.setting().targets(), Worlds.INTERVAL);
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    Map<String, Sighting> failing = Map.of("t0", Worlds.sighting(See.FAIL));
    Map<String, Sighting> passing = Map.of("t0", Worlds.sighting(See.PASS));
    Ledger first = planner.plan(Ledger.EMPTY, failing, noon).next();
    Ledger over = planner.plan(first, passing, noon.plus(Worlds.INTERVAL)).next();
    Ledger back = planner.plan(over, passing, noon.minus(Worlds.INTERVAL)).next();
    Ledger second = planner.plan(back, failing, noon).next();
    assertThat(second.of("t0").incident().orElseThrow().id().openedAt()).isEqualTo(noon);
    assertThat(second.of("t0").incident().orElseThrow().id())
        .isNotEqualTo(first.of("t0").incident().orElseThrow().id());
  }

  @Test
  void a_ledger_deleted_twice_within_a_window_makes_no_third_restart_and_no_second_alert() {
    Simulation cluster = Worlds.of(Worlds.policy(), 1, Witness.REMEMBERS);
    Simulation stage = play(cluster, "F F F F0 F F F F F F0 F F F F F F F F F F F F F F F F");
    assertThat(told(stage, Notice.Kind.ALERT)).isEqualTo(1);
  }

  @Test
  void a_file_ledger_that_is_deleted_costs_one_alert() {
    assertThat(told(play("N N N0 N N N"), Notice.Kind.ALERT)).isEqualTo(2);
  }

  @Test
  void half_down_for_ever_is_told() {
    assertThat(told(play("N P N P N P N P N P N P N P"), Notice.Kind.ALERT)).isEqualTo(1);
    assertThat(told(play("N U P N U P N U P N U P N U P N U P N"), Notice.Kind.ALERT))
        .isEqualTo(1);
  }

  @Test
  void a_node_that_is_back_does_not_get_its_starting_pods_killed() {
    assertThat(restarts(play("N N N N F"))).isZero();
    assertThat(restarts(play("N N N N F F"))).isEqualTo(1);
  }

  @Test
  void a_node_that_goes_down_between_decision_and_act_blocks_the_act() {
    Simulation stage = play("F F|");
    assertThat(restarts(stage)).isZero();
    assertThat(state(stage)).isEqualTo(State.ALERTED);
    assertThat(stage.ledger().of("t0").attempts().charges()).isEmpty();
  }

  @Test
  void a_damaged_memory_locks_attempts_for_one_window() {
    Simulation stage = play("F F F# F F");
    assertThat(restarts(stage)).isEqualTo(1);
    assertThat(reason(stage)).isEqualTo(Reason.Code.MEMORY_DAMAGED);
  }

  @Test
  void a_clock_far_ahead_for_one_round_does_not_end_a_pause() {
    Simulation stage = play("F N- N= N> N N");
    assertThat(told(stage, Notice.Kind.ALERT)).isZero();
  }

  @Test
  void a_disruption_budget_that_always_says_no_ends_with_a_human() {
    Simulation stage = play("F F F F F F F");
    stage = Turn.played(stage, Collections.nCopies(200, Turn.parse("F+-").get(0)));
    assertThat(told(stage, Notice.Kind.GAVE_UP)).isEqualTo(1);
  }

  @Test
  void an_alert_with_one_lost_answer_outlives_weeks_of_a_dead_mail_server() {
    Simulation stage = play("N N!");
    stage = Turn.played(stage, Collections.nCopies(2100, Turn.parse("N-").get(0)));
    assertThat(told(Turn.played(stage, List.of(Turn.of(See.NODE_DOWN))), Notice.Kind.ALERT))
        .isEqualTo(1);
  }

  @Test
  void a_ledger_lost_while_nothing_can_be_seen_is_still_no_second_alert() {
    Simulation cluster = Worlds.of(Worlds.policy(), 1, Witness.REMEMBERS);
    assertThat(told(play(cluster, "F F F U0 U F F F"), Notice.Kind.ALERT)).isEqualTo(1);
  }

  @Test
  void failures_with_gaps_between_them_are_told_in_the_end() {
    Simulation patient = Worlds.of(Policy.DEFAULT.failuresToAlert(3), 1);
    assertThat(told(play(patient, "F F~ F F~ F F~ F F~ F"), Notice.Kind.ALERT)).isEqualTo(1);
  }

  @Test
  void an_alert_tells_the_end_of_every_incident_that_nobody_heard_the_end_of() {
    Simulation stage = play("N N P- P- N- N- P- P- P- P- P- P- N- N");
    Notice.Member member =
        last(stage).mails().get(0).notice().orElseThrow().members().get(0);
    assertThat(member.earlier().orElseThrow().since()).isEqualTo(world.setting().start());
  }

  @Test
  void the_night_of_the_incident_costs_one_alert_no_restart_and_one_recovery() {
    Simulation stage = Turn.played(world, lasting(See.PASS, 6));
    stage = Turn.played(stage, lasting(See.NODE_DOWN, 36));
    stage = Turn.played(stage, Turn.parse("F P P P P P P"));
    assertThat(restarts(stage)).isZero();
    assertThat(told(stage, Notice.Kind.ALERT)).isEqualTo(1);
    assertThat(told(stage, Notice.Kind.RECOVERY)).isEqualTo(1);
    assertThat(stage.history().mails().count()).isEqualTo(2);
  }

  private Simulation play(String turns) {
    return play(world, turns);
  }

  private static Simulation play(Simulation world, String turns) {
    Simulation stage = world;
    for (Turn turn : Turn.parse(turns)) {
      stage = Turn.played(stage, List.of(turn));
      assertThat(Violation.first(Invariants.ALL, stage.history())).isEmpty();
    }
    return stage;
  }

  private static State state(Simulation stage) {
    return stage.ledger().of("t0").state();
  }

  private static Reason.Code reason(Simulation stage) {
    return plan(stage).decisions().get(0).reason().code();
  }

  /** Whether a memory is worth keeping after all is well again for long. */
  @Test
  void a_healthy_target_with_full_budgets_and_trust_is_not_remembered() {
    Simulation stage = Turn.played(play("F F F P P"), lasting(See.PASS, 900));
    assertThat(stage.ledger().memories()).isEqualTo(Map.<String, Memory>of());
  }
}
