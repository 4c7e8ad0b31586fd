package dev.tocsin.simulation.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Target;
import dev.tocsin.round.RoundReport;
import dev.tocsin.simulation.law.Calm;
import dev.tocsin.simulation.law.Coverage;
import dev.tocsin.simulation.law.Invariant;
import dev.tocsin.simulation.law.Invariants;
import dev.tocsin.simulation.law.UserRules;
import dev.tocsin.simulation.story.Reading;
import dev.tocsin.simulation.story.Story;
import dev.tocsin.simulation.story.StoryReader;
import dev.tocsin.simulation.story.StoryWriter;
import dev.tocsin.simulation.world.Checker;
import dev.tocsin.simulation.world.Ports;
import dev.tocsin.simulation.world.Setting;
import dev.tocsin.simulation.world.Simulation;
import dev.tocsin.simulation.world.Witness;
import dev.tocsin.simulation.world.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Setting TWO = Setting.of(
      List.of(
          Target.of("frigate", Policy.DEFAULT.remediation(Remediation.by("restart"))),
          Target.of("mqtt", Policy.DEFAULT)),
      INTERVAL);

  /** The same on one node, in a cluster that remembers us. */
  private static final Setting TOGETHER = new Setting(
      TWO.workloads().stream()
          .map(w -> new Workload(w.target(), "n1", w.startUp()))
          .toList(),
      INTERVAL,
      Witness.REMEMBERS,
      TWO.start());

  /** What CI plays of days full of faults; -Dtocsin.seeds=N plays more, from -Dtocsin.seed on. */
  private static final long SEEDS = Long.getLong("tocsin.seeds", 10_000);

  /** From here on ten thousand are enough to see everything at least once. */
  private static final long SEED = Long.getLong("tocsin.seed", 50_001);

  private static final int ROUNDS = 24;

  /** Of the story of seed 42. What changes it, changes what seeds mean. */
  private static final int HASH = -2_016_128_606;

  @Test
  void ten_thousand_seeds_break_nothing_and_leave_nothing_out() {
    Coverage coverage = new Coverage();
    List<Invariant> judged = new ArrayList<>(Invariants.ALL);
    judged.add(new Invariant("covered", (history, step) -> {
      coverage.add(step);
      return Optional.empty();
    }));
    Judge judge = new Judge(Simulation::of, judged, List.of());
    for (long seed = SEED; seed < SEED + SEEDS; seed++) {
      Setting setting = seed % 2 == 0 ? TWO : TOGETHER;
      Storm storm = Storm.of(setting, Fault.all(), ROUNDS, seed);
      Optional<Judge.Broken> broken = judge.judge(setting, storm.events(), storm.length());
      assertThat(broken.map(Judge.Broken::what))
          .as("seed %d; again: -Dtocsin.seed=%d -Dtocsin.seeds=1", seed, seed)
          .isEmpty();
    }
    if (SEEDS >= 10_000) {
      assertThat(coverage.missing()).noneMatch(missing -> missing.startsWith("sometimes"));
    }
  }

  @Test
  void a_policy_that_holds_its_invariants_is_found_to() {
    Search.Result result =
        search(List.of(), new Search.Limits(3, Duration.ofHours(1), 40, 1, 2), Simulation::of);
    assertThat(result.shrunk()).isEmpty();
    assertThat(result.depth()).isEqualTo(3);
    assertThat(result.histories()).isGreaterThan(2 * 6 * 6 * 6);
  }

  /** Squirrel shuts what it has to open, and then another thread of a search finds it shut. */
  @Test
  void squirrel_need_not_open_the_machine_so_that_many_threads_can_make_one() throws Exception {
    Class<?> machine = Class.forName("dev.tocsin.incident.IncidentMachine$Fsm");
    assertThat(machine.getConstructor().newInstance()).isNotNull();
  }

  @Test
  void a_foreign_checker_that_does_not_look_at_the_node_is_found_and_shrunk_to_few_events() {
    Invariant own = UserRules.read("no restart while its node is down");
    Judge judge =
        new Judge(setting -> Simulation.of(setting, new WithoutNode()), List.of(own), List.of());
    Storm storm = Stream.iterate(1L, seed -> seed + 1)
        .map(seed -> Storm.of(TWO, Fault.all(), ROUNDS, seed))
        .filter(one -> judge.judge(TWO, one.events(), one.length()).isPresent())
        .findFirst()
        .orElseThrow();
    Shrinker.Shrunk shrunk =
        Shrinker.shrink(judge, own.name(), TWO, storm.events(), storm.length());
    assertThat(shrunk.events()).hasSize(1);
    assertThat(shrunk.events().get(0).change().toString()).startsWith("node ");
    assertThat(shrunk.setting().workloads()).hasSize(1);
  }

  @Test
  void what_was_found_is_a_story_that_breaks_the_same_when_it_is_read_again() {
    List<Invariant> own = List.of(UserRules.read("at most 0 alerts per day"));
    Search.Result result =
        search(own, new Search.Limits(3, Duration.ofHours(1), 0, 1, 1), Simulation::of);
    Shrinker.Shrunk shrunk = result.shrunk().orElseThrow();
    Story story = new Story(
        "found",
        "it breaks",
        shrunk.setting(),
        shrunk.broken().events(),
        shrunk.length(),
        own,
        List.of(),
        List.of());
    String text = StoryWriter.text(story.updated());
    Story again = ((Reading.Valid) StoryReader.read("found.story", text)).story();
    assertThat(again.tell().violations())
        .extracting(broken -> broken.invariant().name())
        .containsExactly("at most 0 alerts per day");
    assertThat(again.tell().difference()).isEmpty();
  }

  /** With rounds so seldom, a day is too short for three failures in a row. */
  @Test
  void what_is_not_well_in_the_calm_is_shrunk_to_a_story_that_says_so_again() {
    Setting slow = Setting.of(
        List.of(Target.of("mqtt", Policy.DEFAULT.failuresToAlert(3))), Duration.ofHours(12));
    Search.Limits limits = new Search.Limits(0, Duration.ofHours(1), 1, 40, 1);
    Search.Result result = new Search(
            slow, List.of(), limits, Simulation::of, System::nanoTime, (what, part, h, r) -> {})
        .run();
    Shrinker.Shrunk shrunk = result.shrunk().orElseThrow();
    assertThat(shrunk.broken().calms()).containsExactly(Calm.L1_TOLD);
    assertThat(shrunk.events()).isEmpty();
    Story story = new Story(
        "found",
        "it breaks",
        shrunk.setting(),
        shrunk.broken().events(),
        shrunk.length(),
        List.of(),
        shrunk.broken().calms(),
        List.of());
    String text = StoryWriter.text(story.updated());
    assertThat(text)
        .contains("must      L1 a persistent outage is told")
        .contains("  all is mended\n")
        .contains("  node node-of-1 down\n");
    Story again = ((Reading.Valid) StoryReader.read("found.story", text)).story();
    assertThat(again.tell().violations()).containsExactly(shrunk.broken().violation());
    assertThat(again.tell().difference()).isEmpty();
  }

  /** In the calm all are sick: who waits for another one cannot be repaired, and need not be. */
  @Test
  void who_waits_for_a_sick_target_is_not_called_unrepaired() {
    Policy policy = Policy.DEFAULT.remediation(Remediation.by("restart"));
    Setting waiting = Setting.of(
        List.of(Target.of("frigate", policy), new Target("nvr", policy, Set.of("frigate"))),
        INTERVAL);
    assertThat(Calm.L3_REPAIRED.broken(Simulation.of(waiting))).isEmpty();
  }

  /** The same on every JDK: a seed that somebody reports is the history that he saw. */
  @Test
  void a_seed_is_the_same_history_everywhere() {
    Storm storm = Storm.of(TWO, Fault.all(), 120, 42);
    Story story = new Story(
            "42", "42", TWO, storm.events(), storm.length(), List.of(), List.of(), List.of())
        .updated();
    assertThat(story.seen()).hasSizeGreaterThan(15);
    assertThat(StoryWriter.text(story).hashCode()).isEqualTo(HASH);
  }

  private static Search.Result search(
      List<Invariant> own, Search.Limits limits, Function<Setting, Simulation> worlds) {
    return new Search(TWO, own, limits, worlds, System::nanoTime, (what, part, h, r) -> {}).run();
  }

  /** It restarts what does not answer, wherever that runs. */
  private static final class WithoutNode implements Checker {
    @Override
    public Optional<RoundReport> round(Ports ports) {
      for (Target target : TWO.targets()) {
        try {
          if (ports.outside().look(target.name()) instanceof Observation.Failing) {
            ports.outside().restart(target.name());
          }
        } catch (IllegalArgumentException e) {
          // What was shrunk away is not there.
          continue;
        }
      }
      return Optional.empty();
    }
  }
}
