package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.Attempt;
import dev.tocsin.incident.Ledger;
import dev.tocsin.incident.Notice;
import dev.tocsin.incident.Observation;
import dev.tocsin.incident.Outcome;
import dev.tocsin.incident.Planner;
import dev.tocsin.incident.Policy;
import dev.tocsin.incident.Precondition;
import dev.tocsin.incident.Remediation;
import dev.tocsin.incident.Sighting;
import dev.tocsin.incident.Target;
import dev.tocsin.round.Deadline;
import dev.tocsin.round.Effects;
import dev.tocsin.round.IncidentStore;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.Observer;
import dev.tocsin.round.Recorded;
import dev.tocsin.round.RoundReport;
import dev.tocsin.round.RoundReport.Ending;
import dev.tocsin.round.StopSignal;
import dev.tocsin.round.Time;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rounds over several parts, on a clock that goes when it is told. */
class RoundsTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Observation DOWN = new Observation.Failing("down");

  private final Map<String, Observation> world = new HashMap<>();
  private final List<String> looks = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private Ledger remembered = Ledger.EMPTY;
  private Instant now = Instant.parse("2026-11-22T21:40:00Z");
  private Duration telling = Duration.ZERO;
  private boolean patient = true;

  // S14
  @Test
  void all_parts_share_the_time_of_one_round() {
    telling = Duration.ofMinutes(4);
    world.putAll(Map.of("a", DOWN, "b", DOWN));
    List<RoundReport> reports = run(part(target("a")), part(target("b")));
    assertThat(reports)
        .extracting(RoundReport::ending)
        .containsExactlyInAnyOrder(Ending.DONE, Ending.NO_LEDGER);
    assertThat(done).hasSize(1);
    assertThat(Whole.report(reports).remarks())
        .containsExactly(
            "no time was left for some of the targets: their part of the ledger was not written");
  }

  // S14
  @Test
  void slow_mail_of_one_part_does_not_cost_another_its_repair() {
    Duration minute = Duration.ofMinutes(1);
    world.putAll(Map.of("a", DOWN, "b", DOWN, "c", DOWN));
    telling = minute;
    patient = false;
    for (int i = 0; i < 20; i++) {
      done.clear();
      Kit.Part slow =
          new Kit.Part(new MemoryStore(), new Planner(List.of(target("a"), target("b")), minute));
      Kit.Part repaired = new Kit.Part(
          new MemoryStore(),
          new Planner(List.of(Target.of("c", repaired("c", "d").policy()), target("d")), minute));
      Rig rig = new Rig(List.of(slow, repaired));
      Rounds.begin(rig, minute).run(rig, rig, StopSignal.NEVER);
      assertThat(done).containsExactly("repaired c");
    }
  }

  @Test
  void it_is_not_the_same_part_that_is_starved_in_every_round() {
    Set<String> first = new HashSet<>();
    world.putAll(Map.of("a", DOWN, "b", DOWN));
    for (int i = 0; i < 50; i++) {
      done.clear();
      run(part(target("a")), part(target("b")));
      first.add(done.get(0));
    }
    assertThat(first).containsExactlyInAnyOrder("told a", "told b");
  }

  @Test
  void who_is_acted_on_is_looked_at_afresh_and_so_is_whoever_he_waits_for() {
    world.put("a", DOWN);
    run(part(repaired("a", "b"), target("b")), part(target("c")));
    assertThat(done).containsExactly("told a", "repaired a");
    assertThat(looks).containsExactly("look at a, b, c", "recheck a", "look at b");
  }

  @Test
  void whoever_looks_has_at_hand_what_all_parts_remember() {
    world.putAll(Map.of("a", DOWN, "c", DOWN));
    Kit.Part one = part(target("a"), target("b"));
    Kit.Part two = part(target("c"));
    run(one, two);
    now = now.plus(INTERVAL);
    run(one, two);
    assertThat(remembered.of("a").incident()).isPresent();
    assertThat(remembered.of("c").incident()).isPresent();
  }

  @Test
  void a_bug_with_one_part_stays_with_it() {
    IncidentStore buggy = new IncidentStore() {
      @Override
      public Loaded load() {
        throw new IllegalStateException("a bug");
      }

      @Override
      public Written write(Ledger next, Version base) {
        throw new AssertionError("written");
      }
    };
    Kit.Part part = new Kit.Part(buggy, part(target("a")).planner());
    List<RoundReport> reports = run(part, part(target("b")));
    assertThat(reports)
        .extracting(RoundReport::ending)
        .containsExactlyInAnyOrder(Ending.BUG, Ending.DONE);
    assertThat(Whole.report(reports).exitCode()).isEqualTo(1);
  }

  @Test
  void the_time_is_taken_when_the_ledger_was_read() {
    Instant theirs = now.plusSeconds(600);
    IncidentStore store = new IncidentStore() {
      @Override
      public Loaded load() {
        now = theirs;
        return new Loaded.Found(Ledger.EMPTY, Version.ABSENT);
      }

      @Override
      public Written write(Ledger next, Version base) {
        throw new AssertionError("written");
      }
    };
    Rounds rounds =
        Rounds.begin(new Rig(List.of(new Kit.Part(store, part(target("a")).planner()))), INTERVAL);
    assertThat(rounds.time().now()).isEqualTo(theirs);
    assertThat(rounds.nextAt()).isEqualTo(theirs);
  }

  private List<RoundReport> run(Kit.Part... parts) {
    Rig rig = new Rig(Arrays.asList(parts));
    return Rounds.begin(rig, INTERVAL).run(rig, rig, StopSignal.NEVER);
  }

  private static Kit.Part part(Target... targets) {
    return new Kit.Part(new MemoryStore(), new Planner(List.of(targets), INTERVAL));
  }

  private static Target target(String name) {
    return Target.of(name, Policy.DEFAULT.failuresToAlert(1));
  }

  private static Target repaired(String name, String after) {
    Policy policy = Policy.DEFAULT.failuresToAlert(1).remediation(Remediation.by("restart"));
    return new Target(name, policy, Set.of(after));
  }

  private static String names(Collection<Target> targets) {
    return String.join(", ", targets.stream().map(Target::name).sorted().toList());
  }

  /** All in one. */
  private final class Rig implements Kit, Observer, Effects, Time {

    private final List<Part> parts;

    private Rig(List<Part> parts) {
      this.parts = parts;
    }

    @Override
    public List<Part> parts() {
      return parts;
    }

    @Override
    public Observer observer() {
      return this;
    }

    @Override
    public Effects effects(PrintStream told) {
      return this;
    }

    @Override
    public Time time() {
      return this;
    }

    @Override
    public List<String> publish(RoundReport report, Deadline deadline) {
      return List.of();
    }

    @Override
    public Examination examine(Deadline deadline) {
      return Examination.of(List.of());
    }

    @Override
    public void close() {}

    @Override
    public Map<String, Sighting> look(Collection<Target> targets, Deadline deadline) {
      return look(targets, Ledger.EMPTY, deadline);
    }

    @Override
    public Map<String, Sighting> look(
        Collection<Target> targets, Ledger ledger, Deadline deadline) {
      looks.add("look at " + names(targets));
      remembered = ledger;
      Map<String, Sighting> seen = new HashMap<>();
      Observation fine = new Observation.Passing("fine");
      targets.forEach(
          target -> seen.put(target.name(), Sighting.of(world.getOrDefault(target.name(), fine))));
      return seen;
    }

    @Override
    public List<Precondition> recheck(Target target, Deadline deadline) {
      looks.add("recheck " + target.name());
      return List.of();
    }

    @Override
    public Outcome tell(Recorded<Notice> notice, Deadline deadline) {
      if (!patient && telling.compareTo(deadline.remaining()) > 0) {
        now = now.plus(deadline.remaining());
        return new Outcome.NotDone("too slow");
      }
      now = now.plus(telling);
      done.add("told " + notice.intent().members().get(0).target());
      return new Outcome.Done("told");
    }

    @Override
    public Outcome remediate(Recorded<Attempt> attempt, Deadline deadline) {
      done.add("repaired " + attempt.intent().target());
      return new Outcome.Done("repaired");
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public long nanos() {
      return 0;
    }
  }
}
