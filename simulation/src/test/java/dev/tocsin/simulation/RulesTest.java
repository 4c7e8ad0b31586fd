package dev.tocsin.simulation;

import static dev.tocsin.simulation.Worlds.last;
import static dev.tocsin.simulation.Worlds.lasting;
import static dev.tocsin.simulation.Worlds.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incident.Decision;
import dev.tocsin.incident.Incident;
import dev.tocsin.incident.IncidentId;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Memory;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Plan;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Reason;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.incident.Telling;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.Violation;
import dev.tocsin.simulation.search.See;
import dev.tocsin.simulation.search.Turn;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The rules that concern several targets, and those that a walk does not show well. */
class RulesTest {

  @Test
  void one_dead_node_is_one_mail_for_all_its_targets() {
    Simulation world = Worlds.together(Worlds.policy(), 3);
    Notice notice = only(play(world, "N N"));
    assertThat(notice.members()).hasSize(3);
    assertThat(notice.cause()).contains("node n1");
    assertThat(notice.key()).startsWith("t0-").endsWith("-alert-1");
  }

  @Test
  void where_a_target_last_ran_is_remembered_until_its_incident_closes() {
    Planner planner = new Planner(List.of(Target.of("frigate", Policy.DEFAULT)), Worlds.INTERVAL);
    Ledger ledger = seen(planner, Ledger.EMPTY, 1, See.PASS, Optional.of("still-fawn"));
    assertThat(ledger.memories()).isEmpty();
    ledger = seen(planner, ledger, 2, See.NODE_DOWN, Optional.of("still-fawn"));
    ledger = seen(planner, ledger, 3, See.NODE_DOWN, Optional.empty());
    assertThat(ledger.of("frigate").incident().orElseThrow().place()).contains("still-fawn");
    ledger = seen(planner, ledger, 4, See.PASS, Optional.of("pumped-piglet"));
    assertThat(ledger.of("frigate").incident().orElseThrow().place()).contains("pumped-piglet");
    ledger = seen(planner, ledger, 5, See.PASS, Optional.of("pumped-piglet"));
    assertThat(ledger.of("frigate").incident()).isEmpty();
  }

  private static Ledger seen(
      Planner planner, Ledger ledger, int round, See see, Optional<String> place) {
    Sighting sighting = Worlds.sighting(see);
    Sighting placed = new Sighting(
        sighting.observation(), sighting.preconditions(), Sighting.Witness.NONE, place);
    Instant at = Instant.EPOCH.plus(Worlds.rounds(round));
    return planner.plan(ledger, Map.of("frigate", placed), at).next();
  }

  @Test
  void two_or_three_alerts_without_a_common_cause_are_told_each_by_itself() {
    Simulation stage = play(Worlds.of(Worlds.policy(), 3), "F F");
    assertThat(last(stage).mails()).hasSize(3);
  }

  @Test
  void more_than_three_alerts_of_one_round_are_one_mail() {
    assertThat(only(play(Worlds.of(Worlds.policy(), 4), "F F")).members()).hasSize(4);
  }

  @Test
  void a_resent_mail_of_several_names_the_same_targets_though_one_has_recovered() {
    Simulation world = Worlds.of(Worlds.policy(), 4);
    Simulation stage = play(world, "FFFF FFFF?+ PFFF");
    Notice again = only(stage);
    assertThat(again.tries()).isEqualTo(2);
    assertThat(again.members()).hasSize(4);
  }

  @Test
  void a_mail_that_was_never_sent_leaves_out_who_has_recovered_since() {
    Simulation world = Worlds.of(Worlds.policy(), 5);
    assertThat(only(play(world, "FFFFF FFFFF- PFFFF")).members())
        .map(Notice.Member::target)
        .containsExactly("t1", "t2", "t3", "t4");
  }

  @Test
  void blindness_of_one_cause_is_one_mail_and_so_is_its_end() {
    Simulation world = Worlds.of(Worlds.policy(), 3);
    Simulation blind = play(world, "U U U");
    assertThat(only(blind).kind()).isEqualTo(Notice.Kind.BLIND);
    Simulation seeing = Turn.played(blind, List.of(Turn.of(See.PASS)));
    assertThat(only(seeing).kind()).isEqualTo(Notice.Kind.SIGHT_BACK);
    assertThat(only(seeing).members()).hasSize(3);
  }

