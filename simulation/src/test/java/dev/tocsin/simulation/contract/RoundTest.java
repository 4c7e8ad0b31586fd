package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Precondition.Verdict;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What one round owes its targets when time runs out, when it is stopped, and when a part breaks.
 */
class RoundTest implements Observer, Effects {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Policy POLICY =
      Policy.DEFAULT.failuresToAlert(1).remediation(Remediation.by("restart"));

  private final VirtualTime time = new VirtualTime();
  private final MemoryStore store = new MemoryStore();
  private final List<String> done = new ArrayList<>();
  private final Map<String, Runnable> troubles = new HashMap<>();
  private Verdict nodeAtLast = Verdict.MET;
  private boolean stopped;

  // F90: what answers too late is not seen, and the others are
  @Test
  void a_look_that_uses_all_its_time_leaves_time_to_tell() {
    troubles.put("look", () -> time.pass(Round.lookDeadline(INTERVAL)));
    assertThat(round("a", "b").ending()).isEqualTo(Ending.DONE);
    assertThat(done).contains("tell a", "tell b");
  }

  // F27: mail does not block remediation
  @Test
  void a_mail_server_that_keeps_us_waiting_does_not_cost_the_repair_its_time() {
    Stream.of("a", "b", "c")
        .forEach(t -> troubles.put("tell " + t, () -> time.pass(Duration.ofMinutes(2))));
    round("a", "b", "c");
    assertThat(done).contains("repair a", "repair b", "repair c").doesNotContain("tell c");
  }

  // F79: frozen between the save and the effect
  @Test
  void a_round_that_wakes_up_an_hour_later_does_not_act_on_what_it_decided() {
    troubles.put("tell a", () -> time.pass(Duration.ofHours(1)));
    RoundReport report = round("a", "b");
    assertThat(done).containsExactly("tell a");
    assertThat(report.outcomes().values())
        .filteredOn(o -> o instanceof Outcome.NotDone)
        .hasSize(3);
  }

  // F11, S15
  @Test
  void after_sigterm_no_effect_starts_and_what_was_not_begun_is_still_owed() {
    troubles.put("tell a", () -> stopped = true);
    round("a", "b");
    assertThat(done).containsExactly("tell a");
    stopped = false;
    time.pass(INTERVAL);
    round("a", "b");
    assertThat(done).contains("tell b", "repair a", "repair b");
  }

  // F08, F11: what may have been made is not forgotten because there was no time to look
  @Test
  void a_leftover_that_nobody_had_time_to_look_for_is_not_made_again() {
    troubles.put("repair a", () -> {
      throw new Killed("after the repair");
    });
    assertThatThrownBy(() -> round("a")).isInstanceOf(Killed.class);
    time.pass(INTERVAL);
    round("a");
    time.pass(INTERVAL);
    troubles.put("tell b", () -> stopped = true);
    round("a", "b");
    stopped = false;
    for (int later = 0; later < 2; later++) {
      time.pass(INTERVAL);
      round("a", "b");
    }
    assertThat(done.stream().filter("repair a"::equals)).hasSize(1);
  }

  @Test
  void a_bug_in_reading_a_precondition_once_more_makes_nothing_of_the_attempt() {
    troubles.put("recheck", () -> bug());
    RoundReport report = round("a");
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(done).containsExactly("tell a");
    assertThat(report.ledger().orElseThrow().of("a").attempts().charges()).isEmpty();
  }

  @Test
  void a_round_stopped_before_it_wrote_anything_down_does_nothing_at_all() {
    troubles.put("look", () -> stopped = true);
    RoundReport report = round("a");
    assertThat(report.exitCode()).isEqualTo(143);
    assertThat(report.plan()).isEmpty();
    assertThat(done).isEmpty();
  }

  @Test
  void a_bug_in_telling_of_one_target_does_not_touch_the_others() {
    troubles.put("tell a", () -> bug());
    RoundReport report = round("a", "b");
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.bugs()).singleElement().asString().contains("a-r1-").contains("a bug");
    assertThat(done).contains("tell b", "repair a", "repair b");
  }

  @Test
  void a_bug_in_looking_is_not_a_failure_of_the_targets() {
    troubles.put("look", () -> bug());
    RoundReport report = round("a");
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.ledger().orElseThrow().of("a").state()).isEqualTo(State.HEALTHY);
  }

  // F54, S1
  @Test
  void a_node_that_goes_down_right_before_the_act_blocks_it_and_costs_nothing() {
    nodeAtLast = Verdict.NOT_MET;
    RoundReport report = round("a");
    assertThat(done).containsExactly("tell a");
    assertThat(report.ledger().orElseThrow().of("a").attempts().charges()).isEmpty();
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void a_rehearsal_writes_nothing_and_does_nothing() {
    RoundReport report = of("a").rehearse();
    assertThat(report.plan().orElseThrow().notices()).hasSize(1);
    assertThat(done).isEmpty();
    assertThat(store.load()).isEqualTo(new MemoryStore().load());
  }

  private RoundReport round(String... targets) {
    return of(targets).run();
  }

  private Round of(String... targets) {
    List<Target> watched =
        Stream.of(targets).map(name -> Target.of(name, POLICY)).toList();
    return new Round(store, this, this, new Planner(watched, INTERVAL), time, () -> stopped);
  }

  private static void bug() {
    throw new IllegalStateException("a bug");
  }

  private void trouble(String where) {
    Runnable trouble = troubles.getOrDefault(where, () -> {});
    troubles.remove(where);
    trouble.run();
  }

  @Override
  public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
    trouble("look");
    Map<String, Sighting> seen = new HashMap<>();
    targets.forEach(t -> seen.put(t.name(), Sighting.of(new Observation.Failing("down"))));
    return seen;
  }

  @Override
  public List<Precondition> recheck(Target target, Deadline deadline) {
    trouble("recheck");
    return List.of(new Precondition("nodeReady", "node n1", nodeAtLast, "node n1: " + nodeAtLast));
  }

  @Override
  public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
    Set<String> targets = Set.of(notice.intent().members().get(0).target());
    targets.forEach(t -> done.add("tell " + t));
    targets.forEach(t -> trouble("tell " + t));
    return new Outcome.Done("accepted");
  }

  @Override
  public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
    done.add("repair " + attempt.intent().target());
    trouble("repair " + attempt.intent().target());
    return new Outcome.Done("restarted");
  }
}
