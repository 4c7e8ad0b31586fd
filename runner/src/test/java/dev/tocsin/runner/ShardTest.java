package dev.tocsin.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.incident.Target;
import dev.tocsin.runner.World.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** A ledger of four parts: mqtt is in part 0, nothing in 1, api in 2, frigate in 3. */
class ShardTest {

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
  void a_shard_looks_at_its_own_targets_and_writes_its_own_parts() {
    Ran ran = world.tocsin("run", "--shard", "0/2");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("api ", "mqtt ").doesNotContain("frigate");
    assertThat(looked(0)).containsExactlyInAnyOrder("api", "mqtt");
    assertThat(parts.ledger(0).schedule().counted()).isEqualTo(1);
    assertThat(parts.ledger(3).schedule().counted()).isZero();
  }

  @Test
  void all_shards_together_look_at_every_target_once() {
    for (int i = 0; i < 3; i++) {
      world.tocsin("run", "--shard", i + "/3");
    }
    assertThat(parts.looks.stream().flatMap(Collection::stream))
        .extracting(Target::name)
        .containsExactlyInAnyOrder("api", "frigate", "mqtt");
    assertThat(parts.stores.keySet())
        .allMatch(part -> parts.ledger(part).schedule().counted() == 1);
  }

  @Test
  void a_rehearsal_is_of_the_same_targets() {
    Ran ran = world.tocsin("run", "--dry-run", "--shard", "1/2");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("frigate").doesNotContain("mqtt");
    assertThat(parts.ledger(3).schedule().counted()).isZero();
  }

  @Test
  void who_asks_sees_what_every_shard_remembers() {
    world.down("mqtt", "frigate");
    for (int round = 0; round < 2; round++) {
      world.tocsin("run", "--shard", "0/2");
      world.tocsin("run", "--shard", "1/2");
      world.later(INTERVAL);
    }
    assertThat(world.tocsin("status").out())
        .containsPattern("mqtt +ALERTED")
        .containsPattern("frigate +REMEDIATING")
        .containsPattern("api +HEALTHY");
    assertThat(world.tocsin("explain").out()).contains("mqtt", "frigate", "api");
    assertThat(world.tocsin("pause", "frigate", "--for", "2h").exitCode()).isZero();
    assertThat(world.tocsin("run", "--shard", "1/2").out()).contains("paused");
  }

  @Test
  void a_shard_that_has_nothing_does_not_pretend_to_watch() {
    for (String[] command :
        new String[][] {{"run", "--shard", "4/5"}, {"run", "--dry-run", "--shard", "4/5"}}) {
      Ran ran = world.tocsin(command);
      assertThat(ran.exitCode()).isEqualTo(2);
      assertThat(ran.err())
          .endsWith(
              "tocsin.yaml: shard 4/5 has nothing to look at: the ledger has 4 parts, expected"
                  + " at least 5 (ledger: {configMap: {parts: …}}), or fewer shards\n");
    }
    assertThat(parts.looks).isEmpty();
    assertThat(world.tocsin("run", "--shard", "3/5").exitCode()).isZero();
    assertThat(parts.closed()).isEqualTo(3);
  }

  @Test
  void a_file_is_not_shared() {
    world.workshop = Optional.empty();
    assertThat(world.tocsin("run", "--shard", "0/2").exitCode()).isZero();
    assertThat(world.tocsin("run", "--shard", "1/2").err()).contains("the ledger has 1 part, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "4/4", "-1/4", "0/0", "1/257", "0/4x", "0.5/4"})
  void what_is_no_shard_is_not_taken_for_the_whole(String text) {
    assertThatThrownBy(() -> new Shard.Converter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "' is no shard");
    assertThat(world.tocsin("run", "--shard=" + text).exitCode()).isEqualTo(2);
    assertThat(parts.looks).isEmpty();
  }

  private Iterable<String> looked(int look) {
    return parts.looks.get(look).stream().map(Target::name).toList();
  }
}