  @Test
  void a_target_scaled_to_zero_is_never_blind_and_keeps_its_incident_open() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Simulation stage = play(world, "N N O O O O O O");
    assertThat(stage.ledger().of("t0").state()).isEqualTo(State.ALERTED);
    assertThat(stage.ledger().of("t0").sight().blindness()).isEmpty();
  }

  @Test
  void four_targets_that_fail_at_once_are_told_but_not_restarted_for_a_window() {
    Simulation world = Worlds.of(Worlds.smallPolicy(), 6);
    Simulation stage = play(world, "FFFFPP FFFFPP");
    assertThat(only(stage).members()).hasSize(4);
    assertThat(last(stage).restarts()).isEmpty();
    assertThat(decision(stage, "t0").reason().code()).isEqualTo(Reason.Code.STORM);
    Simulation later = Turn.played(stage, Turn.parse("FFFFPP FFFFPP FFFFPP FFFFPP"));
    assertThat(later.history().steps().flatMap(s -> s.restarts().stream())).hasSize(4);
  }

  @Test
  void a_target_that_leaves_and_comes_back_cannot_be_restarted_at_once() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Ledger ledger = play(world, "F FK").ledger();
    Planner without = new Planner(List.of(), Worlds.INTERVAL);
    Ledger left = without.plan(ledger, Map.of(), at(ledger)).next();
    Ledger back = left;
    for (int round = 0; round < 3; round++) {
      Plan plan =
          world.history().planner().plan(back, Map.of("t0", Worlds.sighting(See.FAIL)), at(back));
      assertThat(plan.acts()).isEmpty();
      back = plan.next();
    }
  }

  @Test
  void paused_targets_that_fail_make_no_storm_for_the_others() {
    Simulation world = Worlds.of(Worlds.policy(), 5);
    Ledger ledger = world.ledger();
    Instant until = Instant.parse("2026-02-01T00:00:00Z");
    for (String paused : List.of("t0", "t1", "t2")) {
      ledger = ledger.paused(paused, Optional.of(until));
    }
    Map<String, Sighting> seen = new HashMap<>();
    for (String failing : List.of("t0", "t1", "t2", "t3")) {
      seen.put(failing, Worlds.sighting(See.FAIL));
    }
    seen.put("t4", Worlds.sighting(See.PASS));
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Ledger first = world.history().planner().plan(ledger, seen, start).next();
    Plan second = world.history().planner().plan(first, seen, start.plus(Worlds.INTERVAL));
    assertThat(second.acts()).hasSize(1);
  }

  @Test
  void three_targets_that_fail_at_once_are_no_storm() {
    Simulation world = Worlds.of(Worlds.policy(), 5);
    assertThat(last(play(world, "FFFPP FFFPP")).restarts()).hasSize(3);
  }

  @Test
  void a_target_waits_for_the_one_it_comes_after() {
    Policy policy = Worlds.policy();
    List<Target> targets = List.of(Target.of("t0", policy), new Target("t1", policy, Set.of("t0")));
    Simulation world = Worlds.of(Setting.of(targets, Worlds.INTERVAL), UnaryOperator.identity());
    Simulation stage = play(world, "NF NF");
    Decision held = decision(stage, "t1");
    assertThat(held.reason().sentence()).contains("target t0 is not passing");
    assertThat(last(stage).restarts()).isEmpty();
    stage = Turn.played(stage, Turn.parse("PF PF PF PF"));
    assertThat(last(stage).restarts()).hasSize(1);
  }

  @Test
  void where_a_target_last_ran_is_remembered_though_it_waits_for_another() {
    Target nas = Target.of("nas", Policy.DEFAULT);
    Planner planner = new Planner(
        List.of(new Target("frigate", Policy.DEFAULT, Set.of("nas")), nas), Worlds.INTERVAL);
    Ledger ledger = seen(planner, Ledger.EMPTY, 1, See.FAIL, Optional.of("still-fawn"));
    assertThat(ledger.of("frigate").incident().orElseThrow().place()).contains("still-fawn");
  }

  // F46
  @Test
  void an_incident_whose_end_was_told_is_not_opened_again_by_a_ledger_that_was_put_back() {
    Planner planner = new Planner(List.of(Target.of("t0", Worlds.policy())), Worlds.INTERVAL);
    Ledger old = play(Worlds.of(Worlds.policy(), 1), "N N").ledger();
    IncidentId incident = old.of("t0").incident().orElseThrow().id();
    Sighting.Witness witness = new Sighting.Witness(List.of(), Optional.empty(), List.of(incident));
    Sighting fails = new Sighting(Worlds.sighting(See.FAIL).observation(), List.of(), witness);
    Ledger ledger = planner.plan(old, Map.of("t0", fails), at(old)).next();
    assertThat(ledger.of("t0").state()).isEqualTo(State.DEGRADED);
    Plan told = planner.plan(ledger, Map.of("t0", fails), at(ledger));
    assertThat(told.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.ALERT);
  }

  @Test
  void what_cannot_be_seen_is_blind_since_the_first_round_that_did_not_see_it() {
    Simulation stage = play(Worlds.of(Worlds.policy(), 1), "P U U U");
    Notice blind = only(stage);
    assertThat(blind.kind()).isEqualTo(Notice.Kind.BLIND);
    assertThat(blind.members().get(0).since())
        .isEqualTo(at(stage.ledger()).minus(Worlds.rounds(3)));
  }

  @Test
  void targets_that_wait_for_each_other_would_wait_for_ever() {
    List<Target> circle = List.of(
        new Target("t0", Worlds.policy(), Set.of("t1")),
        new Target("t1", Worlds.policy(), Set.of("t0")));
    assertThatThrownBy(() -> new Planner(circle, Worlds.INTERVAL))
        .hasMessage("these wait for each other: [t0, t1]");
  }

  @Test
  void a_pause_is_silent_and_what_was_owed_before_is_still_owed() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Simulation stage = play(world, "N N- N=");
    assertThat(last(stage).mails()).isEmpty();
    assertThat(decision(stage, "t0").reason().code()).isEqualTo(Reason.Code.PAUSED);
    stage = Turn.played(stage, Turn.parse("N N N N"));
    assertThat(only(stage).kind()).isEqualTo(Notice.Kind.ALERT);
  }

  @Test
  void after_a_pause_failures_are_confirmed_afresh_before_acting() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Simulation stage = play(world, "F F= F F F F");
    assertThat(stage.history().steps().flatMap(s -> s.restarts().stream())).isEmpty();
    assertThat(last(Turn.played(stage, List.of(Turn.of(See.FAIL)))).restarts()).hasSize(1);
  }

  @Test
  void a_target_that_leaves_the_configuration_is_closed_and_nobody_hears_that_it_recovered() {
    Simulation both = Worlds.of(Worlds.policy(), 2);
    Ledger ledger = play(both, "FF FF-+").ledger();
    Planner without = new Planner(List.of(Target.of("t0", Worlds.policy())), Worlds.INTERVAL);
    Plan plan = without.plan(ledger, Map.of("t0", Worlds.sighting(See.FAIL)), at(ledger));
    assertThat(plan.left()).hasSize(1);
    assertThat(plan.next().of("t1").state()).isEqualTo(State.HEALTHY);
    assertThat(plan.notices()).allMatch(n -> n.kind() == Notice.Kind.ALERT);
    assertThat(plan.next().of("t1").attempts().charges()).isNotEmpty();
  }

  @Test
  void a_changed_policy_does_not_alert_an_open_incident_again() {
    Ledger ledger = play(Worlds.of(Worlds.policy(), 1), "N N").ledger();
    Policy stricter = Policy.DEFAULT.failuresToAlert(5).successesToClose(9);
    Planner planner = new Planner(List.of(Target.of("t0", stricter)), Worlds.INTERVAL);
    Plan plan = planner.plan(ledger, Map.of("t0", Worlds.sighting(See.FAIL)), at(ledger));
    assertThat(plan.notices()).isEmpty();
    assertThat(plan.next().of("t0").state()).isEqualTo(State.ALERTED);
  }

  @Test
  void an_open_incident_is_told_again_as_often_as_asked_for() {
    Simulation world = Worlds.of(Policy.DEFAULT.remindEvery(Duration.ofHours(1)), 1);
    Simulation stage = Turn.played(world, lasting(See.FAIL, 50));
    assertThat(stage.history().steps().flatMap(s -> s.mails().stream()).map(d -> d.key()))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void after_giving_up_one_trial_is_made_and_then_a_later_one() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Simulation stage = Turn.played(world, lasting(See.FAIL, 200));
    Memory memory = stage.ledger().of("t0");
    assertThat(memory.incident().orElseThrow().gaveUp()).isEqualTo(Telling.TOLD);
    assertThat(memory.incident().orElseThrow().trials()).isBetween(2, 4);
  }

  @Test
  void a_human_is_asked_once_when_the_attempts_are_spent() {
    Remediation once = new Remediation(
        List.of(new Remediation.Step("restart", 1, Worlds.rounds(2))),
        3,
        2,
        Worlds.rounds(8),
        Worlds.rounds(1),
        Worlds.rounds(1),
        Worlds.rounds(6),
        Optional.empty());
    Simulation world = Worlds.of(Policy.DEFAULT.remediation(once), 1);
    Simulation stage = Turn.played(world, Collections.nCopies(60, Turn.of(See.FAIL)));
    assertThat(stage.history().steps().flatMap(s -> s.restarts().stream())).hasSize(1);
    assertThat(stage
            .history()
            .steps()
            .flatMap(s -> s.mails().stream())
            .filter(d -> d.kind() == Notice.Kind.GAVE_UP))
        .hasSize(1);
    assertThat(decision(stage, "t0").reason().code()).isEqualTo(Reason.Code.GAVE_UP);
  }

  @Test
  void a_ladder_goes_up_when_a_step_did_not_help() {
    Remediation ladder = new Remediation(
        List.of(
            new Remediation.Step("evict", 1, Worlds.rounds(1)),
            new Remediation.Step("rollout", 1, Worlds.rounds(1))),
        3,
        5,
        Worlds.rounds(8),
        Worlds.rounds(1),
        Worlds.rounds(1),
        Worlds.rounds(6),
        Optional.empty());
    Simulation world = Worlds.of(Policy.DEFAULT.remediation(ladder), 1);
    Simulation stage = Turn.played(world, lasting(See.FAIL, 30));
    assertThat(stage.history().steps().flatMap(s -> s.restarts().stream()).map(e -> e.step()))
        .containsExactly("rollout", "evict");
  }

  @Test
  void every_wait_says_when_it_could_end() {
    Simulation stage = play(Worlds.of(Worlds.policy(), 1), "F F F");
    Reason settling = decision(stage, "t0").reason();
    assertThat(settling.code()).isEqualTo(Reason.Code.SETTLING);
    assertThat(settling.earliest()).contains(last(stage).at().plus(Worlds.rounds(3)));
  }

  @Test
  void a_reset_by_hand_tells_once_more_and_never_a_third_time() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Simulation told = play(world, "N N N");
    Ledger reset = resetByHand(told.ledger());
    Plan again = plan(world, reset);
    assertThat(again.notices().get(0).key()).endsWith("-alert-2");
    Ledger twice = again
        .next()
        .settle(Map.of(again.notices().get(0).key(), new Outcome.Done("ok")), at(reset));
    assertThat(twice.of("t0").incident().orElseThrow().mayBeReset()).isFalse();
    assertThat(plan(world, resetByHand(twice)).notices()).isEmpty();
  }

  @Test
  void silenced_by_hand_means_that_nobody_is_told_any_more_in_this_incident() {
    Simulation world = Worlds.of(Worlds.policy(), 1);
    Ledger owing = play(world, "N N-").ledger();
    Memory memory = owing.of("t0");
    Ledger silenced = owing.with(with(memory, memory.incident().orElseThrow().silencedByHand()));
    assertThat(plan(world, silenced).notices()).isEmpty();
  }

  private static Ledger resetByHand(Ledger ledger) {
    Memory memory = ledger.of("t0");
    return ledger.with(with(memory, memory.incident().orElseThrow().resetByHand(memory.state())));
  }

  private static Memory with(Memory m, Incident incident) {
    return new Memory(
        m.target(),
        m.state(),
        m.samples(),
        Optional.of(incident),
        m.attempts(),
        m.trust(),
        m.sight(),
        m.recovery(),
        m.notices(),
        m.pausedUntil());
  }

  private static Plan plan(Simulation world, Ledger ledger) {
    return world
        .history()
        .planner()
        .plan(ledger, Map.of("t0", Worlds.sighting(See.NODE_DOWN)), at(ledger));
  }

  private static Instant at(Ledger ledger) {
    return ledger.schedule().lastCounted().plus(Worlds.INTERVAL);
  }

  private static Simulation play(Simulation world, String turns) {
    Simulation stage = world;
    for (Turn turn : Turn.parse(turns)) {
      stage = Turn.played(stage, List.of(turn));
      assertThat(Violation.first(Invariants.ALL, stage.history())).isEmpty();
    }
    return stage;
  }

  private static Notice only(Simulation stage) {
    assertThat(last(stage).mails()).hasSize(1);
    return last(stage).mails().get(0).notice().orElseThrow();
  }

  private static Decision decision(Simulation stage, String target) {
    return Worlds.plan(stage).decisions().stream()
        .filter(d -> d.target().equals(target))
        .findFirst()
        .orElseThrow();
  }
}
