package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.IncidentStore.Written;
import dev.tocsin.round.Round;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import dev.tocsin.round.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What whole rounds over a store must hold, judged by what the outside saw. */
public abstract class RoundContract {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int FAILING = 8;
  private static final int PASSING = 16;

  /** The first round that may take over what the round 0 left. */
  private static final int CLAIM_ENDS = 2;

  /**
   * Opens a place as another process would: another store over the same memory.
   *
   * @param place a DNS label; in a new test no place has a ledger
   */
  protected abstract IncidentStore open(String place);

  /** One world, one place, and rounds that come on schedule. */
  private final class Story {
    private final World world = new World();
    private final VirtualTime time = new VirtualTime();
    private final String place;
    private final Planner planner;

    Story(String place, Policy policy, Duration interval) {
      this.place = place;
      this.planner = new Planner(List.of(Target.of("frigate", policy)), interval);
    }

    RoundReport round() {
      return round(Trap.none());
    }

    RoundReport round(Trap trap) {
      RoundReport report = now(open(place), trap);
      time.pass(planner.interval());
      return report;
    }

    /** A round at this very time. */
    RoundReport now(IncidentStore store, Trap trap) {
      var ports = new TrappedPorts(store, world, trap);
      return new Round(ports, ports, ports, planner, time, StopSignal.NEVER).run();
    }

    /** A round that is killed; empty if it made too few calls to be. */
    Optional<Killed> killed(Trap trap) {
      try {
        round(trap);
        return Optional.empty();
      } catch (Killed killed) {
        time.pass(planner.interval());
        return Optional.of(killed);
      }
    }

    /** Long enough for leftovers to be taken over, and for trust to come back. */
    void goOnUntilCalm() {
      for (int round = 0; round < FAILING; round++) {
        round();
      }
      world.passes();
      for (int round = 0; round < PASSING && !calm(); round++) {
        round();
      }
    }

    private boolean calm() {
      return ledger().notices().isEmpty() && ledger().of("frigate").incident().isEmpty();
    }

    Ledger ledger() {
      return ((Loaded.Found) open(place).load()).ledger();
    }
  }

  private Story alertsAtOnce(String place) {
    return new Story(
        place, Policy.DEFAULT.failuresToAlert(1).remediation(Remediation.by("restart")), INTERVAL);
  }

  private Story onlyTells(String place, Duration interval) {
    return new Story(place, Policy.DEFAULT, interval);
  }

  // F01 to F09, L1, L2, L4, S2, S3
  @Test
  protected void a_round_killed_anywhere_forgets_nothing_and_repairs_nothing_twice() {
    Set<String> killed = new TreeSet<>();
    for (int victim = 0; victim < 4; victim++) {
      for (Trap.Side side : Trap.Side.values()) {
        String place = "kill-" + victim + "-" + side.ordinal();
        killed.addAll(killedEverywhere(place, List.of(), victim, side));
      }
    }
    assertThat(killed)
        .as("the calls at which a round was killed")
        .hasSize(12)
        .contains("before write", "after tell", "before recheck", "after remediate");
  }

  // F07, F08, F33 and the round that takes over is killed as well
  @Test
  protected void a_round_killed_while_it_takes_over_from_a_killed_one_repeats_nothing_either() {
    Set<String> killed = new TreeSet<>();
    for (String first : List.of("tell", "remediate")) {
      for (Trap.Side side : Trap.Side.values()) {
        String place = "kill-" + first + "-" + side.ordinal();
        List<Trap> before = List.of(Trap.on(first, Trap.Side.AFTER));
        killed.addAll(killedEverywhere(place, before, CLAIM_ENDS, side));
      }
    }
    assertThat(killed).contains("before find", "after find", "after tell", "after write");
  }

