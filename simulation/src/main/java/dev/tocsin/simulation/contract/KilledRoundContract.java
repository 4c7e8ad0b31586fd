package dev.tocsin.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Ledger;
import dev.tocsin.round.IncidentStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What must hold after a round over a store was killed, wherever that was. */
public abstract class KilledRoundContract {

  /** The first round that may take over what the round 0 left. */
  private static final int CLAIM_ENDS = 2;

  /**
   * Opens a place as another process would: another store over the same memory.
   *
   * @param place a DNS label; in a new test no place has a ledger
   */
  protected abstract IncidentStore open(String place);

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
      String here = place + "-" + call;
      Story story = Story.alertsAtOnce(() -> open(here));
      story.world().fails();
      before.forEach(story::killed);
      for (int round = before.size(); round < victim; round++) {
        story.round();
      }
      Optional<Killed> end = story.killed(Trap.at(call, side));
      if (end.isEmpty()) {
        return killed;
      }
      killed.add(end.get().getMessage());
      story.goOnUntilCalm();
      String where = place + ", round " + victim + " killed " + end.get().getMessage();
      assertOutsideIsRight(story.world(), before.size() + 1, where);
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
}
