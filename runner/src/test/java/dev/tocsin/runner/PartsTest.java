package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.incident.State;
import dev.tocsin.incident.Target;
import dev.tocsin.round.IncidentStore.Loaded;
import dev.tocsin.round.MemoryStore;
import dev.tocsin.round.RoundReport.Ending;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of four parts: mqtt is in part 0, nothing in 1, api in 2, frigate in 3. */
class PartsTest {

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final InParts parts = new InParts(4);
  private World world;

  @BeforeEach
  void begin(@TempDir Path directory) throws IOException {
    world = new World(directory);
    world.workshop = Optional.of(parts);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void an_operator_sees_one_round_whatever_the_number_of_parts() {
    world.down("mqtt", "frigate", "still-fawn");
    world.tocsin("run");
    world.later(INTERVAL);
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out().lines().filter(line -> line.matches("(api|frigate|mqtt) .*")))
        .extracting(line -> line.split(" ")[0])
        .containsExactly("api", "frigate", "mqtt");
    assertThat(ran.out().lines().filter(line -> line.startsWith("ALERT "))).hasSize(2);
    assertThat(parts.ledger(0).of("mqtt").state()).isEqualTo(State.ALERTED);
    assertThat(parts.ledger(3).of("frigate").state()).isEqualTo(State.ALERTED);
    assertThat(parts.ledger(1).schedule().counted()).isEqualTo(2);
  }

  @Test
  void every_target_is_looked_at_once_however_many_parts_there_are() {
    world.tocsin("run");
    assertThat(parts.looks).hasSize(1);
    assertThat(parts.looks.get(0))
        .extracting(Target::name)
        .containsExactlyInAnyOrder("api", "frigate", "mqtt");
    world.tocsin("explain");
    world.tocsin("status");
    assertThat(parts.looks).hasSize(2);
    assertThat(parts.closed()).isEqualTo(3);
  }

  @Test
  void a_part_that_does_not_answer_costs_its_own_targets_their_round_and_nobody_else() {
    parts.lose(3);
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).contains("api ", "mqtt ").doesNotContain("frigate");
    assertThat(ran.err()).containsOnlyOnce("remark: no answer from part 3");
    assertThat(parts.looks.get(0)).extracting(Target::name).doesNotContain("frigate");
    assertThat(parts.ledger(0).schedule().counted()).isEqualTo(1);
  }

  @Test
  void a_target_whose_part_does_not_answer_is_not_shown_as_healthy() {
    world.tocsin("run");
    parts.lose(3);
    Ran ran = world.tocsin("status");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).contains("api ", "mqtt ").doesNotContain("frigate");
    assertThat(ran.err()).isEqualTo("no answer from part 3\n");
    assertThat(world.tocsin("pause", "frigate", "--for", "2h").exitCode()).isEqualTo(3);
    assertThat(world.tocsin("explain").exitCode()).isEqualTo(3);
  }

  // F12
  @Test
  void a_cluster_that_is_away_is_said_once_and_not_for_every_part() {
    for (int part = 0; part < 4; part++) {
      parts.lose(part);
    }
    Ran ran = world.tocsin("run");
    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsOnlyOnce("remark: no answer from part ");
    assertThat(world.tocsin("status").err()).isEqualTo("no answer from part 0\n");
    assertThat(parts.looks).isEmpty();
  }

  @Test
  void of_several_exit_codes_the_lowest_that_is_not_zero_is_the_round_s() throws IOException {
    world.program("restart", "exit 1");
    world.down("frigate");
    world.tocsin("run");
    world.later(INTERVAL);
    assertThat(world.tocsin("run").exitCode()).isEqualTo(4);
    parts.lose(0);
    world.later(INTERVAL.multipliedBy(3));
    assertThat(world.tocsin("run").exitCode()).isEqualTo(3);
  }

  @Test
  void a_pause_is_written_where_the_target_is_remembered() {
    assertThat(world.tocsin("pause", "frigate", "--for", "2h").exitCode()).isZero();
    assertThat(parts.ledger(3).of("frigate").pausedUntil()).isPresent();
    assertThat(parts.ledger(0).memories()).isEmpty();
    assertThat(world.tocsin("status").out()).contains("paused until");
    assertThat(world.tocsin("resume", "frigate").exitCode()).isZero();
    assertThat(parts.ledger(3).of("frigate").pausedUntil()).isEmpty();
  }

  @Test
  void each_part_is_published_by_itself() {
    assertThat(world.tocsin("run").err()).isEqualTo("remark: events: no room for an Event\n");
    assertThat(parts.published)
        .hasSize(4)
        .allSatisfy(report -> assertThat(report.ending()).isEqualTo(Ending.DONE));
    world.tocsin("run", "--dry-run");
    world.tocsin("explain");
    assertThat(parts.published).hasSize(4);
  }

  @Test
  void what_an_old_part_remembers_of_a_target_does_not_hide_how_it_is_now() {
    world.down("mqtt");
    world.tocsin("run");
    world.later(INTERVAL);
    world.tocsin("run");
    parts.stores.put(3, parts.stores.get(0));
    parts.stores.put(0, new MemoryStore());
    world.up("mqtt");
    assertThat(((Loaded.Found) parts.stores.get(3).load()).ledger().of("mqtt").state())
        .isEqualTo(State.ALERTED);
    assertThat(world.tocsin("status").out()).containsPattern("mqtt +HEALTHY");
  }

  @Test
  void a_file_of_the_ledger_is_not_made_where_there_is_none() {
    world.tocsin("run");
    assertThat(Files.exists(world.ledger())).isFalse();
  }
}