  /** One story for every call that the victim makes to a port; answers what those calls were. */
  private Set<String> killedEverywhere(
      String place, List<Trap> before, int victim, Trap.Side side) {
    Set<String> killed = new TreeSet<>();
    for (int call = 0; ; call++) {
      Story story = alertsAtOnce(place + "-" + call);
      story.world.fails();
      before.forEach(story::killed);
      for (int round = before.size(); round < victim; round++) {
        story.round();
      }
      Optional<Killed> here = story.killed(Trap.at(call, side));
      if (here.isEmpty()) {
        return killed;
      }
      killed.add(here.get().getMessage());
      story.goOnUntilCalm();
      String where = place + ", round " + victim + " killed " + here.get().getMessage();
      assertOutsideIsRight(story.world, before.size() + 1, where);
      assertNothingIsLeft(story.ledger(), where);
    }
  }

  private static void assertOutsideIsRight(World world, int kills, String where) {
    assertThat(world.mailbox().keySet()).as(where).filteredOn(is("-alert-")).hasSize(1);
    assertThat(world.mailbox().keySet()).as(where).filteredOn(is("-recovery-")).hasSize(1);
    assertThat(world.mailbox().values().stream().mapToInt(times -> times - 1).sum())
        .as(where + ": mails repeated")
        .isLessThanOrEqualTo(kills);
    assertThat(world.repairs().values()).as(where).allMatch(times -> times == 1);
    assertThat(world.repairs()).as(where).hasSizeBetween(1, 2);
  }

  private static void assertNothingIsLeft(Ledger ledger, String where) {
    assertThat(ledger.notices()).as(where).isEmpty();
    assertThat(ledger.of("frigate").incident()).as(where).isEmpty();
    assertThat(ledger.of("frigate").recovery()).as(where).isEmpty();
    assertThat(ledger.of("frigate").attempts().unsettled()).as(where).isEmpty();
  }

  private static Predicate<String> is(String kind) {
    return key -> key.contains(kind);
  }

  // F06, F33: accepted, then killed, and again: three in all, then once a day.
  @Test
  protected void a_round_killed_after_every_mail_is_no_storm() {
    Story story = onlyTells("here", Duration.ofHours(1));
    story.world.fails();
    story.round();
    for (int round = 0; round < 24; round++) {
      story.world.duringTell(() -> {
        story.world.mailbox().merge("accepted", 1, Integer::sum);
        throw new Killed("after the final dot");
      });
      story.killed(Trap.none());
    }
    assertThat(new HashSet<>(story.world.told())).hasSize(1);
    assertThat(story.world.mailbox().get("accepted")).isEqualTo(3);
  }

  // F04
  @Test
  protected void an_alert_that_was_only_written_down_is_told() {
    Story story = onlyTells("here", INTERVAL);
    story.world.fails();
    story.round();
    story.killed(Trap.at(2, Trap.Side.AFTER));
    assertThat(story.world.told()).as("killed before anything was sent").isEmpty();
    assertThat(story.ledger().notices()).hasSize(1);

    story.round();
    story.round();

    assertThat(story.world.mailbox()).hasSize(1);
  }

  // F; F while a second round runs between the first one's two saves
  @Test
  protected void an_outcome_is_not_lost_to_a_round_between_the_two_saves() {
    Story story = onlyTells("here", INTERVAL);
    story.world.fails();
    story.round();
    AtomicReference<Ending> second = new AtomicReference<>();
    story.world.duringTell(() -> second.set(story.now(open("here"), Trap.none()).ending()));

    RoundReport first = story.round();

    assertThat(first.exitCode()).isZero();
    assertThat(second.get()).isIn(Ending.DONE, Ending.OWING);
    for (int round = 0; round < 4; round++) {
      story.round();
    }
    assertThat(story.world.told()).hasSize(1);
    assertThat(story.ledger().notices()).isEmpty();
  }

  // F76, S7
  @Test
  protected void of_two_rounds_at_once_only_one_does_anything() {
    Story story = alertsAtOnce("here");
    story.world.fails();
    AtomicReference<Ending> other = new AtomicReference<>();
    story.world.duringLook(() -> other.set(story.now(open("here"), Trap.none()).ending()));

    RoundReport overtaken = story.round();

    assertThat(other.get()).isEqualTo(Ending.DONE);
    assertThat(overtaken.ending()).isEqualTo(Ending.OVERTAKEN);
    assertThat(overtaken.exitCode()).isZero();
    assertThat(overtaken.outcomes()).isEmpty();
    assertThat(story.world.told()).hasSize(1);
    assertThat(story.world.repairs()).hasSize(1);
  }

  // F78
  @Test
  protected void an_impatient_operator_confirms_nothing() {
    Story story = onlyTells("here", INTERVAL);
    story.world.fails();
    for (int round = 0; round < 5; round++) {
      story.now(open("here"), Trap.none());
      story.time.pass(Duration.ofSeconds(10));
    }
    assertThat(story.world.told()).isEmpty();
  }

  // F33, S3
  @Test
  protected void a_mail_whose_answer_is_lost_is_repeated_three_times_then_once_a_day() {
    Story story = onlyTells("here", Duration.ofHours(1));
    story.world.fails();
    story.world.mailAnswers(() -> new Outcome.Unclear("the answer was lost"));
    List<Integer> tries = new ArrayList<>();
    for (int round = 0; round < 76; round++) {
      story.round();
      tries.add(story.world.told().size());
    }

    assertThat(tries.subList(0, 5)).containsExactly(0, 1, 2, 3, 3);
    assertThat(tries.get(26)).as("before a day is over").isEqualTo(3);
    assertThat(tries.get(28)).as("a day later").isEqualTo(4);
    assertThat(tries.get(75)).as("three days later").isEqualTo(6);
    assertThat(new HashSet<>(story.world.told())).hasSize(1);
  }

  // F23
  @Test
  protected void what_cannot_be_written_down_is_not_done() {
    Story story = alertsAtOnce("here");
    story.world.fails();
    IncidentStore full = FaultyStore.failing(open("here"));

    RoundReport report = story.now(full, Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world.told()).isEmpty();
    assertThat(story.world.repairs()).isEmpty();
    assertThat(story.ledger()).isEqualTo(Ledger.EMPTY);
  }

  // F19
  @Test
  protected void what_is_not_known_to_be_written_is_done_by_a_later_round() {
    Story story = alertsAtOnce("here");
    story.world.fails();
    IncidentStore silent = FaultyStore.silent(open("here"));

    RoundReport report = story.now(silent, Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world.told()).isEmpty();
    assertThat(story.world.repairs()).isEmpty();
    story.time.pass(INTERVAL);
    for (int round = 0; round < 3; round++) {
      story.round();
    }
    assertThat(story.world.mailbox().values()).containsExactly(1);
    assertThat(story.world.repairs().values()).containsExactly(1);
  }

  // F12, F20
  @Test
  protected void a_ledger_without_an_answer_is_not_an_empty_one() {
    Story story = alertsAtOnce("here");
    story.world.fails();

    RoundReport report = story.now(FaultyStore.unusable(open("here")), Trap.none());

    assertThat(report.exitCode()).isEqualTo(3);
    assertThat(story.world.looks()).isZero();
    assertThat(story.world.told()).isEmpty();
    assertThat(story.ledger()).isEqualTo(Ledger.EMPTY);
  }

  // F21
  @Test
  protected void somebody_who_only_touched_the_ledger_does_not_cost_the_round() {
    Story story = alertsAtOnce("here");
    story.world.fails();
    story.world.duringLook(() -> {
      Ledger paused = Ledger.EMPTY.paused("plex", Optional.of(story.time.now().plus(INTERVAL)));
      Written written = open("here").write(paused, IncidentStore.Version.ABSENT);
      assertThat(written).isInstanceOf(Written.At.class);
    });

    RoundReport report = story.round();

    assertThat(report.ending()).isEqualTo(Ending.DONE);
    assertThat(story.world.mailbox()).hasSize(1);
  }
}
